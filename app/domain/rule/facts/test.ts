import * as z from 'zod';
import { Id } from '../../documents/ids.ts';
import { monthsBefore } from '../../time/calendar.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';
import { number } from '../measure.ts';
import { WithinMonths } from '../parameters.ts';
import { recalled } from '../person.ts';

const Score = z.number().describe('a score, a number');

/**
 * The best score of the test `of` taken by the day of evaluation and, with `withinMonths`, not before the day that many months earlier;
 * where tests are stated without one, there is none to compare.
 */
export const test = fact('test', {
  subject: 'tests',
  parameters: { of: Id, withinMonths: WithinMonths.optional() },
  comparisons: order(Score),
  measure: number,
  read: ({ of, withinMonths }) =>
    recalled(`test ${of} ${withinMonths}`, ({ profile: { tests }, on }) => {
      if (tests === undefined) return undefined;
      const since = withinMonths === undefined ? '' : monthsBefore(on, withinMonths);
      const valid = tests.filter(({ test, takenOn }) => test === of && takenOn >= since && takenOn <= on);
      return valid.length === 0 ? null : Math.max(...valid.map(({ score }) => score));
    }),
});
