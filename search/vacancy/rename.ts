import type { TaskList } from 'graphile-worker';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import * as z from 'zod';
import type { Db, Writer } from '../../db/client.server.ts';
import { askForSync } from '../outbox.ts';
import { projectOffered } from './project.ts';
import { RENAME } from './renamed.ts';

const Payload = z.object({
  pathways: z.array(z.string()).default([]),
  employers: z.array(z.string()).default([]),
  every: z.boolean().default(false),
});

/** As many as one transaction writes. */
const BATCH = 1_000;

const EVERY = sql<SqlBool>`true`;
const of = (named: 'pathway' | 'employer', ids: readonly string[]) =>
  sql<SqlBool>`${sql.ref(named)} = any(${[...ids]})`;

/** Does something to vacancies, some in each transaction. */
async function inBatches(
  db: Db,
  which: RawBuilder<SqlBool>,
  work: (trx: Writer, vacancies: readonly string[]) => Promise<void>,
): Promise<void> {
  const nextAfter = (last: string) =>
    db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ id: string }>`
        select id from vacancy where ${which} and id > ${last}
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

/** What a pathway or an occupation is called stands in the indexes outside alone: they are to be brought the new name. */
async function bringAgain(trx: Writer, vacancies: readonly string[]): Promise<void> {
  await sql`
    update search_vacancy set revision = nextval('search_revision') where id = any(${[...vacancies]})`.execute(trx);
  await askForSync(trx);
}

/** Likewise, and what stands of them here as it should. */
async function projectAndBring(trx: Writer, vacancies: readonly string[]): Promise<void> {
  await projectOffered(trx, vacancies);
  await bringAgain(trx, vacancies);
}

/** The job, for the job runner. */
export const renaming = (db: Db): TaskList => ({
  [RENAME]: async (payload) => {
    const { pathways, employers, every } = Payload.parse(payload);
    if (every) await inBatches(db, EVERY, projectAndBring);
    await inBatches(db, of('pathway', pathways), bringAgain);
    // What an employer is called stands among a vacancy's own words.
    await inBatches(db, of('employer', employers), projectOffered);
  },
});
