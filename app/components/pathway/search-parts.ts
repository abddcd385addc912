import { withoutValue } from '../../../search/address.ts';
import { type FacetCounts, PATHWAY_FACETS, type PathwayFacet } from '../../../search/engine.ts';
import { type PathwaySearch, toSearch } from '../../../search/pathway/query.ts';
import type { Speech } from '../../i18n/context.tsx';
import type { Chip, OfferedFacet } from '../search/Filters.tsx';

/** What a facet's value is called. */
export type ValueName = (facet: PathwayFacet, value: string) => string;

export const valueName =
  (
    { f, code }: Speech,
    sectors: Readonly<Record<string, string>>,
    occupations: Readonly<Record<string, string>>,
  ): ValueName =>
  (facet, value) => {
    if (facet === 'destination' || facet === 'origin') return f.country(value);
    if (facet === 'sector') return sectors[value] ?? value;
    if (facet === 'occupation') return occupations[value] ?? value;
    return code(facet === 'settlement' ? 'settlementFacet' : facet, value);
  };

export const searchHref = (locale: string, search: PathwaySearch) => {
  const query = toSearch(search).toString();
  return `/${locale}/pathways${query && `?${query}`}`;
};

/** Facets whose filter also finds the pathways that name no value, being open to all; counts leave these out. */
const ALSO_ANY: ReadonlySet<PathwayFacet> = new Set(['origin', 'occupation', 'sector']);

export const offeredFacets = (
  search: PathwaySearch,
  counts: FacetCounts,
  name: ValueName,
  { t }: Speech,
): OfferedFacet[] =>
  PATHWAY_FACETS.map((facet) => ({
    ...{ key: facet, label: t(`facet.${facet}`), counts: counts[facet], chosen: search.filters[facet] ?? [] },
    ...(ALSO_ANY.has(facet) && { hint: t('filters.anyToo') }),
    name: (value) => name(facet, value),
  }));

export const chipsOf = (search: PathwaySearch, name: ValueName, { t, locale }: Speech): Chip[] =>
  PATHWAY_FACETS.flatMap((facet) =>
    (search.filters[facet] ?? []).map((value) => ({
      ...{ label: t(`facet.${facet}`), value: name(facet, value) },
      href: searchHref(locale, withoutValue(search, facet, value)),
    })),
  );
