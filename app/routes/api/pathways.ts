import { parseSearch } from '../../../search/pathway/query.ts';
import { say } from '../../i18n/text.ts';
import { apiCall, badQuery, json } from '../../server/api.server.ts';
import { readLocale } from '../../server/read-locale.server.ts';

export const loader = apiCall(async ({ request, context }) => {
  const params = new URL(request.url).searchParams;
  const { locale, bad: badLocale, headers } = readLocale(request, params);
  const { search, bad } = parseSearch(params);
  if (bad.length + badLocale.length > 0) return badQuery([...bad, ...badLocale]);
  const { total, hits, facets, engine, degraded } = await context.search.searchPathways({ ...search, locale });
  const body = {
    total,
    page: search.page,
    perPage: search.perPage,
    hits: hits.map(({ document, highlights }) => {
      const { name, summary, backLine, workerCosts, ...rest } = document;
      return {
        ...rest,
        name: say(name, locale).text,
        summary: say(summary, locale).text,
        wayBack: backLine.map(({ label, due }) => ({ label: say(label, locale).text, due })),
        workerCosts: workerCosts.map(({ label, money }) => ({
          label: say(label, locale).text,
          ...(money && { money }),
        })),
        highlights,
      };
    }),
    facets,
    engine,
    ...(degraded && { degraded }),
    locale,
    asOf: context.today(),
  };
  return json(request, body, headers);
});
