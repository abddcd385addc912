import type { Profile } from '../../documents/profile.ts';
import { type Job, monthsOf, windowTo } from '../../rule/facts/experience.ts';
import { coveredBy } from '../../rule/measure.ts';
import { monthNumber, monthsBefore } from '../../time/calendar.ts';
import { covered, merged } from '../../time/spans.ts';
import type { ChangeOf } from './change.ts';

/** Nobody is asked for work before this age: the lowest general minimum age of ILO Convention 138, article 2(4). */
const WORKING_AGE_MONTHS = 14 * 12;
/** Nor for more than fifty years of it. */
const MOST_MONTHS = 50 * 12;

/** Work in any of the occupations `of` (absent: all), of the last `withinMonths` months if given. */
type Work = Pick<ChangeOf<'experience'>, 'of' | 'withinMonths'>;
type Worker = Pick<Profile, 'experience' | 'birthDate'>;

/** The months that count, those worked, and the first that a job may begin in. */
function monthsOfWork({ of, withinMonths }: Work, { experience = [], birthDate }: Worker, on: string) {
  const window = windowTo(on, withinMonths);
  const counting = experience.filter(({ occupation }) => of === undefined || coveredBy(occupation, of));
  const working = birthDate === undefined ? Number.NEGATIVE_INFINITY : monthNumber(birthDate) + WORKING_AGE_MONTHS;
  return {
    window,
    worked: merged(counting.map(monthsOf), window),
    earliest: Math.max(window.first, window.last - MOST_MONTHS + 1, working, monthNumber('0001-01')),
  };
}

type Months = ReturnType<typeof monthsOfWork>;

/** The months that count once there is a job from a month on until the last. */
const countedFrom = (first: number, { window, worked }: Months): number =>
  covered([...worked, { first, last: window.last }], window);

/** The months of work that count now. */
export const workedMonths = (work: Work, worker: Worker, on: string): number => {
  const { worked, window } = monthsOfWork(work, worker, on);
  return covered(worked, window);
};

/** The most months of work that a person can come to count. */
export function mostMonths(work: Work, worker: Worker, on: string): number {
  const months = monthsOfWork(work, worker, on);
  return countedFrom(months.earliest, months);
}

/**
 * The shortest job held until the month of `on` that brings the months counted to `to`, as if the person had worked already; where no
 * working life is long enough, the longest.
 */
export function jobNeeded(work: Work & { to: number }, worker: Worker, on: string, occupation: string): Job {
  const months = monthsOfWork(work, worker, on);
  const { last } = months.window;
  let [least, most] = [Math.min(months.earliest, last), last];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (countedFrom(middle, months) >= work.to) least = middle;
    else most = middle - 1;
  }
  return { occupation, from: monthsBefore(on, last - least).slice(0, 7), to: on.slice(0, 7) };
}
