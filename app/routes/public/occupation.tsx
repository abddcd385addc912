import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { emptyQuery } from '../../../search/pathway/query.ts';
import { emptyVacancySearch } from '../../../search/vacancy/query.ts';
import { OccupationList } from '../../components/OccupationTree.tsx';
import { listed } from '../../components/pathway/listed-pathway.ts';
import { PathwayTable } from '../../components/pathway/PathwayTable.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { VacanciesLink } from '../../components/vacancy/VacanciesLink.tsx';
import { Occupation } from '../../domain/documents/codes.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { localeOf, notFound, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const isco = params.isco ?? '';
  if (!Occupation.safeParse(isco).success) throw notFound('occupation', isco);
  const result = await context.search.searchPathways({
    ...emptyQuery(locale),
    filters: { occupation: [isco] },
    sort: 'destination',
    perPage: 100,
  });
  const { total: vacancies } = await context.search.searchVacancies({
    ...{ ...emptyVacancySearch, filters: { occupation: [isco] }, perPage: 1, locale, on: context.today() },
  });
  const { labels } = context;
  const named = (code: string) => ({ code, title: labels.occupation(code, locale) });
  const children = labels.occupationCodes
    .filter((code) => code.length === isco.length + 1 && code.startsWith(isco))
    .map(named);
  const above = [...isco].slice(0, -1).map((_, at) => named(isco.slice(0, at + 1)));
  return data(
    {
      ...named(isco),
      above,
      children,
      names: labels.synonyms(isco, locale),
      hits: result.hits.map((hit) => listed(hit, speechOf(locale))),
      total: result.total,
      vacancies,
    },
    { headers: PAGE_HEADERS },
  );
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  return loaded ? titled(speech, speech.t('occupation.title', { title: loaded.title }), loaded.names.join(', ')) : [];
};

export default function OccupationPage() {
  const { code, title, above, children, names, hits, total, vacancies } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  const parent = above.at(-1);
  return (
    <main id="main" className="wrap page">
      <Crumb href={parent ? `/${locale}/occupations/${parent.code}` : `/${locale}/occupations`}>
        {parent ? parent.title : t('occupations.title')}
      </Crumb>
      <div className="stack">
        <p className="kick">{t('occupation.code', { code })}</p>
        <h1>{title}</h1>
        <VacanciesLink count={vacancies} query={`occupation=${code}`} />
        {names.length > 0 && <p className="lede">{t('occupation.names', { names: f.and(names) })}</p>}
      </div>
      <Section id="pathways" title={t('pathways.count', { count: total })}>
        {hits.length === 0 ? <p>{t('occupation.none')}</p> : <PathwayTable pathways={hits} />}
        <p className="gap-2">
          <a href={`/${locale}/pathways?occupation=${code}`}>{t('occupation.filter')}</a>
        </p>
      </Section>
      {children.length > 0 && (
        <Section id="below" title={t('occupation.below')}>
          <OccupationList groups={children} />
        </Section>
      )}
    </main>
  );
}
