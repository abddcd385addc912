import { isCalendarDate } from '../domain/documents/dates.ts';
import type { Money } from '../domain/documents/index.ts';
import { directionOf, type Locale } from './locale.ts';
import { formattingLocale } from './translate.ts';

/** Names, numbers, money and dates in one language. Built once a locale: making `Intl` objects is what costs. */
export type Format = ReturnType<typeof makeFormat>;

const nameOr = (names: Intl.DisplayNames, code: string) => {
  try {
    return names.of(code) ?? code;
  } catch {
    return code; // a well-formed code that no list has
  }
};

/** More than there are codes of any kind; addresses may hold any. */
const MOST_NAMES = 2_000;

/** What codes are called, looked up once each: a list of countries asks for hundreds. */
function namesIn(tag: string, type: Intl.DisplayNamesType): (code: string) => string {
  const names = new Intl.DisplayNames(tag, { type });
  const known = new Map<string, string>();
  return (code) => {
    const name = known.get(code) ?? nameOr(names, code);
    if (known.size >= MOST_NAMES) known.clear();
    known.set(code, name);
    return name;
  };
}

/** Symbols such as UK£ come apart in right-to-left text, and a bare $ is anybody's: Arabic names a currency, English says US$. */
const currencyDisplay = (locale: Locale) => (directionOf(locale) === 'rtl' ? 'name' : 'symbol');
const britishFor = (locale: Locale, tag: string) => (locale === 'en' ? 'en-GB' : tag);

function makeFormat(locale: Locale) {
  const tag = formattingLocale(locale);
  const country = namesIn(tag, 'region');
  const numbers = new Intl.NumberFormat(tag);
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const currencies = new Map<string, Intl.NumberFormat>();
  const day = new Intl.DateTimeFormat(britishFor(locale, tag), { dateStyle: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(britishFor(locale, tag), { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(britishFor(locale, tag), {
    ...({ day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' } as const),
    ...({ timeZone: 'UTC', timeZoneName: 'short' } as const),
  });
  const list = {
    and: new Intl.ListFormat(tag, { type: 'conjunction' }),
    or: new Intl.ListFormat(tag, { type: 'disjunction' }),
  };
  const collator = new Intl.Collator(tag);
  const currency = ({ amount, currency: code }: Money) => {
    const key = `${code}${Number.isInteger(amount)}`;
    const made =
      currencies.get(key) ??
      new Intl.NumberFormat(britishFor(locale, tag), {
        style: 'currency',
        currency: code,
        currencyDisplay: currencyDisplay(locale),
        ...(Number.isInteger(amount) && { maximumFractionDigits: 0 }),
      });
    currencies.set(key, made);
    return made.format(amount);
  };
  return {
    country,
    /** Countries by their names. */
    countries: (codes: readonly string[]) =>
      codes.map((code) => ({ code, name: country(code) })).sort((a, b) => collator.compare(a.name, b.name)),
    language: namesIn(tag, 'language'),
    number: (value: number) => numbers.format(value),
    /** A share of 1 in per cent, with one decimal. */
    percent: (share: number) => percents.format(share),
    money: currency,
    /** `2026-11-23` as words; what is no day of the calendar (a source dated `2023-24-01`) stays as it was written. */
    date: (iso: string) => (isCalendarDate(iso) ? day.format(new Date(`${iso}T00:00:00Z`)) : iso),
    /** `2026-11` as words. */
    month: (iso: string) => month.format(new Date(`${iso}-01T00:00:00Z`)),
    /** An instant as words, in the time zone that it names. */
    moment: (iso: string) => moment.format(new Date(iso)),
    currency: namesIn(tag, 'currency'),
    and: (items: readonly string[]) => list.and.format(items),
    or: (items: readonly string[]) => list.or.format(items),
    compare: (a: string, b: string) => collator.compare(a, b),
  };
}

const made = new Map<Locale, Format>();

export function formatOf(locale: Locale): Format {
  const known = made.get(locale) ?? makeFormat(locale);
  made.set(locale, known);
  return known;
}
