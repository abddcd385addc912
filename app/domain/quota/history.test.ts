import { describe, expect, it } from 'vitest';
import type { Quota } from '../documents/quota.ts';
import { historiesOf } from './history.ts';

const quota = (id: string, from: string, to: string | undefined, more: Partial<Quota> = {}): Quota => ({
  ...{ type: 'quota', id, pathway: 'p', places: 10 },
  period: { from, ...(to !== undefined && { to }) },
  ...more,
});
const inYear = (year: number, more: Partial<Quota> = {}, id = `q-${year}`) =>
  quota(id, `${year}-01-01`, `${year}-12-31`, more);
const idsOf = (quotas: readonly Quota[], intakes: readonly { quota: string }[] = []) =>
  historiesOf(quotas, intakes).map((history) => history.map(({ quota: { id } }) => id));

describe('a history', () => {
  it('goes from the earliest period to the latest', () =>
    expect(idsOf([inYear(2026), inYear(2024), inYear(2025)])).toEqual([['q-2024', 'q-2025', 'q-2026']]));

  it.each<[string, Partial<Quota>]>([
    ['of another kind', { kind: 'target' }],
    ['of another scope', { scope: { sector: 'A' } }],
    ['of a part', { parent: 'q-2026' }],
    ['for a quarter', { period: { from: '2026-01-01', to: '2026-03-31' } }],
    ['for three years', { period: { from: '2026-01-01', to: '2028-12-31' } }],
    ['without an end', { period: { from: '2026-01-01' } }],
  ])('has none %s', (_, more) => expect(idsOf([inYear(2025), inYear(2026, more)])).toEqual([]));

  it('takes a kind that is not stated for a ceiling, and a year that began late for a year', () =>
    expect(idsOf([quota('late', '2024-06-01', '2024-12-31'), inYear(2025, { kind: 'ceiling' })])).toEqual([
      ['late', 'q-2025'],
    ]));

  it('has what was reported beside its quota, for one period alone too', () => {
    const reported = { quota: 'q-2024', used: 12 };
    expect(historiesOf([inYear(2024)], [reported, { quota: 'other', used: 1 }])).toEqual([
      [{ quota: inYear(2024), intake: reported }],
    ]);
    expect(historiesOf([inYear(2024), inYear(2025)], [reported])[0]?.map(({ intake }) => intake)).toEqual([
      reported,
      null,
    ]);
  });

  it('stands before those that end earlier', () => {
    const of = (sector: string, ...years: number[]) =>
      years.map((year) => inYear(year, { scope: { sector } }, `${sector}-${year}`));
    expect(idsOf([...of('A', 2022, 2023), ...of('C', 2023, 2024)])).toEqual([
      ['C-2023', 'C-2024'],
      ['A-2022', 'A-2023'],
    ]);
  });
});
