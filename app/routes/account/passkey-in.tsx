import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { PasskeyBeginning, PasskeyForm } from '../../components/account/PasskeyForm.tsx';
import { PASSKEY_WITHIN_MS, relyingParty } from '../../domain/people/passkey.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import {
  ACCOUNT_HEADERS,
  again,
  browserNameOf,
  onwards,
  ownPage,
  waitingBrowser,
} from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { challengeBrowser, waitingChallenge } from '../../use-cases/people/challenge.ts';
import { optionsToShow, signInByPasskey } from '../../use-cases/people/passkey-in.ts';
import { endSession } from '../../use-cases/people/sessions.ts';
export const headers = () => ACCOUNT_HEADERS;

export async function loader(args: LoaderFunctionArgs) {
  const { database, publicUrl, nonce } = args.context;
  const party = relyingParty(publicUrl);
  const browser = await waitingBrowser(args);
  const asked = browser === undefined ? undefined : await waitingChallenge(database, browser, 'sign-in');
  const options = party && asked ? JSON.stringify(await optionsToShow(party, asked)) : null;
  return data({ isHere: party !== undefined, options, nonce }, { headers: ACCOUNT_HEADERS });
}

/** Asks this browser for a passkey, once. */
async function begin(args: ActionFunctionArgs, next: string | undefined) {
  const { database, cookies } = args.context;
  const { browser } = await challengeBrowser(database, {
    ...{ purpose: 'sign-in', goTo: ownPage(next) ?? null, browser: await waitingBrowser(args) },
    until: new Date(Date.now() + PASSKEY_WITHIN_MS),
  });
  return onwards(`/${localeOf(args.params)}/sign-in/passkey`, await cookies.keepBrowser(browser));
}

export async function action(args: ActionFunctionArgs) {
  const { params, request, context } = args;
  const { do: what, next, answer = '' } = await fieldsOf(request);
  const party = relyingParty(context.publicUrl);
  if (!party) return again({}, { field: 'passkey', message: 'passkeys.notHere' });
  if (what === 'begin') return begin(args, next);
  const asked = { browser: (await waitingBrowser(args)) ?? '', browserName: browserNameOf(request), now: new Date() };
  const shown = await signInByPasskey(context.database, party, { ...asked, answer });
  const outcome = shown.ok ? { outcome: 'in' } : { outcome: shown.problem, why: shown.why };
  context.log.info({ security: 'sign-in', by: 'passkey', ...outcome });
  if (!shown.ok) return again({}, { field: 'passkey', message: `passkey.problem.${shown.problem}` });
  if (context.session) await endSession(context.database, context.session); // the one that this browser had
  const cookie = await context.cookies.keepSession(shown.secret, shown.role);
  return onwards(shown.goTo ?? accountPage(localeOf(params)), cookie);
}

export const meta = unlistedAs('passkey.title');

/** Signing in with a passkey, for those who made one: a script asks the browser for it. */
export default function PasskeyInPage() {
  const { isHere, options, nonce } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('passkey.title')}
      lede={t(isHere ? 'passkey.lede' : 'passkeys.notHere')}
      back={{ href: `/${locale}/sign-in`, words: t('signIn.byCode') }}
      reply={reply}
    >
      {options !== null && <PasskeyForm means="get" options={options} nonce={nonce} button={t('passkey.use')} />}
      {isHere && options === null && <PasskeyBeginning button={t('passkey.title')} />}
    </AskPage>
  );
}
