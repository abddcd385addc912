import type { LoaderFunctionArgs } from '@remix-run/node';
import { ACCOUNT_HEADERS, freshlySignedIn } from '../../server/account.server.ts';
import { everythingOf } from '../../use-cases/people/own-account.ts';

/** Everything that is kept of somebody, to take along. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const everything = await everythingOf(context.database, freshlySignedIn(request, context));
  return new Response(`${JSON.stringify(everything, null, 2)}\n`, {
    headers: {
      ...ACCOUNT_HEADERS,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="fairway-account.json"',
    },
  });
}
