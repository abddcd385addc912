import type { Profile } from '../../documents/index.ts';
import { readMonth } from './date.ts';
import { readPlace } from './place.ts';
import { type Read, slip, slipsOf, type Typed, understood } from './typed.ts';
import { readWork } from './work.ts';

export type Job = NonNullable<Profile['experience']>[number];

const LAST = ['to-month', 'to-year'] as const;

/** The month in which a job ended; undefined where it goes on. */
function readEnd(typed: Typed, from: Read<string>): Read<string | undefined> {
  const isOpen = LAST.every((field) => typed.one(field) === '');
  if (isOpen !== (typed.one('still') === 'yes')) return slip('to-month', 'end');
  if (isOpen) return understood(undefined);
  const to = readMonth(typed, 'to');
  return to.ok && from.ok && to.value < from.value ? slip('to-month', 'endsBefore') : to;
}

/** A job: what work, from which month to which, and in which country. */
export function readJob(typed: Typed): Read<Job> {
  const [occupation, from] = [readWork(typed), readMonth(typed, 'from')];
  const [to, country] = [readEnd(typed, from), readPlace(typed)];
  if (!occupation.ok || !from.ok || !to.ok || !country.ok) return slipsOf(occupation, from, to, country);
  return understood({
    occupation: occupation.value,
    from: from.value,
    ...(to.value !== undefined && { to: to.value }),
    ...(country.value !== undefined && { country: country.value }),
  });
}
