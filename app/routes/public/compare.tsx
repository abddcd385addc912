import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listPathways } from '../../../db/queries/pathway.ts';
import { placesLeft } from '../../../db/queries/quota.ts';
import { CompareTable } from '../../components/pathway/CompareTable.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

/** As many as a table can hold side by side and still be read. */
const MOST = 4;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  localeOf(params);
  const asked = [...new Set(new URL(request.url).searchParams.getAll('pathway'))].filter(Boolean);
  const ids = asked.slice(0, MOST);
  const on = context.today();
  const [found, places] = await Promise.all([listPathways(context.db, on, ids), placesLeft(context.db, ids, on)]);
  const byId = new Map(found.map(({ document }) => [document.id, document]));
  const pathways = ids.flatMap((id) => byId.get(id) ?? []);
  return data(
    {
      pathways,
      places: Object.fromEntries(places),
      on,
      missing: ids.filter((id) => !byId.has(id)),
      cut: asked.length > MOST,
    },
    { headers: PAGE_HEADERS },
  );
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ params }) => {
  const speech = speechFor(params);
  return [...titled(speech, speech.t('compare.title')), { name: 'robots', content: 'noindex,follow' }];
};

export default function ComparePage() {
  const { pathways, places, on, missing, cut } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/pathways`}>{t('pathway.all')}</Crumb>
      <div className="stack">
        <h1>{t('compare.title')}</h1>
        {cut && (
          <div className="note calm">
            <p>{t('compare.cut', { count: MOST })}</p>
          </div>
        )}
        {missing.length > 0 && (
          <div className="note calm">
            <p>
              {t('compare.missing')} <bdi>{missing.join(', ').slice(0, 200)}</bdi>
            </p>
          </div>
        )}
        {pathways.length === 0 && (
          <p>
            {t('compare.empty')} <a href={`/${locale}/pathways`}>{t('compare.choose')}</a>
          </p>
        )}
      </div>
      {pathways.length > 0 && <CompareTable pathways={pathways} places={places} on={on} />}
      {pathways.length > 0 && pathways.length < MOST && (
        <form className="cluster gap-2 no-print" action={`/${locale}/pathways`} method="get">
          <button className="btn two" type="submit">
            {t('compare.more')}
          </button>
        </form>
      )}
    </main>
  );
}
