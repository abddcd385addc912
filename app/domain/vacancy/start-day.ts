import { dateFields, isDayBlank, readDay } from '../check/typed/date.ts';
import { type Slip, typedIn } from '../check/typed/typed.ts';

/** The key of an address that holds the first day of the work that is sought; a form asks for its parts. */
const KEY = 'startFrom';
const PARTS = ['day', 'month', 'year'].map((part) => `${KEY}-${part}`);

/** The fields of a day as they are shown again, and what of them cannot be taken. */
export type StartDay = { fields: readonly (readonly [string, string])[]; slips: readonly Slip[] };

/** An address whose day may have been typed in parts, with the day as one date. */
export function withStartDay(params: URLSearchParams): { params: URLSearchParams; start: StartDay } {
  const typed = typedIn(params);
  const whole = new URLSearchParams(params);
  for (const part of PARTS) whole.delete(part);
  if (isDayBlank(typed, KEY)) {
    const start = ofDate(params.getAll(KEY).at(-1)?.trim() ?? '');
    if (start.slips.length > 0 && start.fields.length > 0) whole.delete(KEY); // its fields show it, and what is wrong with it
    return { params: whole, start };
  }
  const fields = PARTS.map((part) => [part, typed.one(part)] as const);
  whole.delete(KEY);
  const read = readDay(typed, KEY);
  if (!read.ok) return { params: whole, start: { fields, slips: read.slips } };
  whole.set(KEY, read.value);
  return { params: whole, start: { fields, slips: [] } };
}

/** Of a date that an address holds: one of the wrong form has no parts to show. */
function ofDate(date: string): StartDay {
  const fields = /^\d+-\d+-\d+$/.test(date) ? dateFields(KEY, date) : [];
  const read = readDay(typedIn(new URLSearchParams(fields.map(([name, text]) => [name, text]))), KEY);
  return { fields, slips: date === '' || read.ok ? [] : read.slips };
}
