import { sql } from 'kysely';
import type { Reader, Writer } from '../client.server.ts';
import type { OrganisationTable, RecruiterLicenceTable } from '../schema/organisation.ts';
import { todayOf } from './today.ts';

export type Organisation = {
  id: string;
  kind: OrganisationTable['kind'];
  name: string;
  country: string;
  register: string | null;
  registerNumber: string | null;
};

const COLUMNS = ['id', 'kind', 'name', 'country', 'register', 'register_number as registerNumber'] as const;

export async function findOrganisation(db: Reader, id: string): Promise<Organisation | undefined> {
  return db.selectFrom('organisation').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** What these organisations are called; one that nobody registered is not in the map. */
export async function findOrganisationNames(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${[...ids]})`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Makes an office of a state where it is not there yet. */
export async function insertOffice(
  trx: Writer,
  { id, name, country }: Pick<Organisation, 'id' | 'name' | 'country'>,
): Promise<void> {
  await trx
    .insertInto('organisation')
    .values({ id, kind: 'ministry', name, country })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether it was made: it may stand in that register under that number already. */
export async function insertOrganisation(trx: Writer, organisation: Organisation): Promise<boolean> {
  const { registerNumber, ...rest } = organisation;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('organisation')
    .values({ ...rest, register_number: registerNumber })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export type Verification = {
  state: string;
  office: string;
  officeName: string;
  basis: string;
  verifiedOn: string;
  withdrawnOn: string | null;
  withdrawnWhy: string | null;
};

/** By whom an organisation was looked at, and found by what; the withdrawn too, the newest first. */
export async function listVerifications(db: Reader, organisation: string): Promise<Verification[]> {
  return db
    .selectFrom('organisation_verification as v')
    .innerJoin('organisation as o', 'o.id', 'v.office')
    .select(['v.state', 'v.office', 'o.name as officeName', 'v.basis', 'v.verified_on as verifiedOn'])
    .select(['v.withdrawn_on as withdrawnOn', 'v.withdrawn_why as withdrawnWhy'])
    .where('v.organisation', '=', organisation)
    .orderBy('v.id', 'desc')
    .execute();
}

/** Whether it was written down: a state that verified an organisation does not do so again. */
export async function insertVerification(
  trx: Writer,
  verification: { organisation: string; state: string; office: string; basis: string; verified_on: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('organisation_verification')
    .values(verification)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whether there was anything to withdraw. */
export async function withdrawVerification(
  trx: Writer,
  { organisation, state }: { organisation: string; state: string },
  { on, why }: { on: string; why: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('organisation_verification')
    .set({ withdrawn_on: on, withdrawn_why: why })
    .where('organisation', '=', organisation)
    .where('state', '=', state)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export type Licence = {
  id: string;
  organisation: string;
  number: string;
  issuingState: string;
  validFrom: string;
  validTo: string | null;
  status: RecruiterLicenceTable['status'];
  recordedOn: string;
};

const LICENCE = [
  ...(['l.id', 'l.organisation', 'l.number', 'l.issuing_state as issuingState', 'l.valid_from as validFrom'] as const),
  ...(['l.valid_to as validTo', 'l.status', 'l.recorded_on as recordedOn'] as const),
] as const;

export async function listLicences(db: Reader, organisation: string): Promise<Licence[]> {
  return db
    .selectFrom('recruiter_licence as l')
    .select(LICENCE)
    .where('l.organisation', '=', organisation)
    .orderBy('l.valid_from', 'desc')
    .execute();
}

/** Licences by their ids, and the day by which the database reads them. */
export async function listLicencesOn(
  db: Reader,
  ids: readonly string[],
): Promise<{ today: string; licences: Licence[] }> {
  const licences = await db
    .selectFrom('recruiter_licence as l')
    .select(LICENCE)
    .where(sql<boolean>`l.id = any(${ids})`)
    .execute();
  return { today: await todayOf(db), licences };
}

/** Writes a licence down, or what its issuer now says of it; not where the number is another organisation's. */
export async function upsertLicence(
  trx: Writer,
  { issuingState, validFrom, validTo, recordedOn, ...rest }: Licence,
): Promise<boolean> {
  const term = { valid_from: validFrom, valid_to: validTo, status: rest.status, recorded_on: recordedOn };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('recruiter_licence')
    .values({ ...rest, ...term, issuing_state: issuingState })
    .onConflict((conflict) =>
      conflict
        .columns(['issuing_state', 'number'])
        .doUpdateSet(term)
        .where('recruiter_licence.organisation', '=', rest.organisation),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export type Listed = Organisation & { verifiedBy: string[] };

export type OrganisationSearch = {
  kind: OrganisationTable['kind'];
  q: string;
  country: string | undefined;
  /** Only those that this state has not verified. */
  notVerifiedBy?: string | undefined;
  page: number;
  perPage: number;
};

/** The words of a text, each of which must stand in the name, the number in the register, or that of a licence. */
const wordsIn = (q: string) =>
  q
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

/** Organisations by name; of a text those that hold each of its words. */
export async function listOrganisations(
  db: Reader,
  { kind, q, country, notVerifiedBy, page, perPage, ...rest }: OrganisationSearch,
): Promise<{ total: number; organisations: Listed[] }> {
  rest satisfies Record<string, never>;
  let found = db.selectFrom('organisation as o').where('o.kind', '=', kind);
  if (country !== undefined) found = found.where('o.country', '=', country);
  if (notVerifiedBy !== undefined)
    found = found.where(
      sql<boolean>`not exists (select from organisation_verification v
        where v.organisation = o.id and v.state = ${notVerifiedBy} and v.withdrawn_on is null)`,
    );
  for (const word of wordsIn(q))
    found = found.where(
      sql<boolean>`unaccent(lower(concat_ws(' ', o.name, o.register_number, (
        select string_agg(l.number, ' ') from recruiter_licence l where l.organisation = o.id
      )))) like unaccent(lower(${word}))`,
    );
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const organisations = await found
    .select(['o.id', 'o.kind', 'o.name', 'o.country', 'o.register', 'o.register_number as registerNumber'])
    .select(
      sql<string[]>`array(select v.state from organisation_verification v
        where v.organisation = o.id and v.withdrawn_on is null order by v.state)`.as('verifiedBy'),
    )
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  return { total, organisations };
}
