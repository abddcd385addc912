import { sql } from 'kysely';
import type { Reader } from '../../db/client.server.ts';

/** The currencies that offered vacancies are paid in: one look at the index for each, however many vacancies there are. */
export async function currenciesPaid(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ currency: string }>`
    with recursive paid as (
      (select currency from search_vacancy order by currency limit 1)
      union all
      select (select currency from search_vacancy next where next.currency > paid.currency order by currency limit 1)
      from paid where paid.currency is not null
    )
    select currency from paid where currency is not null`.execute(db);
  return rows.map(({ currency }) => currency);
}
