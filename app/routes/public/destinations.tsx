import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { emptyQuery } from '../../../search/pathway/query.ts';
import { CountryList } from '../../components/CountryList.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { facets } = await context.search.searchPathways({ ...emptyQuery(localeOf(params)), perPage: 1 });
  return data({ counts: facets.destination }, { headers: PAGE_HEADERS });
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ params }) => {
  const speech = speechFor(params);
  return titled(speech, speech.t('destinations.title'), speech.t('destinations.lede'));
};

export default function DestinationsPage() {
  const { counts } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t('destinations.title')}</h1>
        <p className="lede">{t('destinations.lede')}</p>
      </div>
      <div className="sec">
        <CountryList
          countries={Object.entries(counts).map(([code, count]) => ({
            code,
            href: `/${locale}/destinations/${code}`,
            remark: t('country.pathways', { count }),
          }))}
        />
      </div>
    </main>
  );
}
