import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { loadRates } from '../../../db/queries/rate.ts';
import type { VacancyHit, VacancyResult } from '../../../search/engine.ts';
import { currenciesPaid } from '../../../search/vacancy/currencies.ts';
import { parseVacancySearch, type VacancySearch } from '../../../search/vacancy/query.ts';
import { listedVacancy } from '../../components/vacancy/listed-vacancy.ts';
import { byGroup, conditionsOf } from '../../components/vacancy/search-parts.ts';
import { VacancyList, type VacancyListData } from '../../components/vacancy/VacancyList.tsx';
import { Sector } from '../../domain/documents/codes.ts';
import { type Speech, speechOf } from '../../i18n/context.tsx';
import { localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

/** So many conditions are tried for an empty list. */
const MOST_RESCUES = 8;

async function rescuesOf(
  search: VacancySearch,
  speech: Speech,
  count: (search: VacancySearch) => Promise<number>,
): Promise<Record<string, number>> {
  const conditions = conditionsOf(search, (_, value) => value, speech).slice(0, MOST_RESCUES);
  const totals = await Promise.all(
    conditions.map(async ({ key, without }): Promise<[string, number]> => [key, await count(without)]),
  );
  return Object.fromEntries(totals);
}

/** Rates of the wages on this page, each once. */
const ratesOf = (hits: readonly VacancyHit[]) => {
  const rates = hits.flatMap(({ vacancy }) => vacancy.compared?.rates ?? []);
  return [...new Map(rates.map((rate) => [rate.currency, rate])).values()];
};

const comparesWages = ({ wageAtLeast, sort, filters }: VacancySearch) =>
  wageAtLeast !== undefined || sort === 'wage' || (filters.wage ?? []).length > 0;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const speech = speechOf(locale);
  const { search, bad } = parseVacancySearch(new URL(request.url).searchParams);
  const found = (one: VacancySearch): Promise<VacancyResult> =>
    context.search.searchVacancies({ ...one, locale, on: context.today() });
  const [result, rates, paid] = await Promise.all([found(search), loadRates(context.db), currenciesPaid(context.db)]);
  const { hits, total, facets, pathwayNames, degraded } = result;
  const rescues =
    total > 0 ? {} : await rescuesOf(search, speech, async (one) => (await found({ ...one, perPage: 1 })).total);
  const { labels } = context;
  const codes = new Set([...(search.filters.occupation ?? []), ...Object.keys(byGroup(facets.occupation))]);
  const list: VacancyListData = {
    ...{ search, bad, total, facets, degraded, rescues, today: context.today(), rates: ratesOf(hits) },
    rows: hits.map((hit) => listedVacancy(hit, speech)),
    names: {
      occupations: Object.fromEntries([...codes].map((code) => [code, labels.occupation(code, locale)])),
      sectors: Object.fromEntries(Sector.options.map((code) => [code, labels.sector(code, locale)])),
      pathways: Object.fromEntries([...pathwayNames].map(([id, name]) => [id, speech.plain(name)])),
    },
    currencies: [...new Set(['EUR', search.currency, ...paid, ...rates.keys()])].sort(),
    uncompared: comparesWages(search) ? paid.filter((currency) => !rates.has(currency)) : [],
  };
  return data(list, { headers: PAGE_HEADERS });
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  const title = loaded?.search.q ? speech.t('vacancies.titleFor', { q: loaded.search.q }) : speech.t('vacancies.title');
  return [
    ...titled(speech, title, speech.t('vacancies.description')),
    ...(loaded && loaded.search.page > 1 ? [{ name: 'robots', content: 'noindex,follow' }] : []),
  ];
};

export default function VacanciesPage() {
  return <VacancyList {...useLoaderData<typeof loader>()} />;
}
