import { parseSearch } from '../../../search/pathway/query.ts';
import { isLocale, preferredLocale } from '../../i18n/locale.ts';
import { say } from '../../i18n/text.ts';
import { apiCall, badQuery, json, readOnly } from '../../server/api.server.ts';

export const loader = apiCall(async ({ request, context }) => {
  const params = new URL(request.url).searchParams;
  const stated = params.get('locale')?.trim() || undefined;
  const { search, bad } = parseSearch(params);
  const badLocale =
    stated !== undefined && !isLocale(stated)
      ? [{ key: 'locale', value: stated, expected: 'one of en, es, fr, ar' }]
      : [];
  if (bad.length + badLocale.length > 0) return badQuery([...bad, ...badLocale]);
  const locale = isLocale(stated) ? stated : preferredLocale(request.headers.get('Accept-Language'));
  const { total, hits, facets, engine, degraded } = await context.search.searchPathways({ ...search, locale });
  return json(request, {
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
  });
});

export const action = readOnly;
