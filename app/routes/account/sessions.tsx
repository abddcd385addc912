import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards, signedIn } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { endOther, sessionsOf } from '../../use-cases/people/own-account.ts';
export const headers = () => ACCOUNT_HEADERS;

export async function loader({ context }: LoaderFunctionArgs) {
  const session = signedIn(context);
  const sessions = await sessionsOf(context.database, session);
  return data(
    {
      sessions: sessions.map(({ usedAt, createdAt, ...rest }) => ({
        ...{
          ...rest,
          usedAt: usedAt.toISOString(),
          createdAt: createdAt.toISOString(),
          isThis: rest.id === session.id,
        },
      })),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { end = '' } = await fieldsOf(request);
  const session = signedIn(context);
  if (end !== session.id) await endOther(context.database, session, end === 'all' ? 'all' : end);
  return onwards(accountPage(localeOf(params), 'sessions'));
}

export const meta = unlistedAs('sessions.title');

/** Where an account is signed in, each to be ended. */
export default function SessionsPage() {
  const { sessions } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  return (
    <AskPage
      title={t('sessions.title')}
      lede={t('sessions.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
    >
      <ul className="plain told">
        {sessions.map(({ id, browser, usedAt, isThis }) => (
          <li key={id}>
            <span>
              <b>
                <bdi>{browser || t('sessions.unknown')}</bdi>
              </b>{' '}
              <span className="muted">
                {isThis ? t('sessions.this') : t('sessions.used', { when: f.moment(usedAt) })}
              </span>
            </span>
            {!isThis && (
              <form method="post">
                <button className="btn two" type="submit" name="end" value={id}>
                  {t('sessions.end')} <span className="vh">{browser}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post">
          <button className="btn" type="submit" name="end" value="all">
            {t('sessions.endAll')}
          </button>
        </form>
      )}
    </AskPage>
  );
}
