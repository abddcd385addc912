import * as z from 'zod';
import { Id } from '../../documents/ids.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';
import { WithinMonths } from '../parameters.ts';

const Score = z.number().describe('a score, a number');

/** The best score of the test `of` taken by the day of evaluation and, with `withinMonths`, not before the day that many months earlier. */
export const test = fact('test', {
  subject: 'person',
  parameters: { of: Id, withinMonths: WithinMonths.optional() },
  comparisons: order(Score),
});
