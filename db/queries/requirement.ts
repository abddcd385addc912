import { type SqlBool, sql } from 'kysely';
import type { Vacancy } from '../../app/domain/documents/index.ts';
import type { RequiringVacancy } from '../../app/domain/matching/match.ts';
import type { Db, Reader, Writer } from '../client.server.ts';
import { storable } from '../facts-of.ts';

/** What some vacancies require; `sample` is one of them. */
export type Requirement = { id: number; pathway: string; sample: RequiringVacancy };

/** Every requirement there is, by its number and its pathway alone. */
export const listRequirementIds = (db: Reader): Promise<{ id: number; pathway: string }[]> =>
  db.selectFrom('requirement').select(['id', 'pathway']).execute();

export const listRequirements = (db: Reader, ids: readonly number[]): Promise<Requirement[]> =>
  db
    .selectFrom('requirement')
    .select(['id', 'pathway', 'sample'])
    .where(sql<SqlBool>`id = any(${[...ids]}::bigint[])`)
    .execute();

/** Those that are there, kept from being removed until the transaction ends. */
const keptAmong = (trx: Writer, hashes: readonly string[]) =>
  trx
    .selectFrom('requirement')
    .select(['id', 'hash'])
    .where(sql<SqlBool>`hash = any(${[...hashes]})`)
    .forKeyShare()
    .execute();

/** The numbers of requirements by their hashes; those that are not there yet are added. */
export async function upsertRequirements(
  trx: Writer,
  requirements: readonly { hash: string; sample: RequiringVacancy }[],
): Promise<ReadonlyMap<string, number>> {
  const hashes = requirements.map(({ hash }) => hash);
  for (;;) {
    const numbers = new Map((await keptAmong(trx, hashes)).map(({ hash, id }) => [hash, id]));
    const missing = requirements.filter(({ hash }) => !numbers.has(hash));
    if (missing.length === 0) return numbers;
    await trx
      .insertInto('requirement')
      .values(missing.map(({ hash, sample }) => ({ hash, pathway: sample.pathway, sample: JSON.stringify(sample) })))
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  }
}

/** Removes some of those that no vacancy requires any more; how many. Whoever is about to use one keeps it from that. */
export const deleteUnrequired = (db: Db, most: number): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: number }>`
      select id from requirement where not exists (select from vacancy where vacancy.requirement = requirement.id)
      order by id limit ${most} for update skip locked`.execute(trx);
    // Asked once more, as between the look and the lock one may have come into use; from the lock on none can.
    const { numAffectedRows = 0n } = await sql`
      delete from requirement where id = any(${rows.map(({ id }) => id)}::bigint[])
        and not exists (select from vacancy where vacancy.requirement = requirement.id)`.execute(trx);
    return Number(numAffectedRows);
  });

/** What matching keeps of a vacancy. */
export type Projected = {
  id: string;
  requirement: number;
  skills: readonly string[];
  levels: readonly string[];
  currency: string | null;
  wage: number | null;
};

/** Writes it beside vacancies that are there. */
export async function projectRequirements(trx: Writer, vacancies: readonly Projected[]): Promise<void> {
  const rows = vacancies.map(({ skills, ...rest }) => ({ ...rest, skills: skills.map(storable) }));
  await sql`
    update vacancy set requirement = told.requirement, asked_skills = told.skills, asked_levels = told.levels,
      yearly_currency = told.currency, yearly_wage = told.wage
    from json_to_recordset(${JSON.stringify(rows)}::json) as told(
      id text, requirement bigint, skills text[], levels text[], currency text, wage numeric
    )
    where vacancy.id = told.id`.execute(trx);
}

/** Whose requirement is to be read: these vacancies, those under these pathways, or those never read yet. */
export type Unread = { vacancies: readonly string[]; pathways: readonly string[] } | 'missing';

const among = (unread: Unread) =>
  unread === 'missing'
    ? sql<SqlBool>`requirement is null`
    : sql<SqlBool>`(id = any(${[...unread.vacancies]}) or pathway = any(${[...unread.pathways]}))`;

export async function listUnread(trx: Writer, unread: Unread): Promise<string[]> {
  const rows = await trx.selectFrom('vacancy').select('id').where(among(unread)).orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** What vacancies say, as recorded last. */
export async function listVacancies(trx: Writer, ids: readonly string[]): Promise<Vacancy[]> {
  const rows = await trx
    .selectFrom('vacancy')
    .innerJoin('document_version as v', 'v.id', 'vacancy.version_id')
    .select('v.body')
    .where(sql<SqlBool>`vacancy.id = any(${[...ids]})`)
    .execute();
  return rows.flatMap(({ body }) => (body.type === 'vacancy' ? [body] : []));
}
