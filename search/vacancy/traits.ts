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

/** More languages than any job asks for; the rest are shown and not counted. */
const MOST_LANGUAGES = 20;

/** `en-GB` is English to whoever looks for work. */
const languageOf = (tag: string) => tag.toLowerCase().split('-')[0] ?? tag;

function languagesOf({ languages }: Vacancy): string[] {
  if (languages === undefined) return ['not-stated'];
  if (languages.length === 0) return ['none'];
  return [...new Set(languages.map(({ language }) => languageOf(language)))].sort().slice(0, MOST_LANGUAGES);
}

/** The values each facet counts a vacancy under; its wage moves with the rates and is counted apart. */
const FACETED: Record<Exclude<OwnFacet, 'wage'>, (vacancy: Vacancy) => readonly string[]> = {
  destination: ({ destination }) => [destination],
  occupation: ({ occupation }) => [occupation],
  sector: ({ sector }) => [sector],
  housing: ({ provides }) => [provides?.housing ?? 'not-stated'],
  language: languagesOf,
};

const prefixesOf = (code: string) => [...code].map((_, at) => code.slice(0, at + 1));
const token = (facet: OwnFacet) => (value: string) => `${facet}:${value}`;
const isFaceted = (facet: OwnFacet): facet is keyof typeof FACETED => facet in FACETED;

/** What counts and finds a vacancy, and many others like it: few sets of these are ever different. */
export function traitsOf(vacancy: Vacancy): { facets: string[]; filters: string[] } {
  const facets = OWN_FACETS.filter(isFaceted).flatMap((facet) => FACETED[facet](vacancy).map(token(facet)));
  const { occupation } = vacancy;
  // «222» answers to 2, 22 and 222; to a longer code it answers through `=222`.
  const found = [...prefixesOf(occupation), `=${occupation}`].map(token('occupation'));
  return { facets, filters: [...new Set([...facets, ...found])] };
}

export const bandToken = (band: WageBand): string => token('wage')(band);

/** Control characters and halves of letters: no document's value holds one, and neither engine reads them all. */
const UNREADABLE = /[\p{Cc}\p{Cs}]/u;

/** The words of which a vacancy must have one, for the chosen values of a facet. */
export function askedTraits(facet: OwnFacet, values: readonly string[]): string[] {
  const readable = values.filter((value) => !UNREADABLE.test(value));
  const asked = (value: string) =>
    facet === 'occupation'
      ? [
          value,
          ...prefixesOf(value)
            .slice(0, -1)
            .map((code) => `=${code}`),
        ]
      : [value];
  return [...new Set(readable.flatMap(asked))].map(token(facet));
}

/** Counts by token, `facet:value`, of one facet. */
export const countsOf = (facet: OwnFacet, counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([text, count]) =>
      text.startsWith(`${facet}:`) ? [[text.slice(facet.length + 1), count]] : [],
    ),
  );
