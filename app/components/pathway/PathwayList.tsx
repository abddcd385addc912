import { type BadValue, withoutValue } from '../../../search/address.ts';
import { type FacetCounts, PATHWAY_SORTS, type PathwayFacet } from '../../../search/engine.ts';
import { emptySearch, type PathwaySearch, toSearch } from '../../../search/pathway/query.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { SearchBox } from '../SearchBox.tsx';
import { Carried, Chips, Filters, SortField } from '../search/Filters.tsx';
import { Dropped } from '../ui/Dropped.tsx';
import { Pager } from '../ui/Pager.tsx';
import type { ListedPathway } from './listed-pathway.ts';
import { PathwayRow } from './PathwayRow.tsx';
import { chipsOf, offeredFacets, searchHref, type ValueName, valueName } from './search-parts.ts';

/** For each value that narrows an empty list: how many there would be without it. */
export type Rescue = { facet: PathwayFacet; value: string; total: number };

/** What the list is drawn from. */
export type PathwayListData = {
  search: PathwaySearch;
  bad: readonly BadValue[];
  total: number;
  rows: readonly ListedPathway[];
  facets: FacetCounts;
  degraded: boolean;
  rescues: readonly Rescue[];
  /** Titles and labels of the codes that stand in the filters. */
  occupations: Readonly<Record<string, string>>;
  sectors: Readonly<Record<string, string>>;
  today: string;
};

function Notices({ bad, degraded }: { bad: readonly BadValue[]; degraded: boolean }) {
  const { t } = useSpeech();
  return (
    <>
      {degraded && (
        <div className="note calm" role="status">
          <p>{t('pathways.degraded')}</p>
        </div>
      )}
      <Dropped title={t('pathways.dropped', { count: bad.length })} parts={bad} />
    </>
  );
}

function NoResults({ search, rescues, name }: { search: PathwaySearch; rescues: readonly Rescue[]; name: ValueName }) {
  const { t, locale } = useSpeech();
  return (
    <div className="stack">
      <h2>{t('pathways.none')}</h2>
      {rescues.length > 0 && (
        <>
          <p>{t('pathways.none.drop')}</p>
          <ul className="bul">
            {rescues.map(({ facet, value, total }) => (
              <li key={`${facet} ${value}`}>
                <a href={searchHref(locale, withoutValue(search, facet, value))}>
                  {t('pathways.none.without', { value: name(facet, value), count: total })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {search.q && <p>{t('pathways.none.words')}</p>}
      <p>
        <a href={`/${locale}/pathways`}>{t('pathways.none.all')}</a>
      </p>
    </div>
  );
}

/** Pathways found, with what narrows them. */
export function PathwayList({
  search,
  bad,
  total,
  rows,
  facets,
  degraded,
  rescues,
  occupations,
  sectors,
  today,
}: PathwayListData) {
  const speech = useSpeech();
  const { t, f, locale } = speech;
  const name = valueName(speech, sectors, occupations);
  const filtering = [...toSearch({ ...emptySearch, filters: search.filters })];
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t('pathways.title')}</h1>
        <SearchBox q={search.q}>
          <SortField options={PATHWAY_SORTS.map((sort) => [sort, t(`sort.${sort}`)])} value={search.sort} />
          <Carried pairs={filtering} />
        </SearchBox>
        <Chips chips={chipsOf(search, name, speech)} clear={searchHref(locale, { ...search, page: 1, filters: {} })} />
        <Notices bad={bad} degraded={degraded} />
      </div>
      <div className="side gap-2">
        <aside>
          <Filters
            action={`/${locale}/pathways`}
            facets={offeredFacets(search, facets, name, speech)}
            carried={[...toSearch({ ...search, filters: {}, page: 1 })]}
            on={filtering.length}
          />
        </aside>
        <div>
          <p role="status" className="gap">
            <b>{t('pathways.count', { count: total })}</b>{' '}
            <span className="muted">{t('pathways.asOf', { date: f.date(today) })}</span>
          </p>
          {total === 0 ? (
            <NoResults search={search} rescues={rescues} name={name} />
          ) : (
            rows.map((row) => <PathwayRow key={row.id} pathway={row} />)
          )}
          {total > 0 && rows.length === 0 && (
            <p>
              <a href={searchHref(locale, { ...search, page: 1 })}>{t('pathways.pastEnd')}</a>
            </p>
          )}
          {rows.length > 1 && (
            <form id="compare" className="stuck no-print" action={`/${locale}/compare`} method="get">
              <button className="btn two" type="submit">
                {t('pathways.compare')}
              </button>
            </form>
          )}
          <Pager
            page={search.page}
            pages={Math.max(1, Math.ceil(total / search.perPage))}
            hrefOf={(page) => searchHref(locale, { ...search, page })}
          />
        </div>
      </div>
    </main>
  );
}
