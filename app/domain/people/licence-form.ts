import { dayMessage, isDayBlank, readDay } from '../check/typed/date.ts';
import { typedIn } from '../check/typed/typed.ts';
import { LICENCE_STATUSES, type LicenceTerm } from './organisation.ts';

type Problem = {
  field: string;
  message: 'form.missing' | 'form.wrong' | 'slip.day' | 'slip.noSuchDay' | 'licence.ends';
};

type Term = LicenceTerm & { number: string };

/** The licence that an officer typed, or what of it cannot be taken. */
export function readLicence(
  values: Readonly<Record<string, string>>,
): { ok: true; licence: Term } | { ok: false; problems: Problem[] } {
  const typed = typedIn(new URLSearchParams(values));
  const number = typed.one('number');
  const status = LICENCE_STATUSES.find((one) => one === typed.one('status'));
  const from = readDay(typed, 'from');
  const to = isDayBlank(typed, 'to') ? ({ ok: true, value: null } as const) : readDay(typed, 'to');
  const problems: Problem[] = [];
  if (number === '' || number.length > 100)
    problems.push({ field: 'number', message: number === '' ? 'form.missing' : 'form.wrong' });
  for (const [field, read] of [
    ['from-day', from],
    ['to-day', to],
  ] as const)
    if (!read.ok) problems.push({ field, message: dayMessage(read.slips) });
  if (from.ok && to.ok && to.value !== null && to.value < from.value)
    problems.push({ field: 'to-day', message: 'licence.ends' });
  if (!from.ok || !to.ok || problems.length > 0) return { ok: false, problems };
  return { ok: true, licence: { number, validFrom: from.value, validTo: to.value, status: status ?? 'valid' } };
}
