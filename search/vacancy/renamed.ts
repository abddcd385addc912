import { sql } from 'kysely';
import type { Writer } from '../../db/client.server.ts';

/**
 * The job that brings new names of pathways and employers to their vacancies, and those of occupations to every one; a trigger asks for it
 * where an employer is renamed.
 */
export const RENAME = 'rename-in-search';

/** Puts the word into the transaction that names pathways anew, of which thousands of vacancies may be. */
export async function askToRename(trx: Writer, pathways: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...pathways]}::text[]) as named(id)
    where exists (select from search_vacancy where pathway = named.id)`.execute(trx);
  if (rows.length === 0) return;
  const payload = JSON.stringify({ pathways: rows.map(({ id }) => id) });
  await sql`select ask_for_job(${RENAME}, ${payload}::json, null, 25)`.execute(trx);
}

/** Likewise that names occupations anew, by which every vacancy may be found. */
export async function askToRenameEvery(trx: Writer): Promise<void> {
  await sql`
    select ask_for_job(${RENAME}, '{"every":true}', null, 25) where exists (select from vacancy)`.execute(trx);
}
