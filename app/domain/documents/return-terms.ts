import * as z from 'zod';
import { Id } from './ids.ts';
import { DaysAfter, Months } from './numbers.ts';
import { Text } from './text.ts';

/** What one side undertakes about the way back; `due.days` are calendar days after the event, negative before it, 0 from then on. */
export const Obligation = z.strictObject({
  id: Id,
  party: z.enum(['worker', 'employer', 'origin', 'destination']),
  label: Text,
  due: z.strictObject({
    after: z.enum(['arrival', 'contract-end', 'permit-end', 'departure', 'return', 'readmission-request']),
    days: DaysAfter,
  }),
  evidence: Text.optional(),
  incentive: Text.optional(),
  sanction: Text.optional(),
  cite: Id.optional(),
});
export type Obligation = z.infer<typeof Obligation>;

/** The way back: what each side undertakes, and how one may come again; coolingOffMonths are months to stay away first. */
export const ReturnTerms = z.strictObject({
  commitment: z.enum(['none', 'leave-at-end', 'signed-commitment', 'bond', 'cooling-off']),
  obligations: z.array(Obligation),
  reentry: z.strictObject({ priority: z.boolean().optional(), coolingOffMonths: Months.optional() }).optional(),
});
export type ReturnTerms = z.infer<typeof ReturnTerms>;
