import { type SqlBool, sql } from 'kysely';
import { type AlertKind, type Frequency, PAUSE_DAYS } from '../../app/domain/alert/alert.ts';
import type { Text } from '../../app/domain/documents/index.ts';
import type { Address } from '../../app/domain/people/address.ts';
import type { Reader, Writer } from '../client.server.ts';

export type Alert = {
  id: string;
  kind: AlertKind;
  query: string | null;
  frequency: Frequency;
  via: Address['kind'];
  madeAt: Date;
};

export const listAlerts = (db: Reader, account: string): Promise<Alert[]> =>
  db
    .selectFrom('alert')
    .select(['id', 'kind', 'query', 'frequency', 'via', 'made_at as madeAt'])
    .where('account', '=', account)
    .orderBy('made_at')
    .orderBy('id')
    .execute();

const PAUSES = JSON.stringify(PAUSE_DAYS);

/** The most that one account keeps. */
export const MOST_ALERTS = 50;

/** Keeps it, or how often it is told where it is kept already: the next message comes no later than it would have. */
export async function upsertAlert(
  trx: Writer,
  account: string,
  { kind, query, frequency, via }: Pick<Alert, 'kind' | 'query' | 'frequency' | 'via'>,
): Promise<void> {
  await sql`
    insert into alert (account, kind, query, frequency, via) values (${account}, ${kind}, ${query}, ${frequency}, ${via})
    on conflict (account, kind, coalesce(query, '')) do update set frequency = excluded.frequency, via = excluded.via,
      due_at = least(alert.due_at, alert.due_at + make_interval(
        days => (${PAUSES}::jsonb ->> excluded.frequency)::int - (${PAUSES}::jsonb ->> alert.frequency)::int
      ))`.execute(trx);
}

/** Whether it was there. */
export async function deleteAlert(trx: Writer, account: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('alert')
    .where('account', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends an alert for whoever holds the link of one of its messages; whether it was there. */
export async function stopAlert(db: Reader, id: string): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`select stop_alert(${id}) as stopped`.execute(db);
  return rows[0]?.stopped ?? false;
}

/** The queries of the saved searches that anybody is told of, after one, a page of them in their order. */
export async function listSearches(db: Reader, after: string | undefined, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('alert')
    .select('query')
    .distinct()
    .where('kind', '=', 'search')
    .where('frequency', '<>', 'never')
    .$if(after !== undefined, (query) => query.where('query', '>', after ?? ''))
    .orderBy('query')
    .limit(limit)
    .execute();
  return rows.flatMap(({ query }) => (query === null ? [] : [query]));
}

/** Writes down what a saved search found, for everybody who keeps it; what was found before is not found again. */
export async function insertFound(db: Writer, query: string, vacancies: readonly string[]): Promise<void> {
  await sql`
    insert into alert_match (alert, vacancy)
    select alert.id, vacancy from alert, unnest(${[...vacancies]}::text[]) vacancy
    where alert.kind = 'search' and alert.query = ${query} and alert.frequency <> 'never'
    on conflict do nothing`.execute(db);
}

/** Writes down for whose profile a vacancy is. */
export async function insertMatched(db: Writer, vacancy: string, accounts: readonly string[]): Promise<void> {
  await sql`
    insert into alert_match (alert, vacancy)
    select alert.id, ${vacancy} from alert
    where alert.kind = 'profile' and alert.account = any(${[...accounts]}::uuid[]) and alert.frequency <> 'never'
    on conflict do nothing`.execute(db);
}

/** Alerts of which something is to be told by now, the one that waits longest at the beginning. */
export async function listDue(db: Reader, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('alert')
    .select('id')
    .where('frequency', '<>', 'never')
    .where('due_at', '<=', sql<Date>`now()`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('alert_match as m')
          .select('m.alert')
          .whereRef('m.alert', '=', 'alert.id')
          .where('m.message', 'is', null),
      ),
    )
    .orderBy('due_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Still offered: whoever reads of it can answer it. */
const STILL_OPEN = sql<SqlBool>`exists (
  select from vacancy v where v.id = m.vacancy and v.stage = 'published' and v.flags is null and v.taken < v.places)`;

/**
 * Makes a message of what was found for an alert and not told yet, and puts off the next one; undefined where another did so meanwhile, or
 * nothing of it is offered any more.
 */
export async function makeMessage(trx: Writer, alert: string): Promise<string | undefined> {
  const taken = await trx
    .selectFrom('alert')
    .select('frequency')
    .where('id', '=', alert)
    .where('frequency', '<>', 'never')
    .where('due_at', '<=', sql<Date>`now()`)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!taken) return undefined;
  await sql`delete from alert_match m where m.alert = ${alert} and m.message is null and not ${STILL_OPEN}`.execute(
    trx,
  );
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into alert_message (alert)
      select ${alert} where exists (select from alert_match where alert = ${alert} and message is null)
      returning id
    ), put as (
      update alert_match set message = made.id from made where alert = ${alert} and message is null
    )
    select id from made`.execute(trx);
  if (rows[0])
    await trx
      .updateTable('alert')
      .set({ due_at: sql`now() + make_interval(days => ${PAUSE_DAYS[taken.frequency]})` })
      .where('id', '=', alert)
      .execute();
  return rows[0]?.id;
}

/** A message that is still to be sent. */
export type AlertMessage = {
  id: string;
  alert: string;
  kind: AlertKind;
  query: string | null;
  to: Address;
  locale: string;
  vacancies: readonly { id: string; title: Text; employer: string }[];
};

/**
 * To an address of one of these kinds, the one that was asked for before another. Its alert is kept from being stopped until the transaction
 * ends; undefined where it was, the message was sent, or there is no such address.
 */
export async function takeMessage(
  trx: Writer,
  id: string,
  kinds: readonly Address['kind'][],
): Promise<AlertMessage | undefined> {
  const alert = await trx
    .selectFrom('alert_message as m')
    .innerJoin('alert as a', 'a.id', 'm.alert')
    .innerJoin('account', 'account.id', 'a.account')
    .select(['m.alert', 'a.kind', 'a.query', 'a.via', 'a.account', 'account.locale'])
    .where('m.id', '=', id)
    .where('m.sent_at', 'is', null)
    .where('a.frequency', '<>', 'never')
    .forUpdate(['m', 'a'])
    .executeTakeFirst();
  if (!alert) return undefined;
  const address = await trx
    .selectFrom('account_address')
    .select(['kind', 'address'])
    .where('account', '=', alert.account)
    .where(sql<SqlBool>`kind = any(${[...kinds]})`)
    .where('usable_from', '<=', sql<Date>`now()`)
    .orderBy(sql`kind = ${alert.via}`, 'desc')
    .orderBy('usable_from')
    .limit(1)
    .executeTakeFirst();
  if (!address) return undefined;
  const vacancies = await trx
    .selectFrom('alert_match as m')
    .innerJoin('vacancy as v', 'v.id', 'm.vacancy')
    .innerJoin('document_version as d', 'd.id', 'v.version_id')
    .leftJoin('organisation as o', 'o.id', 'v.employer')
    .select([
      'v.id',
      sql<Text>`d.body -> 'title'`.as('title'),
      sql<string>`coalesce(o.name, v.employer)`.as('employer'),
    ])
    .where('m.message', '=', id)
    .orderBy('m.found_at')
    .orderBy('v.id')
    .execute();
  return { id, alert: alert.alert, kind: alert.kind, query: alert.query, to: address, locale: alert.locale, vacancies };
}

export async function markSent(trx: Writer, id: string): Promise<void> {
  await trx.updateTable('alert_message').set({ sent_at: sql`now()` }).where('id', '=', id).execute();
}

/** Puts vacancies on the list of those of which it is to be found out whom to tell. */
export async function insertPending(trx: Writer, vacancies: readonly string[]): Promise<void> {
  await sql`insert into alert_pending select unnest(${[...vacancies]}::text[]) on conflict do nothing`.execute(trx);
}

/** Takes some off that list, which are done when the transaction is. */
export async function takePending(trx: Writer, limit: number): Promise<string[]> {
  const { rows } = await sql<{ vacancy: string }>`
    with taken as materialized (
      select vacancy from alert_pending order by vacancy limit ${limit} for update skip locked
    )
    delete from alert_pending pending using taken where pending.vacancy = taken.vacancy returning pending.vacancy`.execute(
    trx,
  );
  return rows.map(({ vacancy }) => vacancy);
}

/** Messages that were made some time ago and not sent: whoever was to send them may have been killed. */
export async function listUnsent(db: Reader, seconds: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('alert_message as m')
    .innerJoin('alert as a', 'a.id', 'm.alert')
    .select('m.id')
    .where('m.sent_at', 'is', null)
    .where('a.frequency', '<>', 'never')
    .where('m.made_at', '<', sql<Date>`now() - make_interval(secs => ${seconds})`)
    .where('m.made_at', '>', sql<Date>`now() - interval '2 days'`)
    .orderBy('m.made_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
