import type { AppLoadContext } from '@remix-run/node';
import type { VacancyHit, VacancyQuery, VacancyResult } from '../../search/engine.ts';
import { currenciesPaid } from '../../search/vacancy/currencies.ts';
import { parseVacancySearch, type VacancySearch } from '../../search/vacancy/query.ts';
import { listedVacancy, ratesOf } from '../components/vacancy/listed-vacancy.ts';
import { conditionsOf } from '../components/vacancy/search-parts.ts';
import type { VacancyListData } from '../components/vacancy/VacancyList.tsx';
import { Sector } from '../domain/documents/codes.ts';
import { withStartDay } from '../domain/vacancy/start-day.ts';
import type { Speech } from '../i18n/context.tsx';

/** So many conditions are tried for an empty list. */
const MOST_RESCUES = 8;

type Requiring = Pick<VacancyQuery, 'requirements'>;

/** What is asked of the search, in whose words, and among which vacancies. */
export type VacancyAsking = { context: AppLoadContext; speech: Speech; params: URLSearchParams } & Requiring;

const findIn = (
  { context, speech, ...asking }: Omit<VacancyAsking, 'params'>,
  search: VacancySearch,
): Promise<VacancyResult> =>
  context.search.searchVacancies({ ...search, ...asking, locale: speech.locale, on: context.today() });

/** How many vacancies a search finds. */
export const countVacancies = async (asking: Omit<VacancyAsking, 'params'>, search: VacancySearch): Promise<number> =>
  (await findIn(asking, { ...search, page: 1, perPage: 1 })).total;

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

const comparesWages = ({ wageAtLeast, sort, filters }: VacancySearch) =>
  wageAtLeast !== undefined || sort === 'wage' || (filters.wage ?? []).length > 0;

/** What a list of vacancies is drawn from, whoever it is for, and what it lists. */
export async function vacancyList({
  params,
  ...asking
}: VacancyAsking): Promise<{ list: VacancyListData; hits: readonly VacancyHit[] }> {
  const { context, speech } = asking;
  const { db, labels } = context;
  const { params: whole, start } = withStartDay(params);
  const { search, bad } = parseVacancySearch(whole);
  const [result, paid] = await Promise.all([findIn(asking, search), currenciesPaid(db)]);
  const { hits, total, facets, pathwayNames, rates, degraded } = result;
  const rescues = total > 0 ? {} : await rescuesOf(search, speech, (one) => countVacancies(asking, one));
  const codes = new Set([...(search.filters.occupation ?? []), ...Object.keys(facets.occupation)]);
  const rows = hits.map((hit) => listedVacancy(hit, speech));
  const list: VacancyListData = {
    ...{ search, bad, start, total, rows, facets, degraded, rescues, today: context.today(), rates: ratesOf(rows) },
    names: {
      occupations: Object.fromEntries([...codes].map((code) => [code, labels.occupation(code, speech.locale)])),
      sectors: Object.fromEntries(Sector.options.map((code) => [code, labels.sector(code, speech.locale)])),
      pathways: Object.fromEntries([...pathwayNames].map(([id, name]) => [id, speech.plain(name)])),
    },
    currencies: [...new Set(['EUR', search.currency, ...paid, ...rates.keys()])].sort(),
    uncompared: comparesWages(search) ? paid.filter((currency) => !rates.has(currency)) : [],
  };
  return { list, hits };
}
