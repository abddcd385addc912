import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { emptyVacancySearch } from '../../../search/vacancy/query.ts';
import { AskPage } from '../../components/account/AskPage.tsx';
import { MatchDetails, MatchLine } from '../../components/matching/MatchDetails.tsx';
import { MatchOpens } from '../../components/matching/MatchOpens.tsx';
import { WayBackLine } from '../../components/pathway/Ways.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { placedHref, placeFor } from '../../components/vacancy/list-place.ts';
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
  const speech = speechOf(localeOf(params));
  const on = context.today();
  const profile = await ownProfile(context.database, signedIn(context));
  const person = new Person(profile, on);
  const found = await bestVacancies(context, person, BEST);
  const pathways = await context.compiled.on(context.db, on);
  const byId = new Map(pathways.map(({ pathway }) => [pathway.id, pathway]));
  return data(
    {
      told: Object.keys(profile).length > 1,
      matches: found.map(({ vacancy, ...match }) => ({
        ...{ id: vacancy.id, title: vacancy.title, destination: vacancy.destination, wage: vacancy.wage },
        ...{ back: byId.get(vacancy.pathway)?.return ?? null, match: matchView(match, context, speech) },
        opens: opensView(byId.get(vacancy.pathway), vacancy, person, context),
      })),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export const meta = unlistedAs('matches.title');

/** The vacancies that are open to one by one's profile, or may be, best first, each with every reason. */
export default function MatchesPage() {
  const { told, matches } = useLoaderData<typeof loader>();
  const { t, f, code, plain, locale } = useSpeech();
  return (
    <AskPage
      title={t('matches.title')}
      lede={t('matches.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      wide={matches.map(({ id, title, destination, wage, back, match, opens }) => (
        <article className="row" key={id}>
          <div className="stack">
            <p className="kick">{f.country(destination)}</p>
            <h2>
              <a href={`/${locale}/vacancies/${id}`}>
                <Say text={title} quiet />
              </a>
            </h2>
            <p>
              <MatchLine {...match} /> · <bdi>{f.money(wage.money)}</bdi> {code('per', wage.per)}
            </p>
            <MatchOpens sets={opens} />
            {back && <WayBackLine terms={back} />}
            <MatchDetails match={match} title={plain(title)} />
          </div>
        </article>
      ))}
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
