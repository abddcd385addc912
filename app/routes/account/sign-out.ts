import type { ActionFunctionArgs } from '@remix-run/node';
import { onwards, signedIn } from '../../server/account.server.ts';
import { localeOf } from '../../server/loader.ts';
import { endSession } from '../../use-cases/people/sessions.ts';

export async function action({ params, context }: ActionFunctionArgs) {
  await endSession(context.database, signedIn(context));
  const answer = onwards(`/${localeOf(params)}`, await context.cookies.endSession());
  answer.headers.set('Clear-Site-Data', '"cache"'); // what was read here is not read again with «back»
  return answer;
}
