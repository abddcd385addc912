import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { prepareDatabase } from '../../app/server/start.server.ts';
import { type Connection, connect } from '../../db/client.server.ts';
import { openCluster } from '../../db/embedded/cluster.ts';

export const silent = pino({ level: 'silent' });

/** Runs `work` on a PostgreSQL of its own with the real seed; gone afterwards. */
export async function withSeededDatabase<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairway-bench-'));
  const cluster = await openCluster(folder, 'guest');
  const connection = connect(cluster.url, () => undefined, { statementTimeoutMs: 600_000 });
  try {
    await prepareDatabase(connection, { progress: () => undefined });
    return await work(connection);
  } finally {
    await connection.close();
    await cluster.leave();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Multiplies what the search holds of the real pathways until there are `total`. A copy is the real one under another id and with
 * other sort keys: so words, filters and counts keep the proportions that real pathways have. Words are shared out among the copies:
 * each keeps its real ones, and one of a few thousand numbers beside them, so that the vocabulary grows as it would.
 */
export async function multiply({ db }: Pick<Connection, 'db'>, total: number): Promise<void> {
  await sql`
    insert into search_pathway (id, entry, filters, facets, words, name_order, destination_order, places, stay, updated, breadth)
    select copy.id, jsonb_set(jsonb_set(jsonb_set(entry::jsonb, '{id}', to_jsonb(copy.id)), '{document,id}', to_jsonb(copy.id)), '{nameOrder}', copy.name_order)::json,
      filters, facets, words || ('''' || copy.mark || ''':1D')::tsvector, copy.name_order, destination_order, number % 5000, stay, updated, breadth
    from (
      select real.*, number, real.id || '-' || number as copy_id,
        'variant' || (number % 5000) as mark,
        (select jsonb_object_agg(key, value || ' ' || lpad((number * 7919 % 1000003)::text, 7, '0')) from jsonb_each_text(real.name_order)) as varied
      from search_pathway real, generate_series(1, ${total}::int / (select count(*) from search_pathway)) number
    ) made,
    lateral (select copy_id as id, varied as name_order, made.mark as mark) copy
    limit greatest(0, ${total}::int - (select count(*) from search_pathway))`.execute(db);
  await sql`insert into search_word select 'variant' || number from generate_series(0, 4999) number on conflict do nothing`.execute(
    db,
  );
  await sql`vacuum analyze search_pathway`.execute(db);
  await sql`vacuum analyze search_word`.execute(db);
}
