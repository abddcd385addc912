import type { LoaderFunctionArgs } from '@remix-run/node';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { inYear, ownQuotasOf, yearIn } from '../../server/quota-desk.server.ts';
import { quotaTable } from '../../use-cases/quota/quota-table.ts';

/** The quotas of a year as a table, to be changed elsewhere and imported again. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { pathway, quotas } = await ownQuotasOf(context, params['pathway']);
  const year = yearIn(request.url, context.today());
  return new Response(quotaTable(inYear(quotas, year)), {
    headers: {
      ...ACCOUNT_HEADERS,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${pathway.id}-${year}.csv"`,
    },
  });
}
