import type { LoaderFunctionArgs } from '@remix-run/node';
import { listPostingsOf } from '../../../db/queries/vacancy.ts';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { employerHere } from '../../server/posting.server.ts';
import { vacancyTable } from '../../use-cases/vacancy/vacancy-table.ts';

/** As many as a table takes in. */
const MOST = 10_000;

/** One's own vacancies as a table, which the upload takes again. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { organisation } = employerHere(context);
  const postings = await listPostingsOf(context.db, organisation, { limit: MOST, offset: 0 });
  const name = `vacancies-${organisation}.csv`;
  return new Response(vacancyTable(postings.map(({ vacancy }) => vacancy)), {
    headers: {
      ...ACCOUNT_HEADERS,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}
