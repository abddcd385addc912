import { type Kysely, sql } from 'kysely';

/** What one euro costs in other money, as it was published on a day. Of each currency the last day counts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table exchange_rate (
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      rate_on date not null,
      per_eur numeric not null check (per_eur > 0),
      source text not null check (length(source) between 1 and 300),
      primary key (currency, rate_on)
    )`.execute(db);
  await sql`
    create view current_rate as
    (select distinct on (currency) currency, per_eur, rate_on, source from exchange_rate where currency <> 'EUR'
      order by currency, rate_on desc)
    union all select 'EUR', 1, null, null`.execute(db);
}
