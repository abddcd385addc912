import * as z from 'zod';
import { order, sameness } from '../comparison.ts';
import { fact } from '../fact.ts';

const Years = z.int().min(0).max(120).describe('an integer 0–120');

/** Whole years on the day of evaluation; a person born on 29 February is a year older on 1 March of other years. */
export const age = fact('age', {
  subject: 'person',
  parameters: {},
  comparisons: { ...order(Years), ...sameness(Years) },
});
