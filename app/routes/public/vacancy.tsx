import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { partnershipOf } from '../../../db/queries/partnership.ts';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { listedVacancy } from '../../components/vacancy/listed-vacancy.ts';
import { RateNotes } from '../../components/vacancy/RateNotes.tsx';
import { VacancyBody } from '../../components/vacancy/VacancyBody.tsx';
import { VacancyHead } from '../../components/vacancy/VacancyHead.tsx';
import { jobPosting } from '../../domain/vacancy/job-posting.ts';
import { withheldOf } from '../../domain/vacancy/plain-words.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ruleInWords } from '../../i18n/criterion.ts';
import { localeOf, notFound, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { shownTitle } from '../../server/shown-title.ts';
import { readVacancy } from '../../use-cases/read-vacancy.ts';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const { id = '' } = params;
  const on = context.today();
  const found = await readVacancy(context.db, id, on, 'EUR');
  if (!found) throw notFound('vacancy', id);
  const { shown, pathway, verifications, ended } = found;
  const training = await partnershipOf(context.db, id);
  const { labels } = context;
  const { vacancy } = shown.posting;
  const { occupation, requires } = vacancy;
  return data(
    {
      vacancy: {
        ...vacancy,
        title: shownTitle(shown.posting, context),
        ...(requires && { requires: ruleInWords(requires, labels) }),
      },
      withheld: withheldOf(shown.posting.flags).has('description'),
      ...{ pathway, verifications, ended, on, placesLeft: shown.placesLeft },
      listed: listedVacancy({ vacancy: shown, highlights: [] }, speechOf(locale)),
      labels: {
        occupation: labels.occupation(occupation, locale),
        sector: labels.sector(vacancy.sector, locale),
      },
      roles: Object.fromEntries(pathway.agencies.map(({ role }) => [role, labels.word('role', role, locale)])),
      training: training === undefined ? [] : [training],
      since: shown.posting.since.toISOString().slice(0, 10),
      url: `${context.publicUrl}/${locale}/vacancies/${vacancy.id}`,
    },
    { headers: PAGE_HEADERS },
  );
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  if (!loaded) return [];
  const { t, f, plain } = speech;
  const { vacancy, pathway, listed, ended, placesLeft, since, url } = loaded;
  const title = plain(vacancy.title);
  const description = vacancy.description ? plain(vacancy.description) : title;
  const page = titled(speech, `${title}, ${f.country(vacancy.destination)}`, description.slice(0, 200));
  if (ended !== null) return [...page, { name: 'robots', content: 'noindex' }];
  const posting = jobPosting({
    ...{ vacancy, title, description, placesLeft, since, url },
    employer: listed.employer.name ?? listed.employer.id,
    pathway: { ...pathway, name: plain(pathway.name) },
    countries: (codes) => f.and(f.countries(codes).map(({ name }) => name)),
    eligibility: (name, origins) =>
      origins === null
        ? t('vacancy.eligibility.any', { pathway: name })
        : t('vacancy.eligibility', { pathway: name, origins }),
  });
  return [...page, { 'script:ld+json': posting }];
};

export default function VacancyPage() {
  const { vacancy, pathway, listed, verifications, ended, on, labels, roles, placesLeft, training, since, withheld } =
    useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/vacancies`}>{t('vacancy.all')}</Crumb>
      <VacancyHead
        vacancy={{ ...listed, occupation: vacancy.occupation }}
        title={vacancy.title}
        ended={ended}
        verifications={verifications}
      >
        <p className="cluster no-print">
          {ended === null && (
            <a className="btn" href={`/${locale}/account/interest?vacancy=${vacancy.id}`}>
              {t('interest.title')}
            </a>
          )}
          <a className="btn two" href={`/${locale}/check?pathway=${pathway.id}`}>
            {t('vacancy.check')}
          </a>
          <a className="btn two" href="#pay">
            {t('vacancy.pays')}
          </a>
          <a className="btn two" href="#ways">
            {t('ways.back')}
          </a>
        </p>
        <RateNotes rates={listed.compared?.rates ?? []} uncompared={[]} />
      </VacancyHead>
      <VacancyBody
        vacancy={vacancy}
        withheld={withheld}
        pathway={pathway}
        labels={labels}
        on={on}
        role={(role) => roles[role] ?? role}
        placesLeft={placesLeft}
        training={training}
      />
      <p className="small muted gap-2">
        {t('vacancy.since', { date: f.date(since) })} · {t('vacancy.exports')}
        {t('value.colon')}
        <a href={`/${locale}/vacancies/${vacancy.id}/position-opening.xml`} hrefLang={locale}>
          <bdi>HR Open PositionOpening</bdi>
        </a>{' '}
        ·{' '}
        <a href={`/api/v1/vacancies/${vacancy.id}`}>
          <bdi>JSON</bdi>
        </a>
      </p>
    </main>
  );
}
