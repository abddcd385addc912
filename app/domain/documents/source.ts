import * as z from 'zod';
import { isCalendarDate } from './dates.ts';
import { Id } from './ids.ts';
import { Line } from './text.ts';

/** A page one may follow: http or https only, so that no document can carry a script into a link. */
export const WebAddress = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s/]\S*$/)
  .refine((url) => URL.canParse(url))
  .meta({ id: 'WebAddress', description: 'a web address that begins with https:// or http://' });

/** True of a season that its source names in place of a day, such as 2023-24 written `2023-24-01`. */
function isSeason(text: string): boolean {
  const [, year, next] = /^(\d{4})-(\d{2})-01$/.exec(text) ?? [];
  return year !== undefined && Number(next) === (Number(year) + 1) % 100;
}

/** The day of a source; published ones name seasons too, which an import warns of and does not refuse. */
const AsOf = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => isCalendarDate(text) || isSeason(text))
  .describe('a date that exists, YYYY-MM-DD');

/** Where a fact was found and how good the finding is. */
export const Source = z
  .strictObject({
    id: Id,
    title: Line,
    url: WebAddress.optional(),
    asOf: AsOf.optional(),
    basis: z.enum(['official', 'secondary', 'general-knowledge']).optional(),
  })
  .meta({ id: 'Source', description: 'a source with "id" and "title"' });
export type Source = z.infer<typeof Source>;

/** How sure the sources make one of the whole document. */
export const Confidence = z.enum(['high', 'medium', 'low']);
