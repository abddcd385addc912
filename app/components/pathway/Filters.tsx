import { withoutValue } from '../../../search/address.ts';
import { type FacetCounts, PATHWAY_FACETS, type PathwayFacet } from '../../../search/engine.ts';
import { type PathwaySearch, toSearch } from '../../../search/pathway/query.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { Icon } from '../ui/icons.tsx';

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

const SHOWN = 5;

type Option = { value: string; name: string; count: number; on: boolean };

function optionsOf(
  facet: PathwayFacet,
  counts: FacetCounts,
  on: readonly string[],
  name: ValueName,
  { f }: Speech,
): Option[] {
  const values = new Set([...on, ...Object.keys(counts[facet])]);
  return [...values]
    .map((value) => ({ value, name: name(facet, value), count: counts[facet][value] ?? 0, on: on.includes(value) }))
    .sort((a, b) => Number(b.on) - Number(a.on) || b.count - a.count || f.compare(a.name, b.name));
}

const Check = ({ facet, option }: { facet: PathwayFacet; option: Option }) => {
  const { f } = useSpeech();
  return (
    <label className="check">
      <input type="checkbox" name={facet} value={option.value} defaultChecked={option.on} />
      <span>{option.name}</span> <span className="n">{f.number(option.count)}</span>
    </label>
  );
};

/** Facets whose filter also finds the pathways that name no value, being open to all; counts leave these out. */
const ALSO_ANY: ReadonlySet<PathwayFacet> = new Set(['origin', 'occupation', 'sector']);

/** The commonest values; the others, sought by who knows their name, by name. */
function Facet({ facet, options }: { facet: PathwayFacet; options: readonly Option[] }) {
  const { t, f } = useSpeech();
  const shown = Math.max(SHOWN, options.filter(({ on }) => on).length);
  const first = options.slice(0, options.length === shown + 1 ? shown + 1 : shown);
  const more = options.slice(first.length).sort((a, b) => f.compare(a.name, b.name));
  if (options.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>
        {t(`facet.${facet}`)}
        {ALSO_ANY.has(facet) && <small className="hint">{t('filters.anyToo')}</small>}
      </legend>
      <div>
        {first.map((option) => (
          <Check key={option.value} facet={facet} option={option} />
        ))}
      </div>
      {more.length > 0 && (
        <details>
          <summary className="small">{t('filters.more', { count: more.length })}</summary>
          {more.map((option) => (
            <Check key={option.value} facet={facet} option={option} />
          ))}
        </details>
      )}
    </fieldset>
  );
}

/** One form of all facets: a `details` on a phone, a column beside the results on a desktop. */
export function Filters({ search, counts, name }: { search: PathwaySearch; counts: FacetCounts; name: ValueName }) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const on = Object.values(search.filters).reduce((sum, values) => sum + values.length, 0);
  return (
    <form action={`/${locale}/pathways`} method="get">
      {search.q && <input type="hidden" name="q" value={search.q} />}
      {search.sort !== 'relevance' && <input type="hidden" name="sort" value={search.sort} />}
      <details className="filters">
        <summary>{t('filters.title', { count: on })}</summary>
        {PATHWAY_FACETS.map((facet) => (
          <Facet
            key={facet}
            facet={facet}
            options={optionsOf(facet, counts, search.filters[facet] ?? [], name, speech)}
          />
        ))}
        <p className="stuck">
          <button className="btn" type="submit">
            {t('filters.apply')}
          </button>
        </p>
      </details>
    </form>
  );
}

export const searchHref = (locale: string, search: PathwaySearch) => {
  const query = toSearch(search).toString();
  return `/${locale}/pathways${query && `?${query}`}`;
};

/** What narrows the list now, each a link that removes itself. */
export function Chips({ search, name }: { search: PathwaySearch; name: ValueName }) {
  const { t, locale } = useSpeech();
  const chips = PATHWAY_FACETS.flatMap((facet) => (search.filters[facet] ?? []).map((value) => ({ facet, value })));
  if (chips.length === 0) return null;
  return (
    <div className="cluster">
      {chips.map(({ facet, value }) => (
        <a className="chip" key={`${facet} ${value}`} href={searchHref(locale, withoutValue(search, facet, value))}>
          <span>
            <span className="vh">{t('filters.remove')} </span>
            {t('filters.chip', { facet: t(`facet.${facet}`), value: name(facet, value) })}
          </span>
          <Icon shape="x" />
        </a>
      ))}
      <a href={searchHref(locale, { ...search, page: 1, filters: {} })}>{t('filters.clear')}</a>
    </div>
  );
}
