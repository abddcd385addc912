import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Doors } from '../../components/account/Doors.tsx';
import { RoleName } from '../../components/account/RoleName.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, signedIn } from '../../server/account.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { accountOverview } from '../../use-cases/people/own-account.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = signedIn(context);
  const overview = await accountOverview(context.database, session);
  return data(
    {
      ...overview,
      role: session.who.role,
      isNew: new URL(request.url).searchParams.get('new') === 'yes',
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export const meta = unlistedAs('account.title');

/** Who one is here, in which role, and where everything about the account is. */
export default function AccountPage() {
  const { roles, actsAs, role, isNew, hasPassword, addresses, passkeys } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  const current = roles.find(({ id }) => id === actsAs);
  const others = [
    ...roles.filter(({ id }) => id !== actsAs),
    ...(current ? [{ id: 'worker', role: 'worker' } as const] : []),
  ];
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t('account.title')}</h1>
        {isNew && (
          <p className="note calm" role="status">
            {t('account.new')}
          </p>
        )}
        <p className="lede">
          {t('account.as')} <RoleName {...(current ?? { role })} />
        </p>
        <Doors role={role} />
        {others.length > 0 && (
          <Section id="roles" title={t('account.roles')}>
            <ul className="plain told">
              {others.map((other) => (
                <li key={other.id}>
                  <span>
                    <RoleName {...other} />
                  </span>
                  <form method="post" action={`/${locale}/account/role`}>
                    <button className="btn two" type="submit" name="role" value={other.id}>
                      {t('account.changeRole')}
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section id="safety" title={t('account.safety')}>
          <ul className="plain told">
            <li>
              <a href={`/${locale}/account/addresses`}>{t('addresses.title')}</a>
              <span className="muted">{t('account.addresses', { count: addresses.length })}</span>
            </li>
            <li>
              <a href={`/${locale}/account/password`}>{t('password.title')}</a>
              <span className="muted">{t(hasPassword ? 'account.password.set' : 'account.password.none')}</span>
            </li>
            <li>
              <a href={`/${locale}/account/passkeys`}>{t('passkeys.title')}</a>
              <span className="muted">{t('account.passkeys', { count: passkeys })}</span>
            </li>
            <li>
              <a href={`/${locale}/account/sessions`}>{t('sessions.title')}</a>
            </li>
            <li>
              <a href={`/${locale}/account/data`}>{t('account.data')}</a>
              <span className="muted">JSON</span>
            </li>
            <li>
              <a href={`/${locale}/account/delete`}>{t('delete.title')}</a>
            </li>
          </ul>
        </Section>
        <form method="post" action={`/${locale}/sign-out`}>
          <button className="btn two" type="submit">
            {t('account.signOut')}
          </button>
        </form>
      </div>
    </main>
  );
}
