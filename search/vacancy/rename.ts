import type { TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import * as z from 'zod';
import type { Db, Writer } from '../../db/client.server.ts';
import { askForSync } from '../outbox.ts';
import { projectOffered } from './project.ts';

/** The job that brings new names of pathways and employers to their vacancies; a trigger asks for it where an employer is renamed. */
const RENAME = 'rename-in-search';

const Payload = z.object({ pathways: z.array(z.string()).default([]), employers: z.array(z.string()).default([]) });

/** As many as one transaction writes. */
const BATCH = 1_000;

/** Puts the word into the transaction that names pathways anew, of which thousands of vacancies may be. */
export async function askToRename(trx: Writer, pathways: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...pathways]}::text[]) as named(id)
    where exists (select from search_vacancy where pathway = named.id)`.execute(trx);
  if (rows.length === 0) return;
  const payload = JSON.stringify({ pathways: rows.map(({ id }) => id) });
  await sql`select ask_for_job(${RENAME}, ${payload}::json, null, 25)`.execute(trx);
}

type Named = 'pathway' | 'employer';

/** Does something to the vacancies of pathways or employers, some in each transaction. */
async function inBatches(
  db: Db,
  { of, ids }: { of: Named; ids: readonly string[] },
  work: (trx: Writer, vacancies: readonly string[]) => Promise<void>,
): Promise<void> {
  const nextAfter = (last: string) =>
    db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ id: string }>`
        select id from vacancy where ${sql.ref(of)} = any(${[...ids]}) and id > ${last}
        order by id limit ${BATCH} for no key update`.execute(trx);
      if (rows.length === 0) return undefined;
      await work(
        trx,
        rows.map(({ id }) => id),
      );
      return rows.at(-1)?.id;
    });
  for (let last = await nextAfter(''); last !== undefined; last = await nextAfter(last));
}

/** What a pathway is called stands in the indexes outside alone: they are to be brought the new name. */
async function bringAgain(trx: Writer, vacancies: readonly string[]): Promise<void> {
  await sql`
    update search_vacancy set revision = nextval('search_revision') where id = any(${[...vacancies]})`.execute(trx);
  await askForSync(trx);
}

/** The job, for the job runner. */
export const renaming = (db: Db): TaskList => ({
  [RENAME]: async (payload) => {
    const { pathways, employers } = Payload.parse(payload);
    await inBatches(db, { of: 'pathway', ids: pathways }, bringAgain);
    // What an employer is called stands among a vacancy's own words.
    await inBatches(db, { of: 'employer', ids: employers }, projectOffered);
  },
});
