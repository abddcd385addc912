import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findCorridor } from '../../../db/queries/corridor.ts';
import { openTraining } from '../../../db/queries/partnership.ts';
import { findPathway } from '../../../db/queries/pathway.ts';
import { listProceduresOf } from '../../../db/queries/procedure.ts';
import { placesLeft } from '../../../db/queries/quota.ts';
import { CorridorTable } from '../../components/origin/CorridorTable.tsx';
import { ProcedureOffices, ProcedureSteps, stepContents } from '../../components/origin/ProcedureBody.tsx';
import type { Vocabulary } from '../../components/origin/Steps.tsx';
import { PathwayBody } from '../../components/pathway/PathwayBody.tsx';
import { PathwayHead } from '../../components/pathway/PathwayHead.tsx';
import { SupplyParts } from '../../components/quota/SupplyParts.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { SourceScope } from '../../components/ui/Source.tsx';
import type { Pathway, Procedure } from '../../domain/documents/index.ts';
import { concerns, type Journey, journeyOf } from '../../domain/pathway/journey.ts';
import { isOpenTo } from '../../domain/pathway/origins.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { countryOf, localeOf, notFound, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { useVocabulary, vocabularyOf } from '../../server/vocabulary.ts';
import { supplyOf } from '../../use-cases/quota/supply.ts';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const origin = countryOf(params.origin);
  const id = params.id ?? '';
  const on = context.today();
  const found = await findPathway(context.db, id, on);
  if (!found) throw notFound('pathway', id);
  const [supply, places, procedures, corridor, training] = await Promise.all([
    supplyOf(context.db, id, new Date()),
    placesLeft(context.db, [id], on),
    listProceduresOf(context.db, origin, on),
    findCorridor(context.db, origin, found.document.destination),
    openTraining(context.db, id, origin),
  ]);
  const documents = procedures.map(({ document }) => document);
  const roles = Object.fromEntries(
    found.document.agencies.map(({ role }) => [role, context.labels.word('role', role, locale)]),
  );
  const words = vocabularyOf(documents, context.labels, locale);
  return data(
    {
      ...found,
      origin,
      on,
      supply,
      placesLeft: places.get(id) ?? null,
      procedures: documents,
      corridor: corridor ?? null,
      training,
      roles,
      words,
    },
    { headers: PAGE_HEADERS },
  );
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  if (!loaded) return [];
  const { plain, f, t } = speech;
  return titled(
    speech,
    t('journey.title', { name: plain(loaded.document.name), origin: f.country(loaded.origin) }),
    plain(loaded.document.summary),
  );
};

function OpenOrNot({ pathway, origin }: { pathway: Pathway; origin: string }) {
  const { t, f, locale } = useSpeech();
  if (isOpenTo(pathway, origin)) return <p>{t('journey.open', { country: f.country(origin) })}</p>;
  return (
    <div className="note">
      <p>
        <b>{t('journey.notOpen', { country: f.country(origin) })}</b>{' '}
        <a href={`/${locale}/pathways?origin=${origin}`}>{t('journey.others', { country: f.country(origin) })}</a>
      </p>
    </div>
  );
}

/** The origin state's procedure as far as it concerns this journey. */
function Before({
  procedures,
  vocabulary,
  origin,
  journey,
}: {
  procedures: readonly Procedure[];
  vocabulary: Vocabulary;
  origin: string;
  journey: Journey;
}) {
  const { t, f } = useSpeech();
  return (
    <>
      <Section id="before" title={t('journey.before', { country: f.country(origin) })}>
        {procedures.length === 0 ? (
          <p>{t('origin.steps.none', { country: f.country(origin) })}</p>
        ) : (
          <p>
            {procedures.map(({ id, name }) => (
              <b key={id}>
                <Say text={name} />{' '}
              </b>
            ))}
            {t('journey.before.intro')}
          </p>
        )}
      </Section>
      {procedures.map((procedure) => (
        <SourceScope value={procedure.id} key={procedure.id}>
          <ProcedureSteps procedure={procedure} vocabulary={vocabulary} concerns={(when) => concerns(when, journey)} />
        </SourceScope>
      ))}
    </>
  );
}

export default function JourneyPage() {
  const {
    document: pathway,
    origin,
    on,
    supply,
    placesLeft: left,
    procedures,
    corridor,
    training,
    roles,
    words,
    notInEffect,
    recordedAt,
  } = useLoaderData<typeof loader>();
  const speech = useSpeech();
  const { t, f, locale } = speech;
  const vocabulary = useVocabulary(words);
  const leaving = {
    origin,
    contents: [
      ['before', t('journey.before', { country: f.country(origin) })],
      ...(procedures.length > 0 ? stepContents(speech) : []),
    ] as const,
    parts: <Before procedures={procedures} vocabulary={vocabulary} origin={origin} journey={journeyOf(pathway)} />,
  };
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/pathways/${pathway.id}`}>{t('journey.back')}</Crumb>
      <PathwayHead
        pathway={pathway}
        placesLeft={left}
        quotas={supply.quotas}
        standing={{ on, notInEffect, recordedAt: String(recordedAt) }}
      >
        <OpenOrNot pathway={pathway} origin={origin} />
        <p className="cluster no-print">
          <a className="btn" href="#before">
            {t('journey.steps', { country: f.country(origin) })}
          </a>
          <a className="btn two" href="#ways">
            {t('pathway.ways')}
          </a>
        </p>
      </PathwayHead>
      <PathwayBody
        pathway={pathway}
        places={<SupplyParts supply={supply} on={on} />}
        placesLeft={left}
        on={on}
        leaving={leaving}
        training={training}
        role={(role) => roles[role] ?? role}
      >
        {procedures.map((procedure) => (
          <SourceScope value={procedure.id} key={procedure.id}>
            <ProcedureOffices procedure={procedure} vocabulary={vocabulary} />
          </SourceScope>
        ))}
        {corridor && (
          <Section id="corridor" title={t('corridor.title')}>
            <p className="gap">{t('corridor.intro')}</p>
            <CorridorTable corridors={[corridor]} side="destination" />
          </Section>
        )}
      </PathwayBody>
    </main>
  );
}
