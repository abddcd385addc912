import type { ActionFunctionArgs } from '@remix-run/node';
import { accountPage } from '../../i18n/account-page.ts';
import { browserNameOf, onwards, signedIn } from '../../server/account.server.ts';
/** Goes on in another role, with a new id in the cookie. */
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { changeRole } from '../../use-cases/people/own-account.ts';
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { role = '' } = await fieldsOf(request);
  const name = browserNameOf(request);
  const begun = await changeRole(context.database, signedIn(context), { role, browserName: name, now: new Date() });
  const to = accountPage(localeOf(params));
  return begun ? onwards(to, await context.cookies.keepSession(begun.secret, begun.role)) : onwards(to);
}
