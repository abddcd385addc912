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
