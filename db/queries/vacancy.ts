import { type SqlBool, sql } from 'kysely';
import type { Vacancy } from '../../app/domain/documents/index.ts';
import type { MarketTest } from '../../app/domain/vacancy/draft/market-test.ts';
import type { Flaw } from '../../app/domain/vacancy/flaw.ts';
import type { Marks } from '../../app/domain/vacancy/marks.ts';
import { PUBLIC_STAGES, type VacancyStage } from '../../app/domain/vacancy/stage.ts';
import type { Reader, Writer } from '../client.server.ts';

const BATCH = 1_000;

/** Published, with places left and nothing that has to be looked at first, and still to be applied for on a day. */
export const isOpen = (on: string) => sql<SqlBool>`
  vacancy.stage = 'published' and vacancy.taken < vacancy.places and vacancy.flags is null
  and coalesce(vacancy.apply_by >= ${on}::date, true)`;

/** Whether a vacancy is open on a day. */
export async function isOpenOn(db: Reader, id: string, on: string): Promise<boolean> {
  const found = await db.selectFrom('vacancy').select('id').where('id', '=', id).where(isOpen(on)).executeTakeFirst();
  return found !== undefined;
}

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

/** A row of `vacancy` asks for no more than one of these. */
export const requiringOneOf = (requirements: readonly number[]) =>
  sql<SqlBool>`requirement = any(${[...requirements]}::bigint[])`;

/** How many vacancies that require each of these are open on a day; none: not in the map. */
export async function countOpenRequiring(
  db: Reader,
  on: string,
  requirements: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (requirements.length === 0) return new Map();
  const rows = await db
    .selectFrom('vacancy')
    .select(({ fn }) => [sql<number>`requirement`.as('requirement'), fn.countAll<string>().as('count')])
    .where(requiringOneOf(requirements))
    .where(isOpen(on))
    .groupBy('requirement')
    .execute();
  return new Map(rows.map(({ requirement, count }) => [requirement, Number(count)]));
}

/** What a vacancy says, and where it stands. */
export type Posting = {
  vacancy: Vacancy;
  /** Null: it is not registered. */
  employerName: string | null;
  version: number;
  recordedAt: Date;
  stage: VacancyStage;
  since: Date;
  why: string | null;
  taken: number;
  flags: readonly Flaw[] | null;
  remarks: readonly Flaw[] | null;
  hold: { quota: string; reference: string } | null;
  marketTest: MarketTest | null;
  verifiedBy: string | null;
  verifiedOn: string | null;
  example: boolean;
  /** What it requires, by number; null: not read yet. */
  requirement: number | null;
};

const postings = (db: Reader) =>
  db
    .selectFrom('vacancy')
    .innerJoin('document_version as v', 'v.id', 'vacancy.version_id')
    .select(['v.body', 'v.version', 'v.recorded_at as recordedAt'])
    .select(['vacancy.stage', 'vacancy.since', 'vacancy.why', 'vacancy.taken', 'vacancy.example'])
    .select(['vacancy.flags', 'vacancy.remarks'])
    .select([
      'vacancy.market_test as marketTest',
      'vacancy.verified_by as verifiedBy',
      'vacancy.verified_on as verifiedOn',
    ])
    .select(['vacancy.hold_quota as quota', 'vacancy.hold_reference as reference', 'vacancy.requirement'])
    .select((row) =>
      row.selectFrom('organisation as o').select('o.name').whereRef('o.id', '=', 'vacancy.employer').as('employerName'),
    );

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

/** A vacancy that everybody may read of. */
export async function findPublicPosting(db: Reader, id: string): Promise<Posting | undefined> {
  const posting = await findPosting(db, id);
  return posting && PUBLIC_STAGES.some((stage) => stage === posting.stage) ? posting : undefined;
}

/** Those of these vacancies that are recorded, in the order of their ids. */
export async function listPostings(db: Reader, ids: readonly string[]): Promise<Posting[]> {
  const rows = await postings(db)
    .where(sql<SqlBool>`vacancy.id = any(${[...ids]})`)
    .orderBy('vacancy.id')
    .execute();
  return rows.flatMap(postingOf);
}

type Page = { limit: number; offset: number };

/** An employer's, the one that moved last at the beginning. */
export async function listPostingsOf(db: Reader, employer: string, { limit, offset }: Page): Promise<Posting[]> {
  const rows = await postings(db)
    .where('vacancy.employer', '=', employer)
    .orderBy('vacancy.since', 'desc')
    .orderBy('vacancy.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.flatMap(postingOf);
}

export async function countPostingsOf(db: Reader, employer: string): Promise<number> {
  const found = await db
    .selectFrom('vacancy')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('employer', '=', employer)
    .executeTakeFirst();
  return found?.count ?? 0;
}

/** Those that an officer of a state has to look at, the one that waits longest at the beginning; last, those that are offered meanwhile. */
export async function listWaiting(db: Reader, state: string, { limit, offset }: Page): Promise<Posting[]> {
  const rows = await postings(db)
    .where('vacancy.destination', '=', state)
    .where(
      sql<SqlBool>`(vacancy.stage = 'submitted'
        or (vacancy.stage = 'published' and (vacancy.flags is not null or vacancy.remarks is not null)))`,
    )
    .orderBy(sql`vacancy.stage = 'published' and vacancy.flags is null`)
    .orderBy('vacancy.since')
    .orderBy('vacancy.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.flatMap(postingOf);
}

/** A vacancy as it is recorded, where, and at which stage it begins. */
export type RecordedVacancy = {
  vacancy: Vacancy;
  record: number;
  stage: VacancyStage;
  marks: Marks;
  example?: boolean;
};

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
          partnership: sql<string | null>`case when vacancy.pathway = excluded.pathway then vacancy.partnership end`,
          destination: ref('excluded.destination'),
          occupation: ref('excluded.occupation'),
          sector: ref('excluded.sector'),
          places: ref('excluded.places'),
          start_on: ref('excluded.start_on'),
          apply_by: ref('excluded.apply_by'),
          stage: ref('excluded.stage'),
          since: sql<Date>`now()`,
          why: null,
          flags: ref('excluded.flags'),
          remarks: ref('excluded.remarks'),
          cleared: null,
          verified_by: null,
          verified_on: null,
        })),
      )
      .execute();
}

/** Flaws as they are stored: none is null. */
const stored = (flaws: readonly Flaw[]) => (flaws.length === 0 ? null : JSON.stringify(flaws));

const columnsOf = ({ flags, remarks }: Marks) => ({ flags: stored(flags), remarks: stored(remarks) });

const rowOf = ({ vacancy, record, stage, marks, example = false }: RecordedVacancy) => ({
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
  ...{ stage, example },
  ...columnsOf(marks),
});

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

/** What moves with a vacancy from one stage to another. */
export type Change = {
  stage: VacancyStage;
  why?: string | null;
  verifiedBy?: string;
  on?: string;
};

/** Moves a vacancy on from any of these stages; whether it stood at one of them. */
export async function moveStage(
  trx: Writer,
  id: string,
  from: readonly VacancyStage[],
  { stage, why = null, verifiedBy, on }: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('vacancy')
    .set({
      ...{ stage, why, since: sql`now()` },
      ...(verifiedBy !== undefined && on !== undefined && { verified_by: verifiedBy, verified_on: on }),
    })
    .where('id', '=', id)
    .where('stage', 'in', [...from])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Fills places of a published vacancy: how many of how many are filled then; undefined where there are not as many. */
export const fillPlaces = (
  trx: Writer,
  id: string,
  count: number,
): Promise<{ taken: number; places: number } | undefined> =>
  trx
    .updateTable('vacancy')
    .set({ taken: sql`taken + ${count}` })
    .where('id', '=', id)
    .where('stage', '=', 'published')
    .where(sql<SqlBool>`taken + ${count} <= places`)
    .returning(['taken', 'places'])
    .executeTakeFirst();

/** Sets what a vacancy is marked with; without flags it is offered again. */
export async function setMarks(trx: Writer, id: string, marks: Marks): Promise<void> {
  await trx.updateTable('vacancy').set(columnsOf(marks)).where('id', '=', id).execute();
}

/** Those to be closed: published, and to be applied for until before a day. */
export async function listExpired(db: Reader, on: string, limit: number): Promise<{ id: string; employer: string }[]> {
  return db
    .selectFrom('vacancy')
    .select(['id', 'employer'])
    .where('stage', '=', 'published')
    .where('apply_by', '<', on)
    .orderBy('apply_by')
    .limit(limit)
    .execute();
}

/** The ids of the published vacancies of pathways, after one, a page of them in the order of ids. */
export async function listPublishedUnder(
  db: Reader,
  pathways: readonly string[],
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('vacancy')
    .select('id')
    .where(sql<SqlBool>`pathway = any(${[...pathways]})`)
    .where('stage', 'in', ['published', 'submitted', 'verified'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Keeps what shows that nobody was found on the labour market there, beside the vacancy. */
export async function setMarketTest(trx: Writer, id: string, test: MarketTest | null): Promise<void> {
  await trx
    .updateTable('vacancy')
    .set({ market_test: test && JSON.stringify(test) })
    .where('id', '=', id)
    .execute();
}

/** Those of these vacancies that are open on a day. */
export async function listOpenPostings(db: Reader, ids: readonly string[], on: string): Promise<Vacancy[]> {
  const rows = await postings(db)
    .where(sql<SqlBool>`vacancy.id = any(${[...ids]})`)
    .where(isOpen(on))
    .orderBy('vacancy.id')
    .execute();
  return rows.flatMap(postingOf).map(({ vacancy }) => vacancy);
}
