import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards, ownPage, waitingBrowser } from '../../server/account.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { challengeBrowser } from '../../use-cases/people/challenge.ts';
import { MINISTRY_WITHIN_MS, proofOf } from '../../use-cases/people/ministry-in.ts';

export const headers = () => ACCOUNT_HEADERS;

/** Why somebody came back with nothing; only the first is the provider's to mend by itself. */
const PROBLEMS = ['away', 'refused', 'expired', 'uninvited', 'unverified', 'known'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args;
  const locale = localeOf(params);
  const provider = context.ministries.get(params['id'] ?? '');
  if (!provider) throw notFound('page');
  const { searchParams } = new URL(request.url);
  const tell = (problem: (typeof PROBLEMS)[number]) =>
    data(
      { id: provider.id, label: provider.office.label, problem },
      { status: problem === 'away' ? 503 : 409, headers: ACCOUNT_HEADERS },
    );
  const problem = PROBLEMS.find((one) => one === searchParams.get('problem'));
  if (problem) return tell(problem);
  const { browser, challenge } = await challengeBrowser(context.database, {
    ...{ purpose: 'ministry', ministry: provider.id, browser: await waitingBrowser(args) },
    goTo: ownPage(searchParams.get('next')) ?? accountPage(locale),
    until: new Date(Date.now() + MINISTRY_WITHIN_MS),
  });
  const setOut = await provider.setOut(proofOf(context.secret, challenge));
  if (setOut.ok) return onwards(setOut.done, await context.cookies.keepBrowser(browser));
  context.log.warn({ security: 'sign-in', by: 'ministry', ministry: provider.id, outcome: 'away', why: setOut.why });
  return tell('away');
}

export const meta = unlistedAs('ministryIn.noWay');

/** Sends on to the provider of a ministry; drawn only where that led nowhere, with the ways in that are left. */
export default function MinistryInPage() {
  const { id, label, problem } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  const self = `/${locale}/sign-in/ministry/${id}`;
  return (
    <AskPage
      title={t('ministryIn.noWay')}
      lede={t(`ministryIn.problem.${problem}`, { ministry: label })}
      back={{ href: `/${locale}/sign-in`, words: t('signIn.title') }}
    >
      {problem === 'known' ? (
        <p>
          <a className="btn" href={`/${locale}/sign-in?${new URLSearchParams({ next: self })}`}>
            {t('signIn.byCode')}
          </a>
        </p>
      ) : (
        <p>
          <a className="btn" href={self}>
            {t('ministryIn.again')}
          </a>
        </p>
      )}
    </AskPage>
  );
}
