import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { hitsOf, showingIn } from '../../../search/vacancy/hit.ts';
import { DEFAULT_CURRENCY, emptyVacancySearch } from '../../../search/vacancy/query.ts';
import { AskPage } from '../../components/account/AskPage.tsx';
import { MatchDetails, MatchLine } from '../../components/matching/MatchDetails.tsx';
import { MatchOpens } from '../../components/matching/MatchOpens.tsx';
import { placedHref, placeFor } from '../../components/vacancy/list-place.ts';
import { listedVacancy, ratesOf } from '../../components/vacancy/listed-vacancy.ts';
import { RateNotes } from '../../components/vacancy/RateNotes.tsx';
import { VacancyRow } from '../../components/vacancy/VacancyRow.tsx';
import { Person } from '../../domain/rule/person.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, signedIn } from '../../server/account.server.ts';
import { localeOf } from '../../server/loader.ts';
import { matchView, opensView } from '../../server/match-view.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { bestVacancies } from '../../use-cases/matching/match-vacancies.ts';
import { ownProfile } from '../../use-cases/people/own-profile.ts';

export const headers = () => ACCOUNT_HEADERS;

/** As many as can be compared. */
const BEST = 20;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const speech = speechOf(locale);
  const on = context.today();
  const profile = await ownProfile(context.database, signedIn(context));
  const told = Object.keys(profile).length > 1;
  const person = new Person(profile, on);
  const found = told ? await bestVacancies(context, person, BEST) : [];
  const ids = found.map(({ vacancy }) => vacancy.id);
  const hits = await hitsOf(context.db, ids, [], { locale }, await showingIn(context.db, DEFAULT_CURRENCY));
  const listed = new Map(hits.map((hit) => [hit.vacancy.posting.vacancy.id, listedVacancy(hit, speech)]));
  const matches = found.flatMap(({ vacancy, ...match }) => {
    const row = listed.get(vacancy.id);
    const opens = opensView(match, vacancy, person, context);
    return row ? [{ row, opens, title: speech.plain(vacancy.title), match: matchView(match, context, speech) }] : [];
  });
  return data({ told, matches }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('matches.title');

/** The vacancies that are open to one by one's profile, or may be, best first, each with every reason. */
export default function MatchesPage() {
  const { told, matches } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('matches.title')}
      lede={t('matches.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      wide={
        matches.length > 0 && (
          <>
            <RateNotes rates={ratesOf(matches.map(({ row }) => row))} uncompared={[]} />
            {matches.map(({ row, title, match, opens }) => (
              <VacancyRow vacancy={row} key={row.id}>
                <p className="gap-2">
                  <MatchLine {...match} />
                </p>
                <MatchOpens sets={opens} />
                <MatchDetails match={match} title={title} />
              </VacancyRow>
            ))}
          </>
        )
      }
    >
      {!told && (
        <p className="note calm">
          {t('matches.untold')} <a href={accountPage(locale, 'profile')}>{t('profile.title')}</a>
        </p>
      )}
      {told && matches.length === 0 && <p>{t('matches.none')}</p>}
      <p className="cluster">
        <a href={placedHref(locale, placeFor('eligible'), emptyVacancySearch)}>{t('qualify.title')}</a>{' '}
        <a href={accountPage(locale, 'alerts')}>{t('alerts.title')}</a>
      </p>
    </AskPage>
  );
}
