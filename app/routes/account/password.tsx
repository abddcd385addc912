import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskText } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, freshlySignedIn, onwards, signedIn } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { removePassword, setPassword } from '../../use-cases/people/account-password.ts';
import { accountOverview } from '../../use-cases/people/own-account.ts';
export const headers = () => ACCOUNT_HEADERS;

export async function loader({ context }: LoaderFunctionArgs) {
  const { hasPassword } = await accountOverview(context.database, signedIn(context));
  return data({ hasPassword }, { headers: ACCOUNT_HEADERS });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const session = freshlySignedIn(request, context);
  const { password = '', do: what } = await fieldsOf(request);
  if (what === 'remove') await removePassword(context.database, session);
  else {
    const set = await setPassword(context, session, password);
    if (!set.ok) return again({}, { field: 'password', message: `password.problem.${set.problem}` });
  }
  return onwards(accountPage(localeOf(params)));
}

export const meta = unlistedAs('password.title');

/** A password is another way in beside codes: nobody needs one. */
export default function PasswordPage() {
  const { hasPassword } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('password.title')}
      lede={t('password.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
    >
      <form method="post" className="stack" noValidate>
        <AskText
          name="password"
          type="password"
          label={t('password.new')}
          hint={t('password.hint')}
          size="long"
          dir="ltr"
          autoComplete="new-password"
        />
        <p>
          <button className="btn" type="submit" name="do" value="set">
            {t('password.set')}
          </button>
        </p>
      </form>
      {hasPassword && (
        <form method="post">
          <button className="btn two" type="submit" name="do" value="remove">
            {t('password.remove')}
          </button>
        </form>
      )}
    </AskPage>
  );
}
