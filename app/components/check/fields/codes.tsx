import { Country, Currency } from '../../../domain/documents/codes.ts';
import { languageCodes } from '../../../domain/documents/language-codes.ts';
import type { Speech } from '../../../i18n/context.tsx';
import type { Locale } from '../../../i18n/locale.ts';
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

const languages = new Map<Locale, readonly Option[]>();

/** Every language that has a name in the reader's, each name once: of its codes the shortest. */
export function languageOptions(speech: Speech): readonly Option[] {
  const known = languages.get(speech.locale);
  if (known) return known;
  const byName = new Map<string, string>();
  for (const code of languageCodes) {
    const name = speech.f.language(code);
    if (name !== code && !byName.has(name)) byName.set(name, code);
  }
  const options = named([...byName.values()], speech.f.language, speech);
  languages.set(speech.locale, options);
  return options;
}
