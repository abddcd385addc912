import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withoutValue } from '../../../search/address.ts';
import { PATHWAY_FACETS } from '../../../search/engine.ts';
import { type PathwaySearch, parseSearch } from '../../../search/pathway/query.ts';
import { listed } from '../../components/pathway/listed-pathway.ts';
import { PathwayList, type PathwayListData, type Rescue } from '../../components/pathway/PathwayList.tsx';
import { Sector } from '../../domain/documents/codes.ts';
import { speechOf } from '../../i18n/context.tsx';
import { localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

async function rescuesOf(search: PathwaySearch, count: (search: PathwaySearch) => Promise<number>): Promise<Rescue[]> {
  const narrowing = PATHWAY_FACETS.flatMap((facet) =>
    (search.filters[facet] ?? []).map((value) => ({ facet, value })),
  ).slice(0, 8);
  const totals = await Promise.all(
    narrowing.map(async (one) => ({ ...one, total: await count(withoutValue(search, one.facet, one.value)) })),
  );
  return totals.filter(({ total }) => total > 0);
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const { search, bad } = parseSearch(new URL(request.url).searchParams);
  const { hits, total, facets, degraded } = await context.search.searchPathways({ ...search, locale });
  const rescues =
    total > 0
      ? []
      : await rescuesOf(
          search,
          async (one) => (await context.search.searchPathways({ ...one, locale, perPage: 1 })).total,
        );
  const codes = new Set([...(search.filters.occupation ?? []), ...Object.keys(facets.occupation)]);
  const occupations = Object.fromEntries([...codes].map((code) => [code, context.labels.occupation(code, locale)]));
  const sectors = Object.fromEntries(Sector.options.map((code) => [code, context.labels.sector(code, locale)]));
  const rows = hits.map((hit) => listed(hit, speechOf(locale)));
  const list = { search, bad, total, rows, facets, degraded, rescues, occupations, sectors, today: context.today() };
  return data(list satisfies PathwayListData, { headers: PAGE_HEADERS });
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

export default function PathwaysPage() {
  return <PathwayList {...useLoaderData<typeof loader>()} />;
}
