import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Fragment } from 'react';
import type { Alert } from '../../../db/queries/alert.ts';
import { parseVacancySearch, toVacancySearch } from '../../../search/vacancy/query.ts';
import { AskSelect } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { FREQUENCIES, isFrequency } from '../../domain/alert/alert.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import type { Locale } from '../../i18n/locale.ts';
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

/** What there is a form for: a search to keep, or the wish to be told of what is for one's profile. */
type Wish = { kind: 'search'; query: string } | { kind: 'profile'; query: null };

/** The address brings a search, or asks for the profile's; without either that is offered to whoever has none. */
function wishIn(asked: URLSearchParams, alerts: readonly Pick<Alert, 'kind'>[]): Wish | null {
  const query = searchIn(asked.get('search'));
  if (query !== null) return { kind: 'search', query };
  const isOffered = asked.has('profile') || alerts.every(({ kind }) => kind !== 'profile');
  return isOffered ? { kind: 'profile', query: null } : null;
}

const DONE = ['kept', 'ended'] as const;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const session = signedIn(context);
  const asked = new URL(request.url).searchParams;
  const [alerts, ways, wordsOf] = await Promise.all([
    ownAlerts(context.database, session),
    ownWays(context.database, session, context.sends),
    searchWords(context, speechOf(localeOf(params))),
  ]);
  const wish = wishIn(asked, alerts);
  return data(
    {
      alerts: alerts.map((alert) => ({ ...alert, words: wordsOf(alert.query ?? '') })),
      wish: wish && { ...wish, words: wordsOf(wish.query ?? '') },
      ...{ ways, done: DONE.find((done) => done === asked.get('done')) ?? null },
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
    return onwards(`${here}?done=ended`);
  }
  const frequency = values['frequency'] ?? '';
  const ways = await ownWays(context.database, session, context.sends);
  const via = ways.find((kind) => kind === values['via']);
  if (!isFrequency(frequency)) return again(values, { field: 'frequency', message: 'form.missing' });
  if (via === undefined) return again(values, { field: 'via', message: 'form.missing' });
  const kind = values['kind'] === 'profile' ? 'profile' : 'search';
  const query = kind === 'search' ? searchIn(values['search'] ?? '') : null;
  const kept = await keepAlert(context.database, session, { kind, query, frequency, via });
  return kept ? onwards(`${here}?done=kept`) : again(values, { field: 'frequency', message: 'alerts.full' });
}

export const meta = unlistedAs('alerts.title');

/** How often, and by which way. */
function Choice({ frequency, via }: { frequency: string; via: string | undefined }) {
  const { ways } = useLoaderData<typeof loader>();
  const { t } = useSpeech();
  return (
    <div className="cluster top">
      <AskSelect
        name="frequency"
        label={t('alerts.frequency')}
        preset={frequency}
        options={FREQUENCIES.map((value) => ({ value, name: t(`alerts.frequency.${value}`) }))}
      />
      <AskSelect
        name="via"
        label={t('alerts.via')}
        preset={ways.find((way) => way === via) ?? ways[0] ?? ''}
        options={ways.map((value) => ({ value, name: t(`alerts.via.${value}`) }))}
      />
    </div>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Kept = Loaded['alerts'][number];

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

/** Where its frequency is changed. */
const formOf = (locale: Locale, { kind, query }: Pick<Kept, 'kind' | 'query'>): string =>
  `${accountPage(locale, 'alerts')}?${new URLSearchParams(kind === 'profile' ? { profile: 'yes' } : { search: query ?? '' })}#form`;

/** What is kept, as the words that name it. */
function Named({ kind, words }: Pick<Kept, 'kind' | 'words'>) {
  const { t } = useSpeech();
  return kind === 'profile' ? t('alerts.profile') : <SearchWords words={words} />;
}

function AlertList({ alerts }: { alerts: readonly Kept[] }) {
  const { t, locale } = useSpeech();
  return (
    <ul className="plain told">
      {alerts.map(({ id, kind, query, words, frequency, via }) => (
        <li key={id}>
          <span>
            <a href={kind === 'profile' ? accountPage(locale, 'matches') : `/${locale}/vacancies?${query ?? ''}`}>
              <Named kind={kind} words={words} />
            </a>
            <br />
            <span className="muted">
              {t(`alerts.frequency.${frequency}`)}
              {frequency !== 'never' && ` · ${t(`alerts.via.${via}`)}`}
            </span>
          </span>
          <form method="post" className="cluster">
            <a className="btn two" href={formOf(locale, { kind, query })}>
              {t('alerts.change')}{' '}
              <span className="vh">
                <Named kind={kind} words={words} />
              </span>
            </a>
            <input type="hidden" name="id" value={id} />
            <button className="btn two" type="submit" name="do" value="end">
              {t('alerts.end')}{' '}
              <span className="vh">
                <Named kind={kind} words={words} />
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

/** What is kept, or changed where it is kept already. */
function WishForm({ kind, query, words }: NonNullable<Loaded['wish']>) {
  const { alerts } = useLoaderData<typeof loader>();
  const { t } = useSpeech();
  const kept = alerts.find((alert) => alert.kind === kind && alert.query === query);
  const isSearch = kind === 'search';
  return (
    <form id="form" method="post" className="stack" noValidate>
      <h2>{t(kept ? 'alerts.change.title' : isSearch ? 'alerts.save' : 'alerts.profile')}</h2>
      <p>{kept || isSearch ? <Named kind={kind} words={words} /> : t('alerts.profile.what')}</p>
      {isSearch && <input type="hidden" name="search" value={query ?? ''} />}
      <Choice frequency={kept?.frequency ?? (isSearch ? 'daily' : 'weekly')} via={kept?.via} />
      <button className="btn" type="submit" name="kind" value={kind}>
        {t(kept || isSearch ? 'alerts.save.submit' : 'alerts.profile.submit')}
      </button>
    </form>
  );
}

/** One's saved searches and what one is told of; `?search=` brings one more to keep. */
export default function AlertsPage() {
  const { alerts, wish, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('alerts.title')}
      lede={t('alerts.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
      labels={{ frequency: t('alerts.frequency'), via: t('alerts.via') }}
      wide={alerts.length > 0 && <AlertList alerts={alerts} />}
    >
      {done && !reply && (
        <p className="note calm" role="status">
          {t(`alerts.done.${done}`)}
        </p>
      )}
      {wish && <WishForm {...wish} />}
      {alerts.length === 0 && wish?.kind !== 'search' && <p>{t('alerts.none')}</p>}
    </AskPage>
  );
}
