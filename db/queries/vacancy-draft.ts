import { sql } from 'kysely';
import type { VacancyDraft } from '../../app/domain/documents/index.ts';
import type { MarketTest } from '../../app/domain/vacancy/draft/market-test.ts';
import type { Reader, Writer } from '../client.server.ts';

/** A vacancy as its employer has written it so far. */
export type Draft = {
  id: string;
  /** The vacancy that it becomes a version of. */
  vacancy: string | null;
  body: VacancyDraft;
  marketTest: MarketTest | null;
  updatedAt: Date;
};

const drafts = (db: Reader) =>
  db
    .selectFrom('vacancy_draft')
    .select(['id', 'vacancy', 'body', 'market_test as marketTest', 'updated_at as updatedAt']);

export const findDraft = (db: Reader, id: string): Promise<Draft | undefined> =>
  drafts(db).where('id', '=', id).executeTakeFirst();

/** Those of an organisation, the one worked on last at the beginning. */
export const listDrafts = (db: Reader, organisation: string): Promise<Draft[]> =>
  drafts(db).where('organisation', '=', organisation).orderBy('updated_at', 'desc').orderBy('id').limit(200).execute();

/** Its id; of a vacancy that is being written anew already, the id of that draft. */
export async function insertDraft(
  trx: Writer,
  organisation: string,
  { vacancy, body, marketTest }: Pick<Draft, 'vacancy' | 'body' | 'marketTest'>,
): Promise<string> {
  const { id } = await trx
    .insertInto('vacancy_draft')
    .values({
      ...{ organisation, vacancy, body: JSON.stringify(body) },
      market_test: marketTest && JSON.stringify(marketTest),
    })
    .onConflict((conflict) => conflict.column('vacancy').doUpdateSet({ updated_at: sql`now()` }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateDraft(
  trx: Writer,
  id: string,
  { body, marketTest }: Pick<Draft, 'body' | 'marketTest'>,
): Promise<void> {
  await trx
    .updateTable('vacancy_draft')
    .set({
      ...{ body: JSON.stringify(body), market_test: marketTest && JSON.stringify(marketTest) },
      updated_at: sql`clock_timestamp()`,
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteDraft(trx: Writer, id: string): Promise<void> {
  await trx.deleteFrom('vacancy_draft').where('id', '=', id).execute();
}
