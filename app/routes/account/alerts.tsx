import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Fragment } from 'react';
import { parseVacancySearch, toVacancySearch } from '../../../search/vacancy/query.ts';
import { AskSelect } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { FREQUENCIES, isFrequency } from '../../domain/alert/alert.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, onwards, signedIn } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { idIn } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { searchWords } from '../../server/search-words.server.ts';
import { endAlert, keepAlert, ownAlerts, ownWays } from '../../use-cases/alert/own-alerts.ts';

export const headers = () => ACCOUNT_HEADERS;

/** A vacancy search as it is kept: in canonical order, from its first page; nothing where none is to be kept. */
function searchIn(text: string | null): string | null {
  if (text === null) return null;
  const { search } = parseVacancySearch(new URLSearchParams(text));
  return toVacancySearch({ ...search, page: 1 }).toString();
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const session = signedIn(context);
  const [alerts, ways, wordsOf] = await Promise.all([
    ownAlerts(context.database, session),
    ownWays(context.database, session, context.sends),
    searchWords(context, speechOf(localeOf(params))),
  ]);
  const search = searchIn(new URL(request.url).searchParams.get('search'));
  return data(
    {
      alerts: alerts.map((alert) => ({ ...alert, words: wordsOf(alert.query ?? '') })),
      ...{ ways, search, words: wordsOf(search ?? '') },
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const session = signedIn(context);
  const values = await fieldsOf(request);
  const here = accountPage(localeOf(params), 'alerts');
  if (values['do'] === 'end') {
    const id = idIn(values['id']);
    if (id !== undefined) await endAlert(context.database, session, id);
    return onwards(here);
  }
  const frequency = values['frequency'] ?? '';
  const ways = await ownWays(context.database, session, context.sends);
  const via = ways.find((kind) => kind === values['via']);
  if (!isFrequency(frequency)) return again(values, { field: 'frequency', message: 'form.missing' });
  if (via === undefined) return again(values, { field: 'via', message: 'form.missing' });
  const kind = values['kind'] === 'profile' ? 'profile' : 'search';
  const query = kind === 'search' ? searchIn(values['search'] ?? '') : null;
  const kept = await keepAlert(context.database, session, { kind, query, frequency, via });
  return kept ? onwards(here) : again(values, { field: 'frequency', message: 'alerts.full' });
}

export const meta = unlistedAs('alerts.title');

/** How often, and by which way. */
function Choice({ preset }: { preset: string }) {
  const { ways } = useLoaderData<typeof loader>();
  const { t } = useSpeech();
  return (
    <div className="cluster top">
      <AskSelect
        name="frequency"
        label={t('alerts.frequency')}
        preset={preset}
        options={FREQUENCIES.map((value) => ({ value, name: t(`alerts.frequency.${value}`) }))}
      />
      <AskSelect
        name="via"
        label={t('alerts.via')}
        preset={ways[0] ?? ''}
        options={ways.map((value) => ({ value, name: t(`alerts.via.${value}`) }))}
      />
    </div>
  );
}

type Kept = ReturnType<typeof useLoaderData<typeof loader>>['alerts'][number];

/** What was searched for, each part apart from the writing of the next. */
function SearchWords({ words }: { words: readonly string[] }) {
  const { t } = useSpeech();
  if (words.length === 0) return t('alerts.everything');
  return words.map((part, at) => (
    <Fragment key={part}>
      {at > 0 && ' · '}
      <bdi>{part}</bdi>
    </Fragment>
  ));
}

function AlertList({ alerts }: { alerts: readonly Kept[] }) {
  const { t, locale } = useSpeech();
  return (
    <ul className="plain told">
      {alerts.map(({ id, kind, query, words, frequency, via }) => (
        <li key={id}>
          <span>
            <a href={kind === 'profile' ? accountPage(locale, 'matches') : `/${locale}/vacancies?${query ?? ''}`}>
              {kind === 'profile' ? t('alerts.profile') : <SearchWords words={words} />}
            </a>
            <br />
            <span className="muted">
              {t(`alerts.frequency.${frequency}`)}
              {frequency !== 'never' && ` · ${t(`alerts.via.${via}`)}`}
            </span>
          </span>
          <form method="post">
            <input type="hidden" name="id" value={id} />
            <button className="btn two" type="submit" name="do" value="end">
              {t('alerts.end')}{' '}
              <span className="vh">{kind === 'profile' ? t('alerts.profile') : <SearchWords words={words} />}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

/** One's saved searches and what one is told of; `?search=` brings one more to keep. */
export default function AlertsPage() {
  const { alerts, search, words } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  const hasProfile = alerts.some(({ kind }) => kind === 'profile');
  return (
    <AskPage
      title={t('alerts.title')}
      lede={t('alerts.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
      labels={{ frequency: t('alerts.frequency'), via: t('alerts.via') }}
      wide={alerts.length > 0 && <AlertList alerts={alerts} />}
    >
      {search !== null && (
        <form method="post" className="stack" noValidate>
          <h2>{t('alerts.save')}</h2>
          <p>
            <SearchWords words={words} />
          </p>
          <input type="hidden" name="search" value={search} />
          <Choice preset="daily" />
          <button className="btn" type="submit" name="kind" value="search">
            {t('alerts.save.submit')}
          </button>
        </form>
      )}
      {search === null && !hasProfile && (
        <form method="post" className="stack" noValidate>
          <h2>{t('alerts.profile')}</h2>
          <p>{t('alerts.profile.what')}</p>
          <Choice preset="weekly" />
          <button className="btn" type="submit" name="kind" value="profile">
            {t('alerts.profile.submit')}
          </button>
        </form>
      )}
      {alerts.length === 0 && search === null && <p>{t('alerts.none')}</p>}
    </AskPage>
  );
}
