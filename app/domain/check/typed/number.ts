import type * as z from 'zod';
import { Count } from '../../documents/numbers.ts';
import { inLatinDigits } from '../../text/digits.ts';
import { type Read, slip, type Typed, understood, type Why } from './typed.ts';

const MOST = 1e12;

/** A whole number, of as many as can be meant. */
export function readCount(
  typed: Typed,
  field: string,
  counted: z.ZodType<number> = Count,
  why: Why = 'count',
): Read<number> {
  const digits = inLatinDigits(typed.one(field));
  const count = counted.safeParse(/^\d+$/.test(digits) ? Number(digits) : undefined);
  return count.success ? understood(count.data) : slip(field, why);
}

const PLAIN = /^(?<whole>\d{1,12})(?:[.,](?<decimals>\d{1,2}))?$/;
/** Groups of three with one sign between them, then perhaps decimals behind another: 1.234.567 or 1,234.50. */
const GROUPED = /^(?<whole>\d{1,3}(?<sign>[.,'’ ])\d{3}(?:\k<sign>\d{3})*)(?:(?!\k<sign>)[.,](?<decimals>\d{1,2}))?$/u;
/** 1,234 may be a thousand and more, or a little more than one. */
const TWO_WAYS = /^\d{1,3}[.,]\d{3}$/;

/** A decimal number, 0 or more, as people write it; one that could be read in two ways is refused, not guessed. */
export function readAmount(typed: Typed, field: string, why: Why = 'amount'): Read<number> {
  const text = inLatinDigits(typed.one(field))
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace('٫', '.')
    .replaceAll('٬', ',');
  const { whole, decimals = '0' } =
    (TWO_WAYS.test(text) ? undefined : (PLAIN.exec(text) ?? GROUPED.exec(text)))?.groups ?? {};
  const value = whole === undefined ? Number.NaN : Number(`${whole.replace(/\D/g, '')}.${decimals}`);
  return value <= MOST ? understood(value) : slip(field, why);
}
