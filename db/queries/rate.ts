import { sql } from 'kysely';
import type { Rate } from '../../app/domain/money/comparable-wage.ts';
import type { Reader, Writer } from '../client.server.ts';

/** The last rate of each currency that has one, the euro's among them. */
export async function loadRates(db: Reader): Promise<ReadonlyMap<string, Rate>> {
  const { rows } = await sql<Rate>`
    select currency, per_eur::float8 as "perEur", rate_on as "on", source from current_rate`.execute(db);
  return new Map(rows.map((rate) => [rate.currency, rate]));
}

/** A rate as it was published. */
export type PublishedRate = { currency: string; perEur: string; on: string; source: string };

/** Records rates; one of a day that is known is replaced. How many are new or other than before. */
export async function recordRates(trx: Writer, rates: readonly PublishedRate[]): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into exchange_rate (currency, per_eur, rate_on, source)
    select * from unnest(${rates.map(({ currency }) => currency)}::text[], ${rates.map(({ perEur }) => perEur)}::numeric[],
      ${rates.map(({ on }) => on)}::date[], ${rates.map(({ source }) => source)}::text[])
    on conflict (currency, rate_on) do update set per_eur = excluded.per_eur, source = excluded.source
    where (exchange_rate.per_eur, exchange_rate.source) is distinct from (excluded.per_eur, excluded.source)`.execute(
    trx,
  );
  return Number(numAffectedRows);
}
