import * as z from 'zod';

const Country = z.string().regex(/^[A-Z]{2}$/);
const Text = z.record(z.string(), z.string()).and(z.object({ en: z.string() }));
const Source = z.strictObject({ id: z.string(), title: z.string(), url: z.url().optional(), asOf: z.string().optional(), basis: z.enum(['official', 'secondary', 'general-knowledge']) });

/** What is known of one way between two states; what is absent is not known. */
export const Corridor = z.strictObject({
  origin: Country,
  destination: Country,
  /** Average total cost of sending money, in percent of what is sent. */
  remittanceCostPercent: z.strictObject({ value: z.number(), asOf: z.string(), source: z.string() }).optional(),
  agreements: z.array(z.strictObject({ name: Text, year: z.int().optional(), kind: z.enum(['labour', 'partnership', 'project']) })).optional(),
  socialSecurityPortability: z.boolean().optional(),
  readmissionAgreement: z.boolean().optional(),
  notes: z.array(z.string()).optional(),
  sources: z.array(Source),
});
export type Corridor = z.infer<typeof Corridor>;
