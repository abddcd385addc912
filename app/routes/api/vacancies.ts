import type { VacancyHit } from '../../../search/engine.ts';
import { parseVacancySearch } from '../../../search/vacancy/query.ts';
import { ratesOf } from '../../components/vacancy/listed-vacancy.ts';
import type { Locale } from '../../i18n/locale.ts';
import { say } from '../../i18n/text.ts';
import { apiCall, badQuery, json } from '../../server/api.server.ts';
import { readLocale } from '../../server/read-locale.server.ts';

function hitOf(
  { vacancy: { posting, placesLeft, employer, pathway, yearly, compared }, highlights }: VacancyHit,
  locale: Locale,
) {
  const { vacancy, example, stage } = posting;
  const { id, title, destination, region, occupation, sector, wage, hoursPerWeek, contractMonths } = vacancy;
  const { startOn, applyBy, languages, provides, workerFees } = vacancy;
  const { workerPays, commitment, backLine, workerCosts } = pathway;
  return {
    ...{
      id,
      title: say(title, locale).text,
      employer,
      destination,
      occupation,
      sector,
      places: vacancy.places,
      placesLeft,
    },
    pathway: { id: pathway.id, name: say(pathway.name, locale).text, kind: pathway.kind },
    ...{ wage, contractMonths, yearly, comparable: compared?.money ?? null, stage, example, workerPays, commitment },
    ...(region !== undefined && { region }),
    ...(hoursPerWeek !== undefined && { hoursPerWeek }),
    ...(startOn !== undefined && { startOn }),
    ...(applyBy !== undefined && { applyBy }),
    ...(languages && { languages }),
    ...(provides && { provides }),
    ...(workerFees && { workerFees }),
    workerCosts: workerCosts.map(({ label, money }) => ({ label: say(label, locale).text, ...(money && { money }) })),
    wayBack: backLine.map(({ label, due }) => ({ label: say(label, locale).text, due })),
    highlights,
  };
}

/** The rates by which wages of these results were compared, each once. */
const ratesIn = (hits: readonly VacancyHit[]) =>
  ratesOf(hits.map(({ vacancy }) => vacancy))
    .map(({ currency, perEur, on, source }) => ({ currency, perEUR: perEur, date: on, source }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));

export const loader = apiCall(async ({ request, context }) => {
  const params = new URL(request.url).searchParams;
  const { locale, bad: badLocale, headers } = readLocale(request, params);
  const { search, bad } = parseVacancySearch(params);
  if (bad.length + badLocale.length > 0) return badQuery([...bad, ...badLocale]);
  const on = context.today();
  const { total, hits, facets, engine, degraded } = await context.search.searchVacancies({ ...search, locale, on });
  const body = {
    ...{
      total,
      page: search.page,
      perPage: search.perPage,
      hits: hits.map((hit) => hitOf(hit, locale)),
      facets,
      engine,
    },
    ...(degraded && { degraded }),
    ...{ locale, currency: search.currency, rates: ratesIn(hits), asOf: on },
  };
  return json(request, body, headers);
});
