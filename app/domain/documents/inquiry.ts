import * as z from 'zod';
import { CalendarDate } from './dates.ts';
import { Id } from './ids.ts';
import { Pathway } from './pathway.ts';
import { Profile } from './profile.ts';

/** Who asks which ways are open: a profile, the day (absent: today), and the pathways (absent: every published one) and drafts to assess it against. */
export const Inquiry = z.strictObject({
  profile: Profile,
  on: CalendarDate.optional(),
  pathways: z.array(Id).optional(),
  drafts: z.array(Pathway).optional(),
});
export type Inquiry = z.infer<typeof Inquiry>;

/** The most changes that a way to become eligible may take. */
export const MOST_CHANGES = 3;

/** Who asks what would open more ways: an inquiry, and how many changes she would make at most. */
export const UnlockInquiry = Inquiry.extend({
  atMost: z
    .int()
    .min(1)
    .max(MOST_CHANGES)
    .describe(`how many changes at most, an integer 1–${MOST_CHANGES}`)
    .optional(),
});

/** The most vacancies or workers that one answer ranks. */
export const MOST_MATCHES = 1_000;
export const DEFAULT_MATCHES = 20;

/** Who asks which vacancies are for her: a profile, the day (absent: today), and how many of the best (absent: 20). */
export const MatchInquiry = z.strictObject({
  profile: Profile,
  on: CalendarDate.optional(),
  limit: z.int().min(1).max(MOST_MATCHES).describe(`how many, an integer 1–${MOST_MATCHES}`).optional(),
});
export type MatchInquiry = z.infer<typeof MatchInquiry>;
