import { sql } from 'kysely';
import { prepareDatabase } from '../../app/server/start.server.ts';
import type { Connection } from '../../db/client.server.ts';
import { withOwnDatabase } from '../support/own-database.ts';

/** Runs `work` on a PostgreSQL of its own with the real seed; gone afterwards. */
export const withSeededDatabase = <T>(work: (connection: Connection) => Promise<T>): Promise<T> =>
  withOwnDatabase(async (connection) => {
    await prepareDatabase(connection, { progress: () => undefined });
    return work(connection);
  });

/** Made anew over all rows at once, which is many times faster than row by row. */
const INDEXES = [
  { table: 'search_pathway', column: 'filters' },
  { table: 'search_text', column: 'words' },
];

/**
 * Multiplies what the search holds of the real pathways until there are `total`. A copy is the real one under another id and with
 * other sort keys: so words, filters and counts keep the proportions that real pathways have. Beside its real words each has one of a
 * few thousand others, so that the vocabulary grows as it would.
 */
export const multiply = ({ db }: Pick<Connection, 'db'>, total: number): Promise<void> =>
  db.connection().execute(async (session) => {
    await sql`set maintenance_work_mem = '512MB'`.execute(session);
    for (const { table, column } of INDEXES)
      await sql`drop index ${sql.ref(`${table}_${column}_idx`)}`.execute(session);
    await sql`
      create temp table copy as
      select real.id as real, number, real.id || '-' || number as id
      from search_pathway real, generate_series(1, ${total}::int / (select count(*) from search_pathway)) number
      limit greatest(0, ${total}::int - (select count(*) from search_pathway))`.execute(session);
    await sql`
      insert into search_pathway (id, entry, filters, facets, name_order, destination_order, places, stay, updated, breadth)
      select copy.id, json_build_object('document', jsonb_set(document::jsonb, '{id}', to_jsonb(copy.id))), filters, facets,
        (select jsonb_object_agg(key, value || ' ' || lpad((number * 7919 % 1000003)::text, 7, '0')) from jsonb_each_text(name_order)),
        destination_order, number % 5000, stay, updated, breadth
      from copy join search_pathway real on real.id = copy.real`.execute(session);
    await sql`
      insert into search_text
      select copy.id, words || format('''Dvariant%s'':1', number % 5000)::tsvector
      from copy join search_text real on real.id = copy.real`.execute(session);
    await sql`insert into search_word select 'variant' || number from generate_series(0, 4999) number on conflict do nothing`.execute(
      session,
    );
    for (const { table, column } of INDEXES)
      await sql`create index ${sql.ref(`${table}_${column}_idx`)} on ${sql.ref(table)} using gin (${sql.ref(column)})`.execute(
        session,
      );
    for (const table of ['search_pathway', 'search_text', 'search_word'])
      await sql`vacuum analyze ${sql.ref(table)}`.execute(session);
  });
