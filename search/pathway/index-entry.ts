import { Country } from '../../app/domain/documents/codes.ts';
import type { Pathway, Text } from '../../app/domain/documents/index.ts';
import { fold } from '../../app/domain/text/fold.ts';
import { LOCALES, type Locale } from '../../app/i18n/locale.ts';
import type { Wording } from '../wording.ts';
import { facetTokens, filterTokens, type PathwaySearchDocument } from './document.ts';

/** A pathway as an index holds it: what is searched, what is filtered and sorted by, and what is shown. */
export type PathwayIndexEntry = {
  id: string;
  names: string[];
  occupations: string[];
  summaries: string[];
  context: string[];
  filters: string[];
  facets: string[];
  /** Sort keys by language, folded, so that every engine orders them alike. */
  nameOrder: Record<Locale, string>;
  destinationOrder: Record<Locale, string>;
  /** Places left when it was last written, to sort by. Absent: not published, not stated; such a pathway stands last either way. */
  places?: number;
  stay?: number;
  updated: string;
  /** How many occupations it is for, as far as it names them: of equal results the more particular one is the better. */
  breadth: number;
  document: PathwaySearchDocument;
};

/** How many occupation words one pathway may bring; «any work» brings none. */
const MOST_OCCUPATION_WORDS = 4_000;

const locales = Object.keys(LOCALES).filter((code): code is Locale => code in LOCALES);
const regionNames = new Map(locales.map((locale) => [locale, new Intl.DisplayNames(locale, { type: 'region' })]));
const countryName = (locale: Locale, code: string) => regionNames.get(locale)?.of(code) ?? code;

const saidIn = (text: Text, locale: Locale) => text[locale] ?? text.en;
const byLocale = (say: (locale: Locale) => string): Record<Locale, string> => ({
  en: fold(say('en')),
  es: fold(say('es')),
  fr: fold(say('fr')),
  ar: fold(say('ar')),
});
const wordsIn = (texts: readonly Text[]) => [...new Set(texts.flatMap((text) => Object.values(text)))];

function contextOf({ destination, agencies, instruments, sectors, id }: Pathway, { sector }: Wording): string[] {
  const country = locales.map((locale) => countryName(locale, destination));
  const named = wordsIn([...agencies, ...instruments].map(({ name }) => name));
  return [
    ...country,
    ...(sectors === 'any' ? [] : sectors.flatMap((code) => sector(code))),
    ...named,
    id.replaceAll('-', ' '),
  ];
}

/** ISCO-08 unit groups under a code, roughly: ten below each. */
const breadthOf = ({ occupations }: Pathway): number =>
  occupations === 'any' ? 10_000 : occupations.reduce((sum, code) => sum + 10 ** (4 - code.length), 0);

export function toIndexEntry(
  pathway: Pathway,
  document: PathwaySearchDocument,
  { placesLeft, wording }: { placesLeft: number | null; wording: Wording },
): PathwayIndexEntry {
  const { name, summary, destination, occupations, stay } = pathway;
  const longest = stay.maxMonths ?? stay.initialMonths;
  return {
    id: pathway.id,
    names: wordsIn([name]),
    occupations:
      occupations === 'any'
        ? []
        : [...new Set(occupations.flatMap((code) => wording.occupation(code)))].slice(0, MOST_OCCUPATION_WORDS),
    summaries: wordsIn([summary]),
    context: contextOf(pathway, wording),
    filters: filterTokens(document, Country.options),
    facets: facetTokens(document),
    nameOrder: byLocale((locale) => saidIn(name, locale)),
    destinationOrder: byLocale((locale) => countryName(locale, destination)),
    ...(placesLeft !== null && { places: placesLeft }),
    ...(longest !== null && { stay: longest }),
    updated: document.updated,
    breadth: breadthOf(pathway),
    document,
  };
}
