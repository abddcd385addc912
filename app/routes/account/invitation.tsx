import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RoleName } from '../../components/account/RoleName.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, browserNameOf, onwards } from '../../server/account.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { accept, readInvitation } from '../../use-cases/people/invitations.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const invitation = (await readInvitation(context.database, params['token'] ?? '')) ?? null;
  return data({ invitation }, { status: invitation ? 200 : 404, headers: ACCOUNT_HEADERS });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const browser = browserNameOf(request);
  const accepted = await accept(context.database, params['token'] ?? '', { locale, browser, now: new Date() });
  if (!accepted.ok && accepted.problem === 'waiting')
    return data({ waiting: true }, { status: 409, headers: ACCOUNT_HEADERS });
  if (!accepted.ok) return onwards(new URL(request.url).pathname);
  return onwards(accountPage(locale, '?new=yes'), await context.cookies.keepSession(accepted.secret, accepted.role));
}

export const meta = unlistedAs('invitation.title');

/** An invitation, read before it is accepted: opening a link changes nothing. */
export default function InvitationPage() {
  const { invitation } = useLoaderData<typeof loader>();
  const waiting = useActionData<typeof action>()?.waiting;
  const { t, f, locale } = useSpeech();
  if (!invitation)
    return (
      <main id="main" className="wrap page">
        <div className="stack ask">
          <h1>{t('invitation.gone')}</h1>
          <p className="lede">{t('invitation.gone.text')}</p>
          <p>
            <a href={`/${locale}/sign-in`}>{t('signIn.title')}</a>
          </p>
        </div>
      </main>
    );
  return (
    <main id="main" className="wrap page">
      <div className="stack ask">
        {waiting && (
          <p className="note" role="alert">
            {t('code.problem.waiting')}
          </p>
        )}
        <h1>{t('invitation.title')}</h1>
        <p className="lede">
          <RoleName {...invitation} />
        </p>
        <p>
          {t('invitation.for')} <bdi dir="ltr">{invitation.email}</bdi>
        </p>
        <p>
          {t('invitation.by')}{' '}
          {invitation.invitedBy === null ? t('invitation.byOperator') : <bdi dir="ltr">{invitation.invitedBy}</bdi>}
          {' · '}
          {t('invitation.until', { when: f.moment(new Date(invitation.expiresAt).toISOString()) })}
        </p>
        <form method="post">
          <button className="btn" type="submit">
            {t('invitation.accept')}
          </button>
        </form>
      </div>
    </main>
  );
}
