import type { LoaderFunctionArgs } from '@remix-run/node';
import { findQuota, quotasOf } from '../../../db/queries/quota.ts';
import { intakesOf } from '../../../db/queries/quota-plan.ts';
import { historiesOf } from '../../domain/quota/history.ts';
import { PAGE_HEADERS } from '../../server/loader.ts';
import { historyTable } from '../../use-cases/quota/history-table.ts';

/** A quota from year to year, as a table. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = params['id'] ?? '';
  const quota = await findQuota(context.db, id);
  if (!quota) return new Response(`There is no quota ${id}.`, { status: 404 });
  const [quotas, intakes] = await Promise.all([
    quotasOf(context.db, quota.pathway),
    intakesOf(context.db, quota.pathway),
  ]);
  const history = historiesOf(quotas, intakes).find((one) => one.some((past) => past.quota.id === id));
  return new Response(historyTable(history ?? []), {
    headers: {
      ...PAGE_HEADERS,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${id}-history.csv"`,
    },
  });
}
