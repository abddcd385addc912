import type { LoaderFunctionArgs } from '@remix-run/node';
import { listPostingsOf } from '../../../db/queries/vacancy.ts';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { pageIn } from '../../server/loader.ts';
import { employerHere } from '../../server/posting.server.ts';
import { PER_TABLE, vacancyTable } from '../../use-cases/vacancy/vacancy-table.ts';

/** One's own vacancies as a table, which the upload takes again; of many, a part of them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { organisation } = employerHere(context);
  const part = pageIn(request);
  const postings = await listPostingsOf(context.db, organisation, { limit: PER_TABLE, offset: (part - 1) * PER_TABLE });
  const name = part === 1 ? `vacancies-${organisation}.csv` : `vacancies-${organisation}-${part}.csv`;
  return new Response(vacancyTable(postings.map(({ vacancy }) => vacancy)), {
    headers: {
      ...ACCOUNT_HEADERS,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}
