import { expect, it } from 'vitest';
import { aVacancy } from '../../../test/support/documents.ts';
import { endedOf } from './ended.ts';

const ON = '2026-11-26';
const FLAGS = [{ path: '/pathway', why: 'pathway-closed', flag: true }] as const;
type Over = Partial<Parameters<typeof endedOf>[0]> & { applyBy?: string; notInEffect?: boolean };

const ended = ({ applyBy, notInEffect = false, ...over }: Over) =>
  endedOf(
    {
      vacancy: aVacancy({ places: 2, ...(applyBy && { applyBy }) }),
      stage: 'published',
      taken: 0,
      flags: null,
      ...over,
    },
    notInEffect,
    ON,
  );

it.each<[string, Over, ReturnType<typeof ended>]>([
  ['published', {}, null],
  ['on its last day', { applyBy: ON }, null],
  ['after its last day', { applyBy: '2026-11-25' }, 'late'],
  ['with its last place filled', { taken: 2 }, 'filled'],
  ['withdrawn', { stage: 'withdrawn' }, 'withdrawn'],
  ['under a pathway that is not in effect', { notInEffect: true }, 'notInEffect'],
  ['to be looked at', { flags: FLAGS, notInEffect: true }, 'flagged'],
])('one %s', (_, over, why) => expect(ended(over)).toBe(why));
