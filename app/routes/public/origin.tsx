import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCorridors } from '../../../db/queries/corridor.ts';
import { listProceduresOf } from '../../../db/queries/procedure.ts';
import { emptyQuery } from '../../../search/pathway/query.ts';
import { CorridorTable } from '../../components/origin/CorridorTable.tsx';
import { ProcedureOffices, ProcedureSteps, stepContents } from '../../components/origin/ProcedureBody.tsx';
import { listed } from '../../components/pathway/listed-pathway.ts';
import { PathwayTable } from '../../components/pathway/PathwayTable.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Contents, Section } from '../../components/ui/Section.tsx';
import { SourceScope } from '../../components/ui/Source.tsx';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { countryOf, localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { useVocabulary, vocabularyOf } from '../../server/vocabulary.ts';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const country = countryOf(params.country);
  const [procedures, corridors, result] = await Promise.all([
    listProceduresOf(context.db, country, context.today()),
    listCorridors(context.db, { origin: country }),
    context.search.searchPathways({
      ...emptyQuery(locale),
      filters: { origin: [country] },
      sort: 'destination',
      perPage: 100,
    }),
  ]);
  const documents = procedures.map(({ document }) => document);
  return data(
    {
      country,
      procedures: documents,
      corridors,
      hits: result.hits.map((hit) => listed(hit, speechOf(locale))),
      total: result.total,
      words: vocabularyOf(documents, context.labels, locale),
    },
    { headers: PAGE_HEADERS },
  );
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  return loaded
    ? titled(speech, speech.t('origin.title', { country: speech.f.country(loaded.country) }), speech.t('origin.lede'))
    : [];
};

/** Without a journey every step may apply: its condition is shown beside it. */
const anyJourney = (when: unknown) => (when === undefined ? 'met' : 'unknown');

export default function OriginPage() {
  const { country, procedures, corridors, hits, words } = useLoaderData<typeof loader>();
  const speech = useSpeech();
  const { t, f, locale } = speech;
  const vocabulary = useVocabulary(words);
  const pathways = t('origin.pathways', { count: hits.length });
  const stated = procedures.length > 0;
  const contents = [
    ...(stated ? stepContents(speech) : ([['steps', t('origin.steps')]] as const)),
    ['pathways', pathways],
    ...(corridors.length > 0 ? ([['corridors', t('corridor.states')]] as const) : []),
    ...(stated
      ? ([
          ['origin-agencies', t('origin.agencies')],
          ['origin-sources', t('origin.sources')],
        ] as const)
      : []),
  ] as const;
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/origins`}>{t('origins.title')}</Crumb>
      <div className="stack head">
        <h1>{t('origin.title', { country: f.country(country) })}</h1>
        <p className="lede">{t('origin.lede')}</p>
        {procedures.map(({ id, name }) => (
          <p key={id}>
            {t('origin.procedure')}{' '}
            <b>
              <Say text={name} />
            </b>{' '}
            <a href={`/${locale}/origins/${country}/changes#${id}`}>{t('changes.link')}</a>
          </p>
        ))}
      </div>
      <div className="side">
        <Contents title={t('shell.onThisPage')} items={contents} />
        <div>
          {!stated && (
            <Section id="steps" title={t('origin.steps')}>
              <p>{t('origin.steps.none', { country: f.country(country) })}</p>
            </Section>
          )}
          {procedures.map((procedure) => (
            <SourceScope value={procedure.id} key={procedure.id}>
              <ProcedureSteps procedure={procedure} vocabulary={vocabulary} concerns={anyJourney} />
            </SourceScope>
          ))}
          <Section id="pathways" title={pathways}>
            {hits.length === 0 ? <p>{t('origin.pathways.none')}</p> : <PathwayTable pathways={hits} from={country} />}
          </Section>
          {corridors.length > 0 && (
            <Section id="corridors" title={t('corridor.states')}>
              <p className="gap">{t('corridor.intro')}</p>
              <CorridorTable corridors={corridors} side="destination" />
            </Section>
          )}
          {procedures.map((procedure) => (
            <SourceScope value={procedure.id} key={procedure.id}>
              <ProcedureOffices procedure={procedure} vocabulary={vocabulary} />
            </SourceScope>
          ))}
        </div>
      </div>
    </main>
  );
}
