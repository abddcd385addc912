import { Country } from '../../documents/codes.ts';
import { Id } from '../../documents/ids.ts';
import type { Profile } from '../../documents/index.ts';
import { readDay } from './date.ts';
import { oneOf, type Read, slip, slipsOf, type Typed, understood } from './typed.ts';

export type Stay = NonNullable<Profile['stays']>[number];

type End = Pick<Stay, 'to' | 'leftOnTime'>;

/** How a stay ended; nothing of one that lasts still. */
function readEnd(typed: Typed, from: Read<string>): Read<End> {
  const isOpen = ['to-day', 'to-month', 'to-year'].every((field) => typed.one(field) === '');
  if (isOpen !== (typed.one('still') === 'yes')) return slip('to-day', 'end');
  if (isOpen) return understood({});
  const to = readDay(typed, 'to');
  const onTime = oneOf(typed, 'on-time', ['yes', 'no'], 'leftOnTime');
  if (to.ok && from.ok && to.value < from.value) return slipsOf(slip('to-day', 'endsBefore'), onTime);
  if (!to.ok || !onTime.ok) return slipsOf(to, onTime);
  return understood({ to: to.value, leftOnTime: onTime.value === 'yes' });
}

/** A stay abroad: where, from which day to which, under which pathway, and whether it was left on time. */
export function readStay(typed: Typed): Read<Stay> {
  const country = oneOf(typed, 'country', Country.options, 'country');
  const pathway = Id.safeParse(typed.one('under'));
  const from = readDay(typed, 'from');
  const end = readEnd(typed, from);
  if (!country.ok || !from.ok || !end.ok) return slipsOf(country, from, end);
  return understood({
    country: country.value,
    from: from.value,
    ...(pathway.success && { pathway: pathway.data }),
    ...end.value,
  });
}
