import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { CodeInput } from '../../components/account/CodeInput.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import type { Locale } from '../../i18n/locale.ts';
import {
  ACCOUNT_HEADERS,
  again,
  browserNameOf,
  NO_CODE,
  onwards,
  waitingBrowser,
} from '../../server/account.server.ts';
import { sessionOf } from '../../server/check-session.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { hiddenAddress } from '../../use-cases/people/address.ts';
import { endSession } from '../../use-cases/people/sessions.ts';
import { askForCode, type SignedIn, signInByCode, waitingFor } from '../../use-cases/people/sign-in.ts';
import { openCheck } from '../../use-cases/take-check.ts';
export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  localeOf(params);
  const browser = await waitingBrowser({ request, context });
  const waiting = browser === undefined ? undefined : await waitingFor(context.database, browser);
  const sent = new URL(request.url).searchParams.get('sent') === 'again';
  const to = waiting ? { kind: waiting.kind, address: hiddenAddress(waiting) } : null;
  return data({ to, sent }, { headers: ACCOUNT_HEADERS });
}

/** The answers of a check, private ones with them as long as the browser has their session. */
async function profileOf({ request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>, checkQuery: string) {
  const session = await sessionOf(request, context.publicUrl);
  const params = new URLSearchParams(checkQuery);
  const { person } = await openCheck(context, { params, session, on: context.today() });
  return person.profile;
}

/** Sends another code to the same address. */
async function sendAgain({ params, context }: ActionFunctionArgs, browser: string) {
  const locale = localeOf(params);
  const waiting = await waitingFor(context.database, browser);
  if (!waiting) return onwards(`/${locale}/sign-in`);
  const limited = await context.limits('ask for a code', { to: waiting, network: context.network });
  if (!limited.ok) return again({}, { field: 'code', message: NO_CODE[limited.problem] });
  await askForCode(context, { ...waiting, address: waiting, browser, locale, now: new Date() });
  return onwards(`/${locale}/sign-in/code?sent=again`);
}

/** Where the answers of a check lead whoever has a profile to take them into. */
const afterCheck = (locale: Locale, { isNew, role, checkQuery }: SignedIn): string | undefined =>
  checkQuery !== null && !isNew && role === 'worker' ? accountPage(locale, `profile/adopt?${checkQuery}`) : undefined;

export async function action(args: ActionFunctionArgs) {
  const { params, request, context } = args;
  const locale = localeOf(params);
  const browser = await waitingBrowser(args);
  if (browser === undefined) return onwards(`/${locale}/sign-in?ended=yes`);
  const { code = '', do: what } = await fieldsOf(request);
  if (what === 'again') return sendAgain(args, browser);
  const waiting = await waitingFor(context.database, browser);
  const typing = waiting && (await context.limits('type a code', { to: waiting, network: context.network }));
  if (typing && !typing.ok) return again({}, { field: 'code', message: 'code.problem.spent' });
  const name = browserNameOf(request);
  const signedIn = await signInByCode(
    context,
    { browser, typed: code, browserName: name, locale, now: new Date() },
    (checkQuery) => profileOf(args, checkQuery),
  );
  context.log.info({ security: 'sign-in', by: 'code', outcome: signedIn.ok ? 'in' : signedIn.problem });
  if (!signedIn.ok) return again({ code }, { field: 'code', message: `code.problem.${signedIn.problem}` });
  if (context.session) await endSession(context.database, context.session); // the one that this browser had
  const to = signedIn.goTo ?? afterCheck(locale, signedIn) ?? accountPage(locale, signedIn.isNew ? '?new=yes' : '');
  return onwards(to, await context.cookies.keepSession(signedIn.secret, signedIn.role));
}

export const meta = unlistedAs('code.title');

/** The code that was sent is typed in. */
export default function CodePage() {
  const { to, sent } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('code.title')}
      lede={
        to ? (
          <>
            {t(`code.sent.${to.kind}`)} <bdi dir="ltr">{to.address}</bdi>
          </>
        ) : (
          t('code.noneWaits')
        )
      }
      back={{ href: `/${locale}/sign-in`, words: t('code.otherAddress') }}
      reply={reply}
    >
      {sent && (
        <p className="note calm" role="status">
          {t('code.sentAgain')}
        </p>
      )}
      <form method="post" className="stack" noValidate>
        <CodeInput />
        <p>
          <button className="btn" type="submit" name="do" value="sign-in">
            {t('signIn.submit')}
          </button>
        </p>
      </form>
      {to && (
        <form method="post" className="stack">
          <p>{t('code.notThere')}</p>
          <button className="btn two" type="submit" name="do" value="again">
            {t('code.again')}
          </button>
        </form>
      )}
    </AskPage>
  );
}
