import { sql } from 'kysely';
import type { Profile, Text } from '../../app/domain/documents/index.ts';
import type { Beginner, ContactState, ContactStatus } from '../../app/domain/vacancy/contact.ts';
import type { VacancyStage } from '../../app/domain/vacancy/stage.ts';
import type { Reader, Writer } from '../client.server.ts';

/** A worker and an employer about a vacancy. */
export type Contact = {
  id: string;
  vacancy: string;
  employer: string;
  employerName: string | null;
  title: Text;
  stage: VacancyStage;
  begunBy: Beginner;
  begunAt: Date;
  status: ContactStatus;
  settledAt: Date | null;
  why: string | null;
};

/** More than anybody keeps up with. */
const MOST = 500;

const contacts = (db: Reader) =>
  db
    .selectFrom('vacancy_contact as c')
    .innerJoin('vacancy as v', 'v.id', 'c.vacancy')
    .innerJoin('document_version as d', 'd.id', 'v.version_id')
    .leftJoin('organisation as o', 'o.id', 'c.employer')
    .select(['c.id', 'c.vacancy', 'c.employer', 'o.name as employerName', 'v.stage'])
    .select(sql<Text>`d.body -> 'title'`.as('title'))
    .select(['c.begun_by as begunBy', 'c.begun_at as begunAt', 'c.status', 'c.settled_at as settledAt', 'c.why']);

/** Those whose answer is due from the side that reads, as the other began them, then those that wait for the other's, each the one that waits longest first; then the latest. */
const inTurn = (rows: ReturnType<typeof contacts>, other: Beginner): Promise<Contact[]> =>
  rows
    .orderBy(sql`c.status = 'waiting' and c.begun_by = ${other}`, 'desc')
    .orderBy(sql`c.status = 'waiting'`, 'desc')
    .orderBy(sql`case c.status when 'waiting' then c.begun_at end`)
    .orderBy('c.begun_at', 'desc')
    .orderBy('c.id')
    .limit(MOST)
    .execute();

/** A worker's own. */
export const listContactsOf = (db: Reader, account: string): Promise<Contact[]> =>
  inTurn(contacts(db).where('c.account', '=', account), 'employer');

/** Those about a vacancy. */
export const listContactsAbout = (db: Reader, vacancy: string): Promise<Contact[]> =>
  inTurn(contacts(db).where('c.vacancy', '=', vacancy), 'worker');

/** Where an employer and workers stand about a vacancy, by the worker's account. */
export async function contactStates(
  db: Reader,
  vacancy: string,
): Promise<ReadonlyMap<string, ContactState & { id: string }>> {
  const rows = await db
    .selectFrom('vacancy_contact')
    .select(['account', 'id', 'begun_by as begunBy', 'status'])
    .where('vacancy', '=', vacancy)
    .execute();
  return new Map(rows.map(({ account, ...state }) => [account, state]));
}

export const findContact = (db: Reader, id: string): Promise<Contact | undefined> =>
  contacts(db).where('c.id', '=', id).executeTakeFirst();

/** A worker's about a vacancy. */
export const findContactOf = (db: Reader, account: string, vacancy: string): Promise<Contact | undefined> =>
  contacts(db).where('c.account', '=', account).where('c.vacancy', '=', vacancy).executeTakeFirst();

/** How many workers wait for an answer, by vacancy of an employer. */
export async function countWaiting(db: Reader, employer: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('vacancy_contact')
    .select(({ fn }) => ['vacancy', fn.countAll<number>().as('count')])
    .where('employer', '=', employer)
    .where('status', '=', 'waiting')
    .where('begun_by', '=', 'worker')
    .groupBy('vacancy')
    .execute();
  return new Map(rows.map(({ vacancy, count }) => [vacancy, Number(count)]));
}

/** Says that a worker is interested; one who withdrew, or was approached, says so anew. Whether that changed anything. */
export async function insertInterest(
  trx: Writer,
  { account, vacancy, employer }: { account: string; vacancy: string; employer: string },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into vacancy_contact as c (account, vacancy, employer, begun_by) values (${account}, ${vacancy}, ${employer}, 'worker')
    on conflict (vacancy, account) do update set
      begun_by = case when c.status = 'waiting' then c.begun_by else 'worker' end,
      begun_at = case when c.status = 'waiting' then c.begun_at else now() end,
      status = case when c.status = 'waiting' then 'accepted' else 'waiting' end,
      settled_at = case when c.status = 'waiting' then now() end,
      why = null
    where c.status = 'withdrawn' or (c.status = 'waiting' and c.begun_by = 'employer')`.execute(trx);
  return numAffectedRows > 0n;
}

/** Settles what is at one of these statuses; whether it was. */
export async function settleContact(
  trx: Writer,
  id: string,
  { from, begunBy, to, why }: { from: readonly ContactStatus[]; begunBy?: Beginner; to: ContactStatus; why?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('vacancy_contact')
    .set({ status: to, settled_at: sql<Date>`now()`, why: why ?? null })
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .$if(begunBy !== undefined, (query) => query.where('begun_by', '=', begunBy ?? 'worker'))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What an employer is shown of a worker, which is written down for them; undefined where nothing is. */
export async function lookAtContact(
  trx: Writer,
  id: string,
): Promise<{ account: string; profile: Profile; email: string | null; phone: string | null } | undefined> {
  const { rows } = await sql<{ account: string; profile: Profile; email: string | null; phone: string | null }>`
    select account, body as profile, email, phone from look_at_contact(${id})`.execute(trx);
  return rows[0];
}

/** How the worker of a contact is told, by e-mail where there is one; read by jobs alone. */
export const findWorkerToTell = (db: Reader, id: string) =>
  db
    .selectFrom('vacancy_contact as c')
    .innerJoin('account', 'account.id', 'c.account')
    .innerJoin('account_address as a', 'a.account', 'c.account')
    .select(['a.kind', 'a.address', 'account.locale'])
    .where('c.id', '=', id)
    .where('a.usable_from', '<=', sql<Date>`now()`)
    .orderBy(sql`a.kind = 'email'`, 'desc')
    .orderBy('a.usable_from')
    .limit(1)
    .executeTakeFirst()
    .then((row) => row && { to: { kind: row.kind, address: row.address }, locale: row.locale });

/** Approaches somebody by the id that an employer has of them; undefined where they are in contact about it already, or not to be found. */
export async function approachWorker(trx: Writer, vacancy: string, person: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select approach_worker(${vacancy}, ${person}) as id`.execute(trx);
  return rows[0]?.id ?? undefined;
}
