import { type ActionFunctionArgs, data } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { useProblem } from '../../components/account/reply.tsx';
import { ProblemLine, problemProps } from '../../components/ui/TextInput.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, freshlySignedIn, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { endAccount } from '../../use-cases/people/own-account.ts';
export const headers = () => ACCOUNT_HEADERS;

export const loader = () => data(null, { headers: ACCOUNT_HEADERS });

export async function action({ params, request, context }: ActionFunctionArgs) {
  const session = freshlySignedIn(request, context);
  const { sure } = await fieldsOf(request);
  if (sure !== 'yes') return again({}, { field: 'sure', message: 'delete.tick' });
  await endAccount(context.database, session);
  return onwards(`/${localeOf(params)}`, await context.cookies.endSession());
}

export const meta = unlistedAs('delete.title');

const KEPT = ['delete.kept.audit', 'delete.kept.places'] as const;

function SureInput() {
  const { t } = useSpeech();
  const problem = useProblem('sure');
  return (
    <>
      <label className="check">
        <input id="sure" type="checkbox" name="sure" value="yes" {...problemProps('sure', problem)} />
        <span>{t('delete.sure')}</span>
      </label>
      <ProblemLine id="sure" problem={problem} />
    </>
  );
}

/** Deletes an account, and says what stays and for how long. */
export default function DeletePage() {
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('delete.title')}
      lede={t('delete.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
    >
      <h2>{t('delete.kept')}</h2>
      <ul className="bul">
        {KEPT.map((id) => (
          <li key={id}>{t(id)}</li>
        ))}
      </ul>
      <p>
        <a href={accountPage(locale, 'data')}>{t('account.data')}</a>
      </p>
      <form method="post" className="stack" noValidate>
        <SureInput />
        <button className="btn" type="submit">
          {t('delete.submit')}
        </button>
      </form>
    </AskPage>
  );
}
