import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskText } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { TokenList } from '../../components/ministry/TokenList.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { isTokenAct } from '../../domain/people/office-token.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, freshlySignedIn, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { idIn, officerHere } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { actOnToken, askForToken, tokensOf } from '../../use-cases/people/office-tokens.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ context }: LoaderFunctionArgs) {
  const tokens = await tokensOf(context.database, officerHere(context));
  return data({ tokens: tokens.map(({ askedBy: _whom, ...shown }) => shown) }, { headers: ACCOUNT_HEADERS });
}

const LONGEST_NAME = 200;

export async function action({ params, request, context }: ActionFunctionArgs) {
  const officer = officerHere(context);
  const page = `/${localeOf(params)}/ministry/tokens`;
  const values = await fieldsOf(request);
  const { do: act, name = '' } = values;
  if (!isTokenAct(act)) {
    if (name === '' || name.length > LONGEST_NAME)
      return again(values, { field: 'name', message: name === '' ? 'form.missing' : 'form.wrong' });
    await askForToken(context.database, officer, name);
    return onwards(page);
  }
  // Who ends one may be in a hurry; a way in is made by whoever showed lately who they are.
  if (act !== 'end-token') freshlySignedIn(request, context);
  const id = idIn(values['id']);
  if (id === undefined) throw notFound('page');
  const acted = await actOnToken(context.database, officer, { id, act });
  if (acted.ok && acted.secret === undefined) return onwards(page);
  if (acted.ok) return data({ values: {}, problems: [], secret: acted.secret }, { headers: ACCOUNT_HEADERS });
  if (acted.problem === 'missing') throw notFound('page');
  return again({}, { field: 'tokens', message: `tokens.problem.${acted.problem}` });
}

export const meta = unlistedAs('tokens.title');

/** The tokens by which programs of an office publish: each asked for by one officer and approved by another. */
export default function TokensPage() {
  const { tokens } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('tokens.title')}
      lede={t('tokens.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
      labels={{ name: t('tokens.name') }}
      wide={
        <Section id="tokens" title={t('tokens.list')}>
          {tokens.length === 0 ? <p>{t('tokens.none')}</p> : <TokenList tokens={tokens} />}
        </Section>
      }
    >
      {reply && 'secret' in reply && (
        <div className="note calm" role="status">
          <p>{t('tokens.secret')}</p>
          <p className="break">
            <code dir="ltr">{reply.secret}</code>
          </p>
        </div>
      )}
      <form method="post" className="stack" noValidate>
        <AskText name="name" label={t('tokens.name')} hint={t('tokens.name.hint')} size="long" />
        <p>
          <button className="btn" type="submit" name="do" value="ask">
            {t('tokens.ask')}
          </button>
        </p>
      </form>
    </AskPage>
  );
}
