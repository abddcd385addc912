import { describe, expect, it } from 'vitest';
import type { Quota } from '../documents/quota.ts';
import { changedQuotas, effectsOf, inLaterYear, transfer } from './plan.ts';

const period = { from: '2026-01-01', to: '2026-12-31' };
const quota = (id: string, places: number, more: Partial<Quota> = {}): Quota => ({
  ...{ type: 'quota', id, pathway: 'p', period, places },
  ...more,
});
const standing = (id: string, places: number, allocated: number, more: Partial<Quota> = {}) => ({
  ...quota(id, places, more),
  allocated,
  remaining: places - allocated,
});

const top = standing('p-2026', 100, 60);
const a = standing('p-2026-a', 50, 40, { parent: 'p-2026', label: { en: 'A, 2026', es: 'A de 2026' } });
const b = standing('p-2026-b', 30, 20, { parent: 'p-2026', sources: [{ id: 's', title: 'of 2026' }] });

describe('what changes', () => {
  it('is what says something else, whatever the order of its keys', () => {
    const now = new Map([[a.id, quota('p-2026-a', 50, { parent: 'p-2026', label: { en: 'A' } })]]);
    const same: Quota = {
      label: { en: 'A' },
      parent: 'p-2026',
      places: 50,
      period,
      pathway: 'p',
      id: 'p-2026-a',
      type: 'quota',
    };
    expect(changedQuotas([same], now)).toEqual([]);
    expect(changedQuotas([{ ...same, places: 51 }, quota('new', 1)], now).map(({ id }) => id)).toEqual([
      'p-2026-a',
      'new',
    ]);
  });

  it('comes to this, with the quotas above', () => {
    expect(
      effectsOf([quota('p-2026-a', 70, { parent: 'p-2026' }), quota('p-2026-c', 5, { parent: 'p-2026' })], [top, a, b]),
    ).toMatchObject([
      { quota: { id: 'p-2026' }, now: 100, next: 100, remaining: 40 },
      { quota: { id: 'p-2026-a' }, now: 50, next: 70, allocated: 40, remaining: 30 },
      { quota: { id: 'p-2026-c' }, now: null, next: 5, allocated: 0, remaining: 5 },
    ]);
    expect(effectsOf([quota('p-2026', 62)], [top, a, b])).toMatchObject([{ next: 62, remaining: 2 }]);
  });
});

describe('a transfer', () => {
  it('takes from one sibling what it gives to the other', () => {
    const moved = transfer(a, b, 10);
    expect(moved).toMatchObject({
      ok: true,
      quotas: [
        { id: 'p-2026-a', places: 40 },
        { id: 'p-2026-b', places: 40, sources: [{ id: 's' }] },
      ],
    });
    expect(JSON.stringify(moved)).not.toContain('allocated');
  });

  it.each([
    ['to itself', a, a, 1, 'same'],
    ['to what is above', a, top, 1, 'not-siblings'],
    ['between two that are topmost', top, standing('other', 5, 0), 1, 'not-siblings'],
    ['of more than are left', a, b, 11, 'too-many'],
  ] as const)('%s is none', (_, from, to, places, problem) => {
    expect(transfer(from, to, places)).toEqual({ ok: false, problem });
  });
});

describe('the tree of a later year', () => {
  it('has the same shape, without what was said of the old year', () => {
    const made = inLaterYear([top, a, b], { year: 2026, to: 2027, carried: false });
    expect(made).toEqual([
      quota('p-2027', 100, { period: { from: '2027-01-01', to: '2027-12-31' } }),
      quota('p-2027-a', 50, {
        period: { from: '2027-01-01', to: '2027-12-31' },
        parent: 'p-2027',
        label: { en: 'A, 2027', es: 'A de 2027' },
      }),
      quota('p-2027-b', 30, { period: { from: '2027-01-01', to: '2027-12-31' }, parent: 'p-2027' }),
    ]);
  });

  it('carries over what was left, where that is wanted', () => {
    const made = inLaterYear([top, a, b], { year: 2026, to: 2027, carried: true });
    expect(made.map(({ places }) => places)).toEqual([140, 60, 40]);
  });

  it('keeps leap days in the calendar, and names what has no year in it', () => {
    const leap = standing('spring', 5, 0, { period: { from: '2028-02-29', to: '2028-03-31' } });
    expect(inLaterYear([leap], { year: 2028, to: 2029, carried: false })).toEqual([
      quota('spring-2029', 5, { period: { from: '2029-02-28', to: '2029-03-31' } }),
    ]);
  });
});
