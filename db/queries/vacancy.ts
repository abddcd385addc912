import { type SqlBool, sql } from 'kysely';
import type { Vacancy } from '../../app/domain/documents/index.ts';
import type { Flaw } from '../../app/domain/vacancy/flaw.ts';
import type { VacancyStage } from '../../app/domain/vacancy/stage.ts';
import type { Reader, Writer } from '../client.server.ts';

const BATCH = 1_000;

/** Published, with places left and nothing that has to be looked at first, and still to be applied for on a day. */
const isOpen = (on: string) => sql<SqlBool>`
  vacancy.stage = 'published' and vacancy.taken < vacancy.places and vacancy.flags is null
  and coalesce(vacancy.apply_by >= ${on}::date, true)`;

/** How many vacancies of each pathway are open on a day; none: not in the map. */
export async function countOpenVacancies(
  db: Reader,
  on: string,
  pathways: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('vacancy')
    .select(({ fn }) => ['pathway', fn.countAll<string>().as('count')])
    .where(sql<SqlBool>`pathway = any(${[...pathways]})`)
    .where(isOpen(on))
    .groupBy('pathway')
    .execute();
  return new Map(rows.map(({ pathway, count }) => [pathway, Number(count)]));
}

/** What a vacancy says, and where it stands. */
export type Posting = {
  vacancy: Vacancy;
  version: number;
  recordedAt: Date;
  stage: VacancyStage;
  since: Date;
  why: string | null;
  taken: number;
  flags: readonly Flaw[] | null;
  hold: { quota: string; reference: string } | null;
  example: boolean;
};

const postings = (db: Reader) =>
  db
    .selectFrom('vacancy')
    .innerJoin('document_version as v', 'v.id', 'vacancy.version_id')
    .select(['v.body', 'v.version', 'v.recorded_at as recordedAt'])
    .select(['vacancy.stage', 'vacancy.since', 'vacancy.why', 'vacancy.taken', 'vacancy.flags', 'vacancy.example'])
    .select(['vacancy.hold_quota as quota', 'vacancy.hold_reference as reference']);

type PostingRow = Awaited<ReturnType<ReturnType<typeof postings>['execute']>>[number];

const postingOf = ({ body, quota, reference, ...row }: PostingRow): Posting[] =>
  body.type === 'vacancy'
    ? [{ ...row, vacancy: body, hold: quota !== null && reference !== null ? { quota, reference } : null }]
    : [];

/** A vacancy at whatever stage; who may read of it at that stage is for the caller to know. */
export async function findPosting(db: Reader, id: string): Promise<Posting | undefined> {
  const rows = await postings(db).where('vacancy.id', '=', id).execute();
  return rows.flatMap(postingOf)[0];
}

/** Those of these vacancies that are recorded, in the order of their ids. */
export async function listPostings(db: Reader, ids: readonly string[]): Promise<Posting[]> {
  const rows = await postings(db)
    .where(sql<SqlBool>`vacancy.id = any(${[...ids]})`)
    .orderBy('vacancy.id')
    .execute();
  return rows.flatMap(postingOf);
}

/** A vacancy as it is recorded, where, and at which stage it begins. */
export type RecordedVacancy = { vacancy: Vacancy; record: number; stage: VacancyStage };

/** Brings the table to newly recorded versions: they begin at the stage told, with whatever places were filled before. */
export async function upsertVacancies(trx: Writer, recorded: readonly RecordedVacancy[]): Promise<void> {
  for (let at = 0; at < recorded.length; at += BATCH)
    await trx
      .insertInto('vacancy')
      .values(recorded.slice(at, at + BATCH).map(rowOf))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          version_id: ref('excluded.version_id'),
          employer: ref('excluded.employer'),
          pathway: ref('excluded.pathway'),
          destination: ref('excluded.destination'),
          occupation: ref('excluded.occupation'),
          sector: ref('excluded.sector'),
          places: ref('excluded.places'),
          start_on: ref('excluded.start_on'),
          apply_by: ref('excluded.apply_by'),
          stage: ref('excluded.stage'),
          since: sql<Date>`now()`,
          why: null,
          flags: null,
        })),
      )
      .execute();
}

const rowOf = ({ vacancy, record, stage }: RecordedVacancy) => ({
  id: vacancy.id,
  version_id: record,
  employer: vacancy.employer,
  pathway: vacancy.pathway,
  destination: vacancy.destination,
  occupation: vacancy.occupation,
  sector: vacancy.sector,
  places: vacancy.places,
  start_on: vacancy.startOn ?? null,
  apply_by: vacancy.applyBy ?? null,
  stage,
});

/** What holding places for vacancies needs to know of them. */
export type Holding = {
  id: string;
  record: number;
  stage: VacancyStage;
  hold: { quota: string; reference: string; places: number } | null;
};

/** Where these vacancies stand, with the places that each holds still; locked, in the order of their ids. */
export async function lockHoldings(trx: Writer, ids: readonly string[]): Promise<Holding[]> {
  const rows = await trx
    .selectFrom('vacancy')
    .select(['id', 'version_id as record', 'stage', 'employer', 'hold_quota as quota', 'hold_reference as reference'])
    .where(sql<SqlBool>`id = any(${[...ids]})`)
    .orderBy('id')
    .forUpdate()
    .execute();
  const held = await trx
    .selectFrom('quota_allocation as a')
    .innerJoin('vacancy as v', (join) =>
      join
        .onRef('v.hold_quota', '=', 'a.quota')
        .onRef('v.hold_reference', '=', 'a.reference')
        .onRef('v.employer', '=', 'a.office'),
    )
    .select(['v.id', 'a.places'])
    .where(sql<SqlBool>`v.id = any(${[...ids]})`)
    .where('a.status', '=', 'allocated')
    .execute();
  const places = new Map(held.map((one) => [one.id, one.places]));
  return rows.map(({ id, record, stage, quota, reference }) => {
    const holds = places.get(id);
    const isHeld = quota !== null && reference !== null && holds !== undefined;
    return { id, record, stage, hold: isHeld ? { quota, reference, places: holds } : null };
  });
}

/** Writes down which places a vacancy holds; null: none any more. */
export async function setHold(
  trx: Writer,
  id: string,
  hold: { quota: string; reference: string } | null,
): Promise<void> {
  await trx
    .updateTable('vacancy')
    .set({ hold_quota: hold?.quota ?? null, hold_reference: hold?.reference ?? null })
    .where('id', '=', id)
    .execute();
}

/** How many places of each of these vacancies are filled; those without a filled one are not in the map. */
export async function filledPlaces(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('vacancy')
    .select(['id', 'taken'])
    .where(sql<SqlBool>`id = any(${[...ids]})`)
    .where('taken', '>', 0)
    .execute();
  return new Map(rows.map(({ id, taken }) => [id, taken]));
}
