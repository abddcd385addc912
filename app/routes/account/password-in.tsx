import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskText } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, browserNameOf, onwards, ownPage } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { signInByPassword } from '../../use-cases/people/account-password.ts';
import { readAddress } from '../../use-cases/people/address.ts';
import { endSession } from '../../use-cases/people/sessions.ts';
export const headers = () => ACCOUNT_HEADERS;

export function loader({ request }: LoaderFunctionArgs) {
  const next = ownPage(new URL(request.url).searchParams.get('next')) ?? '';
  return data({ next }, { headers: ACCOUNT_HEADERS });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const { password = '', ...values } = await fieldsOf(request);
  const read = readAddress(values['address'] ?? '');
  if (!read.ok) return again(values, { field: 'address', message: `signIn.address.${read.problem}` });
  const limited = await context.limits('type a password', { to: read.address, network: context.network });
  if (!limited.ok) return again(values, { field: 'password', message: 'password.limited' });
  const name = browserNameOf(request);
  const tried = await signInByPassword(context, {
    ...{ address: read.address, password, browserName: name, now: new Date() },
  });
  context.log.info({ security: 'sign-in', by: 'password', outcome: tried.ok ? 'in' : tried.problem });
  if (!tried.ok) return again(values, { field: 'password', message: `password.problem.${tried.problem}` });
  if (context.session) await endSession(context.database, context.session); // the one that this browser had
  const cookie = await context.cookies.keepSession(tried.secret, tried.role);
  return onwards(ownPage(values['next']) ?? accountPage(locale), cookie);
}

export const meta = unlistedAs('signIn.byPassword');

/** Signing in with a password, for those who set one. */
export default function PasswordInPage() {
  const { next } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('signIn.byPassword')}
      back={{ href: `/${locale}/sign-in${next && `?${new URLSearchParams({ next })}`}`, words: t('signIn.byCode') }}
      reply={reply}
    >
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="next" value={reply?.values['next'] ?? next} />
        <AskText name="address" label={t('signIn.address')} size="long" dir="ltr" autoComplete="username" />
        <AskText
          name="password"
          type="password"
          label={t('password.label')}
          size="long"
          dir="ltr"
          autoComplete="current-password"
        />
        <p>
          <button className="btn" type="submit">
            {t('signIn.submit')}
          </button>
        </p>
      </form>
      <p>{t('password.forgotten')}</p>
    </AskPage>
  );
}
