import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskText } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { CodeInput } from '../../components/account/CodeInput.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import {
  ACCOUNT_HEADERS,
  again,
  freshlySignedIn,
  NO_CODE,
  onwards,
  signedIn,
  waitingBrowser,
} from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { hiddenAddress, readAddress } from '../../use-cases/people/address.ts';
import {
  addressesOf,
  askToAdd,
  askToRelease,
  confirmAdded,
  confirmReleased,
  removeAddress,
} from '../../use-cases/people/addresses.ts';
import { waitingFor } from '../../use-cases/people/sign-in.ts';
export const headers = () => ACCOUNT_HEADERS;

/** What a browser waits for: the code that adds an address, or the one that lets it be used at once. */
async function waitingOf({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>) {
  const browser = await waitingBrowser({ request, context });
  const { account } = signedIn(context).who;
  for (const purpose of ['add-address', 'release-addresses'] as const) {
    const waiting = browser === undefined ? undefined : await waitingFor(context.database, browser, purpose);
    if (waiting?.account === account) return { purpose, kind: waiting.kind, to: hiddenAddress(waiting) };
  }
  return null;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const now = new Date();
  const rows = await addressesOf(context.database, signedIn(context));
  const addresses = rows.map(({ kind, address, usableFrom }) => ({
    ...{ kind, address, waitsUntil: usableFrom > now ? usableFrom.toISOString() : null },
  }));
  return data({ addresses, waiting: await waitingOf({ request, context }) }, { headers: ACCOUNT_HEADERS });
}

type Turn = ActionFunctionArgs & { values: Record<string, string> };

async function askedFor(args: Turn) {
  const { params, context, values } = args;
  const asking = {
    ...{ session: signedIn(context), locale: localeOf(params), now: new Date(), browser: await waitingBrowser(args) },
  };
  const read = readAddress(values['address'] ?? '');
  if (!read.ok) return again(values, { field: 'address', message: `signIn.address.${read.problem}` });
  if (!context.sends.includes(read.address.kind))
    return again(values, { field: 'address', message: `signIn.cannotSend.${read.address.kind}` });
  const limited = await context.limits('ask for a code', { to: read.address, network: context.network });
  if (!limited.ok) return again(values, { field: 'address', message: NO_CODE[limited.problem] });
  const ask = values['do'] === 'release' ? askToRelease : askToAdd;
  const browser = await ask(context, read.address, asking);
  const to = accountPage(asking.locale, 'addresses');
  return browser === undefined ? onwards(to) : onwards(to, await context.cookies.keepBrowser(browser));
}

async function confirmed(args: Turn) {
  const { params, context, values } = args;
  const browser = await waitingBrowser(args);
  const locale = localeOf(params);
  const page = `${context.publicUrl}${accountPage(locale, 'addresses')}`;
  const asking = { session: signedIn(context), locale, page, now: new Date() };
  const confirm = values['do'] === 'released' ? confirmReleased : confirmAdded;
  const result =
    browser === undefined
      ? ({ ok: false, problem: 'expired' } as const)
      : await confirm(context, values['code'] ?? '', { ...asking, browser });
  if (!result.ok) return again(values, { field: 'code', message: `code.problem.${result.problem}` });
  return onwards(accountPage(asking.locale, 'addresses'));
}

async function removed({ params, context, values }: Turn) {
  const locale = localeOf(params);
  const page = `${context.publicUrl}${accountPage(locale, 'addresses')}`;
  const read = readAddress(values['address'] ?? '');
  const gone = read.ok && (await removeAddress(context, read.address, { session: signedIn(context), locale, page }));
  if (!gone) return again({}, { field: 'address', message: 'addresses.last' });
  return onwards(accountPage(locale, 'addresses'));
}

const TURNS: Readonly<Record<string, (turn: Turn) => Promise<ReturnType<typeof again> | Response>>> = {
  add: askedFor,
  release: askedFor,
  added: confirmed,
  released: confirmed,
  remove: removed,
};

export async function action(args: ActionFunctionArgs) {
  freshlySignedIn(args.request, args.context);
  const values = await fieldsOf(args.request);
  const turn = TURNS[values['do'] ?? ''] ?? askedFor;
  return turn({ ...args, values });
}

export const meta = unlistedAs('addresses.title');

type Listed = ReturnType<typeof useLoaderData<typeof loader>>;

function Own({ addresses }: Pick<Listed, 'addresses'>) {
  const { t, f } = useSpeech();
  const waits = addresses.some(({ waitsUntil }) => waitsUntil !== null);
  return (
    <ul className="plain told">
      {addresses.map(({ address, waitsUntil }) => (
        <li key={address}>
          <span>
            <bdi dir="ltr" className="break">
              {address}
            </bdi>{' '}
            {waitsUntil && <span className="muted">{t('addresses.waits', { when: f.moment(waitsUntil) })}</span>}
          </span>
          <form method="post" className="cluster">
            <input type="hidden" name="address" value={address} />
            {waits && !waitsUntil && (
              <button className="btn two" type="submit" name="do" value="release">
                {t('addresses.release')}
              </button>
            )}
            {addresses.length > 1 && (
              <button className="btn two" type="submit" name="do" value="remove">
                {t('addresses.remove')} <span className="vh">{address}</span>
              </button>
            )}
          </form>
        </li>
      ))}
    </ul>
  );
}

/** By which addresses somebody signs in: to add one, to take one away, and to let a new one be used at once. */
export default function AddressesPage() {
  const { addresses, waiting } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('addresses.title')}
      lede={t('addresses.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
    >
      <Own addresses={addresses} />
      {waiting && (
        <form method="post" className="stack note calm" noValidate>
          <p>
            {t(`code.sent.${waiting.kind}`)} <bdi dir="ltr">{waiting.to}</bdi>
          </p>
          <CodeInput />
          <p>
            <button
              className="btn"
              type="submit"
              name="do"
              value={waiting.purpose === 'add-address' ? 'added' : 'released'}
            >
              {t('addresses.confirm')}
            </button>
          </p>
        </form>
      )}
      <form method="post" className="stack" noValidate>
        <AskText
          name="address"
          label={t('addresses.new')}
          hint={t('signIn.address.hint')}
          size="long"
          dir="ltr"
          autoComplete="email"
        />
        <p>
          <button className="btn two" type="submit" name="do" value="add">
            {t('signIn.send')}
          </button>
        </p>
      </form>
      <p className="small muted">{t('addresses.why')}</p>
    </AskPage>
  );
}
