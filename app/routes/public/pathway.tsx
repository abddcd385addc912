import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openTraining } from '../../../db/queries/partnership.ts';
import { findPathway, listVersions } from '../../../db/queries/pathway.ts';
import { placesLeft } from '../../../db/queries/quota.ts';
import { countOpenVacancies } from '../../../db/queries/vacancy.ts';
import { PathwayBody } from '../../components/pathway/PathwayBody.tsx';
import { PathwayHead } from '../../components/pathway/PathwayHead.tsx';
import { Versions } from '../../components/pathway/Versions.tsx';
import { SupplyParts } from '../../components/quota/SupplyParts.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { VacanciesLink } from '../../components/vacancy/VacanciesLink.tsx';
import { isCalendarDate } from '../../domain/documents/dates.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, notFound, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { supplyOf } from '../../use-cases/quota/supply.ts';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const id = params.id ?? '';
  const asked = new URL(request.url).searchParams.get('on');
  const on = asked !== null && isCalendarDate(asked) ? asked : context.today();
  const found = await findPathway(context.db, id, on);
  if (!found) throw notFound('pathway', id);
  const [supply, places, versions, vacancies, training] = await Promise.all([
    supplyOf(context.db, id, new Date()),
    placesLeft(context.db, [id], on),
    listVersions(context.db, 'pathway', id),
    countOpenVacancies(context.db, context.today(), [id]),
    openTraining(context.db, id),
  ]);
  const roles = Object.fromEntries(
    found.document.agencies.map(({ role }) => [role, context.labels.word('role', role, locale)]),
  );
  return data(
    {
      ...found,
      supply,
      placesLeft: places.get(id) ?? null,
      vacancies: found.notInEffect ? 0 : (vacancies.get(id) ?? 0),
      versions,
      training,
      roles,
      on,
      asked: asked === on,
    },
    { headers: PAGE_HEADERS },
  );
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  if (!loaded) return [];
  const { name, destination, summary } = loaded.document;
  return titled(speech, `${speech.plain(name)}, ${speech.f.country(destination)}`, speech.plain(summary));
};

export default function PathwayPage() {
  const {
    document: pathway,
    supply,
    placesLeft: left,
    vacancies,
    versions,
    training,
    roles,
    on,
    asked,
    notInEffect,
    recordedAt,
  } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/pathways`}>{t('pathway.all')}</Crumb>
      {asked && (
        <div className="note calm gap">
          <p>
            {t('pathway.asOn', { date: f.date(on) })}{' '}
            <a href={`/${locale}/pathways/${pathway.id}`}>{t('pathway.today')}</a>
          </p>
        </div>
      )}
      <PathwayHead
        pathway={pathway}
        placesLeft={left}
        quotas={supply.quotas}
        standing={{ on, notInEffect, recordedAt: String(recordedAt) }}
      >
        <VacanciesLink count={vacancies} query={`pathway=${pathway.id}`} />
        <form className="cluster no-print" method="get" action={`/${locale}/compare`}>
          <a className="btn" href={`/${locale}/check?pathway=${pathway.id}`}>
            {t('pathway.action.check')}
          </a>
          <a className="btn two" href="#who">
            {t('pathway.action.who')}
          </a>
          <a className="btn two" href={`/${locale}/origins?pathway=${pathway.id}`}>
            {t('pathway.action.prepare')}
          </a>
          <a className="btn two" href={`/${locale}/account/follow?pathway=${pathway.id}`}>
            {t('follow.title')}
          </a>
          <input type="hidden" name="pathway" value={pathway.id} />
          <button className="btn two" type="submit">
            {t('pathway.action.compare')}
          </button>
        </form>
      </PathwayHead>
      <PathwayBody
        pathway={pathway}
        places={<SupplyParts supply={supply} on={on} />}
        placesLeft={left}
        on={on}
        training={training}
        role={(role) => roles[role] ?? role}
      >
        <Versions versions={versions} path={`/${locale}/pathways/${pathway.id}`} />
      </PathwayBody>
    </main>
  );
}
