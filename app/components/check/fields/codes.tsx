import { Country, Currency } from '../../../domain/documents/codes.ts';
import type { Speech } from '../../../i18n/context.tsx';
import type { Option } from './Field.tsx';

const named = (codes: readonly string[], nameOf: (code: string) => string, { f }: Speech): Option[] =>
  codes.map((value) => ({ value, name: nameOf(value) })).sort((a, b) => f.compare(a.name, b.name));

/** Every country by its name. */
export const countryOptions = (speech: Speech): Option[] => named(Country.options, speech.f.country, speech);

/** Every currency by its name, with its code; those that rules ask for come first. */
export function currencyOptions(speech: Speech, first: readonly string[]): Option[] {
  const nameOf = (code: string) => `${speech.f.currency(code)} (${code})`;
  const others = Currency.options.filter((code) => !first.includes(code));
  return [...named(first, nameOf, speech), ...named(others, nameOf, speech)];
}
