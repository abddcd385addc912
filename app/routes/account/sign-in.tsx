import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskText } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { relyingParty } from '../../domain/people/passkey.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, NO_CODE, onwards, ownPage, waitingBrowser } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { readAddress } from '../../use-cases/people/address.ts';
import { askForCode } from '../../use-cases/people/sign-in.ts';
export const headers = () => ACCOUNT_HEADERS;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const { searchParams } = new URL(request.url);
  const check = searchParams.get('check') ?? '';
  const adopt = check && accountPage(locale, `profile/adopt?${check}`);
  if (adopt && context.session?.who.role === 'worker') return redirect(adopt, { headers: ACCOUNT_HEADERS });
  const next = ownPage(searchParams.get('next')) ?? '';
  return data(
    {
      ...{ next, check, afterwards: next || adopt },
      ended: searchParams.get('ended') === 'yes',
      again: searchParams.get('again') === 'yes',
      sends: context.sends,
      ministries: [...context.ministries.values()].map(({ id, office }) => ({ id, label: office.label })),
      hasPasskeys: relyingParty(context.publicUrl) !== undefined,
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const values = await fieldsOf(request);
  const read = readAddress(values['address'] ?? '');
  if (!read.ok) return again(values, { field: 'address', message: `signIn.address.${read.problem}` });
  if (!context.sends.includes(read.address.kind))
    return again(values, { field: 'address', message: `signIn.cannotSend.${read.address.kind}` });
  const limited = await context.limits('ask for a code', { to: read.address, network: context.network });
  if (!limited.ok) return again(values, { field: 'address', message: NO_CODE[limited.problem] });
  const browser = await askForCode(context, {
    ...{ address: read.address, browser: await waitingBrowser({ request, context }) },
    ...{ locale, now: new Date(), goTo: ownPage(values['next']) ?? null, checkQuery: values['check'] || null },
  });
  return onwards(`/${locale}/sign-in/code`, await context.cookies.keepBrowser(browser));
}

export const meta = unlistedAs('signIn.title');

/** Signing in, which makes an account for whoever has none. */
export default function SignInPage() {
  const {
    next,
    check,
    afterwards,
    ended,
    again: isAgain,
    sends,
    hasPasskeys,
    ministries,
  } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  const query = afterwards && `?${new URLSearchParams({ next: afterwards })}`;
  const passwordHref = `/${locale}/sign-in/password${query}`;
  return (
    <AskPage title={t('signIn.title')} lede={t('signIn.lede')} reply={reply}>
      {isAgain && (
        <p className="note calm" role="status">
          {t('signIn.again')}
        </p>
      )}
      {ended && (
        <p className="note calm" role="status">
          {t('signIn.ended')}
        </p>
      )}
      {sends.length === 0 && <p className="note">{t('signIn.noMessages')}</p>}
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="next" value={reply?.values['next'] ?? next} />
        <input type="hidden" name="check" value={reply?.values['check'] ?? check} />
        <AskText
          name="address"
          label={t('signIn.address')}
          hint={t('signIn.address.hint')}
          size="long"
          dir="ltr"
          autoComplete="username"
        />
        <p>
          <button className="btn" type="submit">
            {t('signIn.send')}
          </button>
        </p>
      </form>
      {hasPasskeys && (
        <form method="post" action={`/${locale}/sign-in/passkey`}>
          <input type="hidden" name="next" value={afterwards} />
          <button className="btn two" type="submit" name="do" value="begin">
            {t('passkey.title')}
          </button>
        </form>
      )}
      {ministries.map(({ id, label }) => (
        <p key={id}>
          <a className="btn two" href={`/${locale}/sign-in/ministry/${id}${query}`}>
            {t('ministryIn.title', { ministry: label })}
          </a>
        </p>
      ))}
      <p>
        <a href={passwordHref}>{t('signIn.byPassword')}</a>
      </p>
      <p className="small muted">{t('signIn.free')}</p>
    </AskPage>
  );
}
