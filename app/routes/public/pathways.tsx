import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PATHWAY_FACETS, PATHWAY_SORTS, type PathwayFacet, type PathwayResult } from '../../../search/engine.ts';
import { type BadValue, type PathwaySearch, parseSearch } from '../../../search/pathway/query.ts';
import { Chips, Filters, searchHref, type ValueName, valueName, without } from '../../components/pathway/Filters.tsx';
import { PathwayRow } from '../../components/pathway/PathwayRow.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

/** For each value that narrows an empty list: how many there would be without it. */
type Rescue = { facet: PathwayFacet; value: string; total: number };

async function rescuesOf(search: PathwaySearch, count: (search: PathwaySearch) => Promise<number>): Promise<Rescue[]> {
  const narrowing = PATHWAY_FACETS.flatMap((facet) =>
    (search.filters[facet] ?? []).map((value) => ({ facet, value })),
  ).slice(0, 8);
  const totals = await Promise.all(
    narrowing.map(async (one) => ({ ...one, total: await count(without(search, one.facet, one.value)) })),
  );
  return totals.filter(({ total }) => total > 0);
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const { search, bad } = parseSearch(new URL(request.url).searchParams);
  const result = await context.search.searchPathways({ ...search, locale });
  const rescues =
    result.total > 0
      ? []
      : await rescuesOf(
          search,
          async (one) => (await context.search.searchPathways({ ...one, locale, perPage: 1 })).total,
        );
  const codes = new Set([...(search.filters.occupation ?? []), ...Object.keys(result.facets.occupation)]);
  const occupations = Object.fromEntries([...codes].map((code) => [code, context.labels.occupation(code, locale)]));
  const sectors = Object.fromEntries(
    [...'ABCDEFGHIJKLMNOPQRSTU'].map((code) => [code, context.labels.sector(code, locale)]),
  );
  return data(
    { search, bad, result, rescues, occupations, sectors, today: context.today() },
    { headers: PAGE_HEADERS },
  );
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  const title = loaded?.search.q ? speech.t('pathways.titleFor', { q: loaded.search.q }) : speech.t('pathways.title');
  return [
    ...titled(speech, title, speech.t('pathways.description')),
    ...(loaded && loaded.search.page > 1 ? [{ name: 'robots', content: 'noindex,follow' }] : []),
  ];
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
      {bad.length > 0 && (
        <div className="note calm" role="status">
          <p>{t('pathways.dropped', { count: bad.length })}</p>
          <ul className="bul">
            {bad.map(({ key, value }) => (
              <li key={`${key} ${value}`}>
                <bdi>
                  {key}={value.slice(0, 60)}
                </bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
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
                <a href={searchHref(locale, without(search, facet, value))}>
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

function Pager({ search, result }: { search: PathwaySearch; result: Pick<PathwayResult, 'total'> }) {
  const { t, locale } = useSpeech();
  const pages = Math.max(1, Math.ceil(result.total / search.perPage));
  if (pages === 1) return null;
  const to = (page: number) => searchHref(locale, { ...search, page });
  return (
    <nav className="pager sec" aria-label={t('pager.label')}>
      {search.page > 1 ? (
        <a className="btn two" rel="prev" href={to(search.page - 1)}>
          {t('pager.previous')}
        </a>
      ) : (
        <span />
      )}
      <b aria-current="page">{t('pager.page', { page: search.page, pages })}</b>
      {search.page < pages ? (
        <a className="btn two" rel="next" href={to(search.page + 1)}>
          {t('pager.next')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

function Sort({ search }: { search: PathwaySearch }) {
  const { t } = useSpeech();
  return (
    <>
      <p className="field">
        <label htmlFor="sort">{t('sort.label')}</label>
        <select id="sort" name="sort" defaultValue={search.sort}>
          {PATHWAY_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </select>
      </p>
      {Object.entries(search.filters).flatMap(([facet, values]) =>
        values.map((value) => <input key={`${facet} ${value}`} type="hidden" name={facet} value={value} />),
      )}
    </>
  );
}

export default function PathwaysPage() {
  const { search, bad, result, rescues, occupations, sectors, today } = useLoaderData<typeof loader>();
  const speech = useSpeech();
  const { t, f, locale } = speech;
  const name = valueName(speech, sectors, occupations);
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t('pathways.title')}</h1>
        <SearchBox q={search.q}>
          <Sort search={search} />
        </SearchBox>
        <Chips search={search} name={name} />
        <Notices bad={bad} degraded={result.degraded} />
      </div>
      <div className="side gap-2">
        <aside>
          <Filters search={search} counts={result.facets} name={name} />
        </aside>
        <div>
          <p role="status" className="gap">
            <b>{t('pathways.count', { count: result.total })}</b>{' '}
            <span className="muted">{t('pathways.asOf', { date: f.date(today) })}</span>
          </p>
          {result.total === 0 ? (
            <NoResults search={search} rescues={rescues} name={name} />
          ) : (
            result.hits.map(({ document, highlights }) => (
              <PathwayRow key={document.id} document={document} highlights={highlights} />
            ))
          )}
          {result.total > 0 && result.hits.length === 0 && (
            <p>
              <a href={searchHref(locale, { ...search, page: 1 })}>{t('pathways.pastEnd')}</a>
            </p>
          )}
          {result.hits.length > 1 && (
            <form id="compare" className="stuck no-print" action={`/${locale}/compare`} method="get">
              <button className="btn two" type="submit">
                {t('pathways.compare')}
              </button>
            </form>
          )}
          <Pager search={search} result={result} />
        </div>
      </div>
    </main>
  );
}
