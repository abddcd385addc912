import type { Vacancy } from '../../app/domain/documents/index.ts';
import type { WageBand } from '../../app/domain/money/comparable-wage.ts';
import type { VacancyFacet } from '../engine.ts';

/** Facets that are a vacancy's own; the others are its pathway's. */
export const OWN_FACETS = [
  'destination',
  'occupation',
  'sector',
  'housing',
  'language',
  'wage',
] as const satisfies readonly VacancyFacet[];
export type OwnFacet = (typeof OWN_FACETS)[number];

/** What a vacancy is counted and found under; its wage moves with the rates and stands apart. */
export type Traits = Record<Exclude<OwnFacet, 'wage' | 'language'>, string> & { languages: readonly string[] };

/** More languages than any job asks for; the rest are shown and not counted. */
const MOST_LANGUAGES = 20;

/** `en-GB` is English to whoever looks for work. */
const languageOf = (tag: string) => tag.toLowerCase().split('-')[0] ?? tag;

function languagesOf({ languages }: Vacancy): string[] {
  if (languages === undefined) return ['not-stated'];
  if (languages.length === 0) return ['none'];
  return [...new Set(languages.map(({ language }) => languageOf(language)))].sort().slice(0, MOST_LANGUAGES);
}

export const traitsOf = (vacancy: Vacancy): Traits => ({
  destination: vacancy.destination,
  occupation: vacancy.occupation,
  sector: vacancy.sector,
  housing: vacancy.provides?.housing ?? 'not-stated',
  languages: languagesOf(vacancy),
});

/** The codes of which each begins the next, the code itself at the end. */
export const prefixesOf = (code: string): string[] => [...code].map((_, at) => code.slice(0, at + 1));

/** The ISCO-08 sub-major group of an occupation: by more than these some forty nobody would choose, and each value costs a count. */
export const groupOf = (occupation: string): string => occupation.slice(0, 2);

const token = (facet: OwnFacet, value: string) => `${facet}:${value}`;

/** What an occupation is found by beside its own code: the codes that begin it, and what only a longer code asks for. */
const occupationTokens = (occupation: string): string[] => [
  ...prefixesOf(occupation).map((code) => token('occupation', code)),
  token('occupation', `=${occupation}`),
];

/** What a vacancy of its own counts under, by facet. */
export type FacetValues = Record<OwnFacet, readonly string[]>;

export const facetValues = (traits: Traits, band: WageBand | undefined): FacetValues => ({
  destination: [traits.destination],
  occupation: [groupOf(traits.occupation)],
  sector: [traits.sector],
  housing: [traits.housing],
  language: traits.languages,
  wage: band === undefined ? [] : [band],
});

/** The same as words of one list, `facet:value`. */
export const facetTokens = (values: FacetValues): string[] =>
  OWN_FACETS.flatMap((facet) => values[facet].map((value) => token(facet, value)));

/** Every word that a filter may find a vacancy by, from what it counts under and its occupation: «222» answers to 2, 22 and 222, and to a longer code through `=222`. */
export const filterTokens = (facets: readonly string[], occupation: string): string[] => [
  ...new Set([...facets, ...occupationTokens(occupation)]),
];

/** Control characters and halves of letters: no document's value holds one, and neither engine reads them all. */
const UNREADABLE = /[\p{Cc}\p{Cs}]/u;

/** Of the chosen values those that a vacancy can have. */
export const readable = (values: readonly string[]): string[] => values.filter((value) => !UNREADABLE.test(value));

/** The words of which a vacancy must have one, for the chosen values of a facet. */
export function askedTokens(facet: OwnFacet, values: readonly string[]): string[] {
  const wider = (value: string) =>
    facet === 'occupation'
      ? prefixesOf(value)
          .slice(0, -1)
          .map((code) => `=${code}`)
      : [];
  return values.flatMap((value) => [value, ...wider(value)]).map((value) => token(facet, value));
}

/** Counts by `facet:value` as counts by facet and value. */
export function countsOfTokens(tokens: Readonly<Record<string, number>>): Record<OwnFacet, Record<string, number>> {
  const counts = { destination: {}, occupation: {}, sector: {}, housing: {}, language: {}, wage: {} };
  const by: Readonly<Record<string, Record<string, number>>> = counts;
  for (const [text, count] of Object.entries(tokens)) {
    const at = text.indexOf(':');
    const facet = by[text.slice(0, at)];
    if (facet) facet[text.slice(at + 1)] = count;
  }
  return counts;
}
