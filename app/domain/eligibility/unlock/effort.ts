import type * as z from 'zod';
import type { Cefr } from '../../documents/codes.ts';
import type { Change, ChangeableFact, ChangeOf } from './change.ts';

/** How long changes typically take, in months. What each figure rests on is in assumptions.ts. */

/** Guided learning hours from the beginning: the upper figures, for most people who move to work learn beside a job. */
const HOURS = { 'below A1': 0, A1: 100, A2: 200, B1: 400, B2: 600, C1: 800, C2: 1_200 } as const satisfies Record<
  z.infer<typeof Cefr> | 'below A1',
  number
>;
/** Ten hours of lessons a week. */
const HOURS_A_MONTH = 40;

/** From less than primary school, at full time; levels 4, 5 and 6 each follow on level 3. */
const MONTHS_TO_ISCED = [0, 72, 108, 144, 156, 168, 192, 216, 252];

const TO_A_TEST = 3;
const TO_A_QUALIFICATION = 36;
const TO_RECOGNITION = 4;

function toLanguage({ from, to }: ChangeOf<'language'>): number | null {
  return from === null ? null : Math.ceil((HOURS[to] - HOURS[from]) / HOURS_A_MONTH);
}

function toEducation({ from, to }: ChangeOf<'education'>): number | null {
  const before = from === null ? undefined : MONTHS_TO_ISCED[from];
  const after = MONTHS_TO_ISCED[to];
  return before === undefined || after === undefined ? null : after - before;
}

function toQualification({ from, to }: ChangeOf<'qualification'>): number | null {
  if (from === null) return null;
  return (from === 'none' ? TO_A_QUALIFICATION : 0) + (to === 'recognised' ? TO_RECOGNITION : 0);
}

/** The months that a change typically takes; null where that is not estimated, or where it is not known from what. */
export function monthsOf(change: Change): number | null {
  switch (change.fact) {
    case 'language':
      return toLanguage(change);
    case 'test':
      return TO_A_TEST;
    case 'education':
      return toEducation(change);
    case 'training':
      return change.to;
    case 'experience':
      return change.to - (change.from ?? 0);
    case 'qualification':
      return toQualification(change);
    case 'savings':
    case 'offer':
      return null;
  }
}

/** What a set of changes takes, made at the same time: the longest of those that are estimated, and which are not. */
export type Effort = { months: number | null; notEstimated: readonly ChangeableFact[] };

export function effortOf(changes: readonly Change[]): Effort {
  const estimated = changes.flatMap((change) => monthsOf(change) ?? []);
  return {
    months: estimated.length === 0 ? null : Math.max(...estimated),
    notEstimated: changes.flatMap((change) => (monthsOf(change) === null ? [change.fact] : [])),
  };
}

/** What takes least time first; last what holds something that nobody estimated. */
export const compareEfforts = (a: Effort, b: Effort): number =>
  a.notEstimated.length - b.notEstimated.length || (a.months ?? 0) - (b.months ?? 0);
