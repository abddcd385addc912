import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCorridors } from '../../../db/queries/corridor.ts';
import { emptyQuery } from '../../../search/pathway/query.ts';
import { emptyVacancySearch } from '../../../search/vacancy/query.ts';
import { CorridorTable } from '../../components/origin/CorridorTable.tsx';
import { listed } from '../../components/pathway/listed-pathway.ts';
import { PathwayTable } from '../../components/pathway/PathwayTable.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { VacanciesLink } from '../../components/vacancy/VacanciesLink.tsx';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { countryOf, localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const country = countryOf(params.country);
  const [result, corridors, { total: vacancies }] = await Promise.all([
    context.search.searchPathways({
      ...emptyQuery(locale),
      filters: { destination: [country] },
      sort: 'name',
      perPage: 100,
    }),
    listCorridors(context.db, { destination: country }),
    context.search.searchVacancies({
      ...{ ...emptyVacancySearch, filters: { destination: [country] }, perPage: 1, locale, on: context.today() },
    }),
  ]);
  return data(
    { country, hits: result.hits.map((hit) => listed(hit, speechOf(locale))), corridors, vacancies },
    { headers: PAGE_HEADERS },
  );
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  return loaded ? titled(speech, speech.t('destination.title', { country: speech.f.country(loaded.country) })) : [];
};

export default function DestinationPage() {
  const { country, hits, corridors, vacancies } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/destinations`}>{t('destinations.title')}</Crumb>
      <h1>{t('destination.title', { country: f.country(country) })}</h1>
      <VacanciesLink count={vacancies} query={`destination=${country}`} />
      <Section id="pathways" title={t('pathways.count', { count: hits.length })}>
        {hits.length === 0 ? <p>{t('destination.none')}</p> : <PathwayTable pathways={hits} />}
      </Section>
      {corridors.length > 0 && (
        <Section id="corridors" title={t('corridor.states')}>
          <p className="gap">{t('corridor.intro')}</p>
          <CorridorTable corridors={corridors} side="origin" />
        </Section>
      )}
    </main>
  );
}
