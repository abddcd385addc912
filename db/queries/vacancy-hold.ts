import { type SqlBool, sql } from 'kysely';
import type { VacancyStage } from '../../app/domain/vacancy/stage.ts';
import type { Reader, Writer } from '../client.server.ts';

/** Places of a quota that a vacancy holds: those that are not filled. */
export type Hold = { quota: string; office: string; reference: string; places: number };

/** What holding places for a vacancy needs to know of it. */
export type Holding = { id: string; record: number; stage: VacancyStage; taken: number; hold: Hold | null };

/** The places that these vacancies hold; those that hold none are not among them. */
const holdsOf = (db: Reader, ids: readonly string[]): Promise<(Hold & { id: string })[]> =>
  db
    .selectFrom('quota_allocation as a')
    .innerJoin('vacancy as v', (join) =>
      join
        .onRef('v.hold_quota', '=', 'a.quota')
        .onRef('v.hold_office', '=', 'a.office')
        .onRef('v.hold_reference', '=', 'a.reference'),
    )
    .select(['v.id', 'a.quota', 'a.office', 'a.reference', 'a.places'])
    .where(sql<SqlBool>`v.id = any(${[...ids]})`)
    .where('a.status', '=', 'allocated')
    .execute();

/** Where these vacancies stand, with the places that each holds; locked, in the order of their ids. */
export async function lockHoldings(trx: Writer, ids: readonly string[]): Promise<Holding[]> {
  const rows = await trx
    .selectFrom('vacancy')
    .select(['id', 'version_id as record', 'stage', 'taken'])
    .where(sql<SqlBool>`id = any(${[...ids]})`)
    .orderBy('id')
    .forUpdate()
    .execute();
  const holds = new Map((await holdsOf(trx, ids)).map(({ id, ...hold }) => [id, hold]));
  return rows.map((row) => ({ ...row, hold: holds.get(row.id) ?? null }));
}

/** Those of these vacancies that hold places, or held some when they ended. */
export async function holdersAmong(db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('vacancy')
    .select('id')
    .where(sql<SqlBool>`id = any(${[...ids]})`)
    .where('hold_quota', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Writes down which allocation is a vacancy's. */
export async function setHolds(
  trx: Writer,
  holds: readonly Pick<Hold & { vacancy: string }, 'vacancy' | 'quota' | 'office' | 'reference'>[],
): Promise<void> {
  await sql`
    update vacancy set hold_quota = hold.quota, hold_office = hold.office, hold_reference = hold.reference
    from jsonb_to_recordset(${JSON.stringify(holds)}::jsonb) as hold (vacancy text, quota text, office text, reference text)
    where vacancy.id = hold.vacancy`.execute(trx);
}

/** Writes down that these vacancies hold nothing, and held nothing last. */
export async function clearHolds(trx: Writer, ids: readonly string[]): Promise<void> {
  await trx
    .updateTable('vacancy')
    .set({ hold_quota: null, hold_office: null, hold_reference: null })
    .where(sql<SqlBool>`id = any(${[...ids]})`)
    .where('hold_quota', 'is not', null)
    .execute();
}

/** How many places a vacancy has without asking its quota for more: those filled, and those that it holds. */
export async function findPlacesOf(db: Reader, id: string): Promise<number> {
  const [holds, row] = await Promise.all([
    holdsOf(db, [id]),
    db.selectFrom('vacancy').select('taken').where('id', '=', id).executeTakeFirst(),
  ]);
  return (row?.taken ?? 0) + (holds[0]?.places ?? 0);
}
