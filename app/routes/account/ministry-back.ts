import type { LoaderFunctionArgs } from '@remix-run/node';
import { accountPage } from '../../i18n/account-page.ts';
import { isLocale, preferredLocale } from '../../i18n/locale.ts';
import { browserNameOf, onwards, waitingBrowser } from '../../server/account.server.ts';
import { comeBack, proofOf, signInByMinistry } from '../../use-cases/people/ministry-in.ts';
import { endSession } from '../../use-cases/people/sessions.ts';

/** The language in which somebody set out; that of the browser where it is not known any more. */
function languageOf(request: Request, goTo: string | undefined) {
  const first = goTo?.split('/')[1];
  return isLocale(first) ? first : preferredLocale(request.headers.get('Accept-Language'));
}

/** Where the provider of a ministry sends people back to: one address for all languages, as providers are told each by hand. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args;
  const provider = context.ministries.get(params['id'] ?? '');
  if (!provider) throw new Response('Not Found', { status: 404 });
  const { search, searchParams } = new URL(request.url);
  const [state, browser] = [searchParams.get('state') ?? '', (await waitingBrowser(args)) ?? ''];
  const asked = await comeBack(context.database, { ministry: provider.id, state, browser });
  const locale = languageOf(request, asked?.goTo ?? undefined);
  const tell = (problem: string, why?: string) => {
    context.log.warn({ security: 'sign-in', by: 'ministry', ministry: provider.id, outcome: problem, why });
    return onwards(`/${locale}/sign-in/ministry/${provider.id}?problem=${problem}`);
  };
  if (!asked) return tell('expired');
  const came = await provider.comeBack(search, proofOf(context.secret, state));
  if (!came.ok) return tell(came.problem, came.why);
  const signedIn = await signInByMinistry(context, provider.office, came.done, {
    ...{ signedInAs: context.session?.who.account, browserName: browserNameOf(request), locale, now: new Date() },
    page: `${context.publicUrl}${accountPage(locale)}`,
  });
  if (!signedIn.ok) return tell(signedIn.problem);
  context.log.info({ security: 'sign-in', by: 'ministry', ministry: provider.id, outcome: 'in' });
  if (context.session) await endSession(context.database, context.session); // the one that this browser had
  const cookie = await context.cookies.keepSession(signedIn.secret, signedIn.role);
  return onwards(asked.goTo ?? accountPage(locale), cookie);
}
