import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskText } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { PasskeyBeginning, PasskeyForm } from '../../components/account/PasskeyForm.tsx';
import { PASSKEY_WITHIN_MS, relyingParty } from '../../domain/people/passkey.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import {
  ACCOUNT_HEADERS,
  again,
  browserNameOf,
  freshlySignedIn,
  onwards,
  signedIn,
  waitingBrowser,
} from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { challengeBrowser, waitingChallenge } from '../../use-cases/people/challenge.ts';
import { addPasskey, optionsToMake, passkeysOf, removePasskey } from '../../use-cases/people/passkeys.ts';
export const headers = () => ACCOUNT_HEADERS;

/** What this browser is handed to make a passkey, where its owner has just asked for it. */
async function optionsHere(args: LoaderFunctionArgs): Promise<string | null> {
  const { database, publicUrl } = args.context;
  const [party, session, browser] = [relyingParty(publicUrl), signedIn(args.context), await waitingBrowser(args)];
  const asked = browser === undefined ? undefined : await waitingChallenge(database, browser, 'add-passkey');
  if (!party || asked?.account !== session.who.account) return null;
  return JSON.stringify(await optionsToMake(database, party, session, asked));
}

export async function loader(args: LoaderFunctionArgs) {
  const { database, publicUrl, nonce } = args.context;
  const passkeys = (await passkeysOf(database, signedIn(args.context))).map(({ id, name, createdAt, usedAt }) => ({
    ...{ id, name, createdAt: createdAt.toISOString(), usedAt: usedAt?.toISOString() ?? null },
  }));
  const isHere = relyingParty(publicUrl) !== undefined;
  const about = { options: await optionsHere(args), nonce, name: browserNameOf(args.request) };
  return data({ passkeys, isHere, ...about }, { headers: ACCOUNT_HEADERS });
}

type Turn = ActionFunctionArgs & { values: Record<string, string> };

const changing = ({ params, context }: Turn) => {
  const locale = localeOf(params);
  const page = `${context.publicUrl}${accountPage(locale, 'passkeys')}`;
  return { session: signedIn(context), locale, page, now: new Date() };
};

const backHere = ({ params }: Turn, ...cookies: string[]) =>
  onwards(accountPage(localeOf(params), 'passkeys'), ...cookies);

async function begun(turn: Turn) {
  const { database, cookies, session } = turn.context;
  const { browser } = await challengeBrowser(database, {
    ...{ purpose: 'add-passkey', account: session?.who.account ?? null },
    ...{ browser: await waitingBrowser(turn), until: new Date(Date.now() + PASSKEY_WITHIN_MS) },
  });
  return backHere(turn, await cookies.keepBrowser(browser));
}

async function made(turn: Turn) {
  const { context, values } = turn;
  const { name = '', answer = '' } = values;
  const party = relyingParty(context.publicUrl);
  if (!party) return again({}, { field: 'passkey', message: 'passkeys.notHere' });
  if (name === '') return again({}, { field: 'name', message: 'form.missing' });
  const browser = (await waitingBrowser(turn)) ?? '';
  const added = await addPasskey(context, party, { ...changing(turn), answer, name, browser });
  if (added.ok) return backHere(turn);
  context.log.warn({ security: 'passkey refused', problem: added.problem, why: added.why });
  return again({ name }, { field: 'passkey', message: `passkey.problem.${added.problem}` });
}

async function removed(turn: Turn) {
  await removePasskey(turn.context, turn.values['passkey'] ?? '', changing(turn));
  return backHere(turn);
}

const TURNS: Readonly<Record<string, (turn: Turn) => Promise<ReturnType<typeof again> | Response>>> = {
  begin: begun,
  answer: made,
  remove: removed,
};

export async function action(args: ActionFunctionArgs) {
  freshlySignedIn(args.request, args.context);
  const values = await fieldsOf(args.request);
  const turn = TURNS[values['do'] ?? ''] ?? made;
  return turn({ ...args, values });
}

export const meta = unlistedAs('passkeys.title');

type Listed = ReturnType<typeof useLoaderData<typeof loader>>;

function Own({ passkeys }: Pick<Listed, 'passkeys'>) {
  const { t, f } = useSpeech();
  if (passkeys.length === 0) return <p>{t('passkeys.none')}</p>;
  return (
    <ul className="plain told">
      {passkeys.map(({ id, name, createdAt, usedAt }) => (
        <li key={id}>
          <span>
            <b>
              <bdi className="break">{name}</bdi>
            </b>{' '}
            <span className="muted">
              {t('passkeys.added', { when: f.moment(createdAt) })}
              {' · '}
              {usedAt === null ? t('passkeys.unused') : t('sessions.used', { when: f.moment(usedAt) })}
            </span>
          </span>
          <form method="post">
            <input type="hidden" name="passkey" value={id} />
            <button className="btn two" type="submit" name="do" value="remove">
              {t('addresses.remove')} <span className="vh">{name}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

/** The passkeys by which somebody signs in: to add one, and to take one away. */
export default function PasskeysPage() {
  const { passkeys, isHere, options, nonce, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('passkeys.title')}
      lede={t('passkeys.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
      labels={{ name: t('passkeys.name') }}
    >
      <Own passkeys={passkeys} />
      {!isHere && <p className="note">{t('passkeys.notHere')}</p>}
      {options !== null && (
        <PasskeyForm means="create" options={options} nonce={nonce} button={t('passkeys.create')}>
          <AskText name="name" label={t('passkeys.name')} hint={t('passkeys.name.hint')} size="long" preset={name} />
        </PasskeyForm>
      )}
      {isHere && options === null && <PasskeyBeginning button={t('passkeys.add')} />}
    </AskPage>
  );
}
