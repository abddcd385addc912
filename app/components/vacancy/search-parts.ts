import { withoutValue } from '../../../search/address.ts';
import { VACANCY_FACETS, type VacancyFacet, type VacancyResult } from '../../../search/engine.ts';
import type { VacancySearch } from '../../../search/vacancy/query.ts';
import { groupOf } from '../../../search/vacancy/traits.ts';
import { WAGE_BANDS } from '../../domain/money/comparable-wage.ts';
import type { Speech } from '../../i18n/context.tsx';
import type { Chip, OfferedFacet } from '../search/Filters.tsx';
import { type ListPlace, placedHref } from './list-place.ts';

/** Names of codes, in the reader's language. */
export type VacancyNames = Record<'occupations' | 'sectors' | 'pathways', Readonly<Record<string, string>>>;

export type ValueName = (facet: VacancyFacet, value: string) => string;

function bandName(value: string, { t, f }: Speech): string {
  const at = WAGE_BANDS.map(String).indexOf(value);
  const from = f.money({ amount: Number(value), currency: 'EUR' });
  const next = WAGE_BANDS[at + 1];
  if (next === undefined) return t('vacancies.wage.from', { from });
  const to = f.money({ amount: Number(next), currency: 'EUR' });
  return at === 0 ? t('vacancies.wage.below', { to }) : t('vacancies.wage.between', { from, to });
}

const languageName = (value: string, { f, code }: Speech) =>
  value === 'none' || value === 'not-stated' ? code('languageFacet', value) : f.language(value);

/** What a facet's value is called. */
export function valueName(speech: Speech, { occupations, sectors, pathways }: VacancyNames): ValueName {
  const { f, code } = speech;
  const NAMES: Record<VacancyFacet, (value: string) => string> = {
    destination: f.country,
    origin: f.country,
    occupation: (value) => occupations[value] ?? value,
    sector: (value) => sectors[value] ?? value,
    pathway: (value) => pathways[value] ?? value,
    kind: (value) => code('kind', value),
    settlement: (value) => code('settlementFacet', value),
    family: (value) => code('familyFacet', value),
    housing: (value) => code('inKind', value),
    language: (value) => languageName(value, speech),
    wage: (value) => bandName(value, speech),
  };
  return (facet, value) => NAMES[facet](value);
}

/** How many there are of an occupation, where groups of two digits are counted: of a longer code that is not known. */
const countOfOccupation = (groups: Readonly<Record<string, number>>) => (code: string) =>
  groupOf(code) !== code
    ? undefined
    : Object.entries(groups).reduce((sum, [group, count]) => (group.startsWith(code) ? sum + count : sum), 0);

export const offeredFacets = (
  search: VacancySearch,
  counts: VacancyResult['facets'],
  name: ValueName,
  { t }: Speech,
): OfferedFacet[] =>
  VACANCY_FACETS.map((facet) => ({
    ...{ key: facet, label: t(`facet.${facet}`), chosen: search.filters[facet] ?? [] },
    counts: counts[facet],
    ...(facet === 'occupation' && { countOf: countOfOccupation(counts.occupation) }),
    ...(facet === 'origin' && { hint: t('filters.anyToo') }),
    ...(facet === 'wage' && { hint: t('vacancies.wage.hint') }),
    name: (value) => name(facet, value),
  }));

/** One condition of a search, and the search without it. */
export type Condition = { key: string; label: string; value: string; without: VacancySearch };

/** Everything that narrows a search beside its text. */
export function conditionsOf(search: VacancySearch, name: ValueName, { t, f }: Speech): Condition[] {
  const { wageAtLeast, startFrom, ...rest } = search;
  const wage = wageAtLeast === undefined ? {} : { wageAtLeast };
  const start = startFrom === undefined ? {} : { startFrom };
  return [
    ...VACANCY_FACETS.flatMap((facet) =>
      (search.filters[facet] ?? []).map((value) => ({
        ...{ key: `${facet} ${value}`, label: t(`facet.${facet}`), value: name(facet, value) },
        without: withoutValue(search, facet, value),
      })),
    ),
    ...(wageAtLeast === undefined
      ? []
      : [
          {
            ...{ key: 'wageAtLeast', label: t('vacancies.wageAtLeast') },
            value: f.money({ amount: wageAtLeast, currency: search.currency }),
            without: { ...rest, ...start, page: 1 },
          },
        ]),
    ...(startFrom === undefined
      ? []
      : [
          {
            ...{ key: 'startFrom', label: t('vacancies.startFrom'), value: f.date(startFrom) },
            without: { ...rest, ...wage, page: 1 },
          },
        ]),
  ];
}

export const chipsOf = (conditions: readonly Condition[], locale: string, place: ListPlace): Chip[] =>
  conditions.map(({ label, value, without }) => ({ label, value, href: placedHref(locale, place, without) }));
