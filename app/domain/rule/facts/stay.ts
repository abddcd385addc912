import { Country } from '../../documents/codes.ts';
import { Days } from '../../documents/numbers.ts';
import type { Profile } from '../../documents/profile.ts';
import { dayNumber, monthsBefore } from '../../time/calendar.ts';
import { covered, type Span } from '../../time/spans.ts';
import { order, someOf } from '../comparison.ts';
import { fact } from '../fact.ts';
import { number } from '../measure.ts';
import { WithinMonths } from '../parameters.ts';
import { recalled } from '../person.ts';

type Stay = NonNullable<Profile['stays']>[number];

/** The days of a stay, the first and the last included; one without an end lasts still. */
const daysOf = ({ from, to }: Stay): Span => ({
  first: dayNumber(from),
  last: to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to),
});

/** Days present in `where` (the destination if absent) from the day `withinMonths` before the day of evaluation to that day, both included. */
export const stay = fact('stay', {
  subject: 'stays',
  parameters: { where: someOf(Country).optional(), withinMonths: WithinMonths },
  comparisons: order(Days),
  measure: number,
  here: ['destination'],
  read: ({ where, withinMonths }, { destination }) => {
    const countries = where ?? (destination === undefined ? undefined : [destination]);
    return recalled(`stay ${countries} ${withinMonths}`, ({ profile, on }) => {
      if (countries === undefined || profile.stays === undefined) return undefined;
      const window = { first: dayNumber(monthsBefore(on, withinMonths)), last: dayNumber(on) };
      return covered(profile.stays.filter(({ country }) => countries.includes(country)).map(daysOf), window);
    });
  },
});
