import { Occupation } from '../../documents/codes.ts';
import { Months } from '../../documents/numbers.ts';
import type { Profile } from '../../documents/profile.ts';
import { monthNumber } from '../../time/calendar.ts';
import { covered, type Span } from '../../time/spans.ts';
import { order, someOf } from '../comparison.ts';
import { fact } from '../fact.ts';
import { coveredBy, number } from '../measure.ts';
import { WithinMonths } from '../parameters.ts';
import { recalled } from '../person.ts';

export type Job = NonNullable<Profile['experience']>[number];

/** The months of a job, the first and the last included; one without an end is held still. */
export const monthsOf = ({ from, to }: Job): Span => ({
  first: monthNumber(from),
  last: to === undefined ? Number.POSITIVE_INFINITY : monthNumber(to),
});

/** The month of the day and the months before it, `withinMonths` in all. */
export function windowTo(on: string, withinMonths = Number.POSITIVE_INFINITY): Span {
  const last = monthNumber(on);
  return { first: last - withinMonths + 1, last };
}

/** Distinct calendar months worked in any of the occupations `of` (all work if absent), of the last `withinMonths` if given. */
export const experience = fact('experience', {
  subject: 'experience',
  parameters: { of: someOf(Occupation).optional(), withinMonths: WithinMonths.optional() },
  comparisons: order(Months),
  measure: number,
  read: ({ of, withinMonths }) =>
    recalled(`experience ${of} ${withinMonths}`, ({ profile, on }) => {
      const jobs = profile.experience?.filter(({ occupation }) => of === undefined || coveredBy(occupation, of));
      return jobs && covered(jobs.map(monthsOf), windowTo(on, withinMonths));
    }),
});
