import { sql } from 'kysely';
import * as z from 'zod';
import type { Quota } from '../../app/domain/documents/index.ts';
import { AllocationRequest, type AllocationStatus } from '../../app/domain/quota/allocation.ts';
import type { EntryKind } from '../../app/domain/quota/ledger.ts';
import type { Reader, Writer } from '../client.server.ts';
import { type Combined, combined } from '../combined.ts';
import { isDatabaseUnavailable } from '../unavailable.ts';

/** In whose name something is written into a ledger: the office, and the account or token. */
export type Hand = { office: string; who: string };

/** The audit entry that goes with it, in the same statement: its chain and its body. */
export type Sealed = { chain: string; body: string };

/** What a place asked for is for, as far as it is known: it has to be inside every quota on the way up. */
export type PlaceOf = { pathway?: string; origin?: string; sector?: string; occupation?: string };

const STATUSES = ['allocated', 'taken-up', 'released', 'expired'] as const satisfies readonly AllocationStatus[];

/** Places promised, as their row has them. */
const Row = z.object({
  quota: z.string(),
  office: z.string(),
  reference: z.string(),
  places: z.number(),
  request: AllocationRequest,
  of_vacancy: z.boolean(),
  status: z.enum(STATUSES),
  expires_at: z.coerce.date().nullable(),
  allocated_at: z.coerce.date(),
  settled_at: z.coerce.date().nullable(),
});
const Made = Row.transform(({ of_vacancy, expires_at, allocated_at, settled_at, ...row }) => ({
  ...row,
  ofVacancy: of_vacancy,
  ...{ expiresAt: expires_at, allocatedAt: allocated_at, settledAt: settled_at },
}));
export type Allocation = z.infer<typeof Made>;

const Full = z.object({ outcome: z.literal('full'), quota: z.string(), remaining: z.number() });

const Granted = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('allocated'), allocation: Made }),
  z.object({ outcome: z.literal('again'), allocation: Made }),
  z.object({ outcome: z.enum(['missing', 'reference-used', 'past']) }),
  z.object({ outcome: z.literal('outside'), quota: z.string() }),
  z.object({ outcome: z.literal('not-in-force'), quota: z.string(), from: z.string(), to: z.string().nullable() }),
  Full,
]);
export type Granted = z.infer<typeof Granted>;

const Settled = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['settled', 'again']), allocation: Made }),
  z.object({ outcome: z.literal('missing') }),
  z.object({ outcome: z.literal('closed'), status: z.enum(STATUSES) }),
  Full,
]);
export type Settled = z.infer<typeof Settled>;

type Answer = { answer: unknown };

const only = async (db: Reader, statement: ReturnType<typeof sql<Answer>>): Promise<unknown> =>
  (await statement.execute(db)).rows[0]?.answer;

type Asked = { request: AllocationRequest; of: PlaceOf; hand: Hand; audit: Sealed; on: string };

/** In the order of their chains of audit, which everybody locks in that order; answered in the order in which they were asked. */
async function grantAll(db: Reader, quota: string, all: readonly Asked[]): Promise<Granted[]> {
  const rows = JSON.stringify(all.map(({ request, of, hand, audit, on }) => ({ request, of, on, ...hand, ...audit })));
  const { rows: answers } = await sql<Answer & { place: number }>`
    select place, allocate_places(${quota}, office, who, request ->> 'reference', request, "of", "on", chain, body) as answer
    from (
      select * from rows from (
        jsonb_to_recordset(${rows}::jsonb) as (request jsonb, "of" jsonb, "on" date, office text, who text, chain text, body text)
      ) with ordinality as asked (request, "of", "on", office, who, chain, body, place)
      order by chain, place
    ) as one`.execute(db);
  return answers.sort((a, b) => a.place - b.place).map(({ answer }) => Granted.parse(answer));
}

/** More than ask one process for the same quota at once; together they still take a moment. */
const TOGETHER = 100;

type Counter = Combined<Asked, Granted>;
const counters = new WeakMap<Reader, Map<string, Counter>>();

function counterOf(db: Reader, quota: string): Counter {
  const open = counters.get(db) ?? new Map<string, Counter>();
  const counter =
    open.get(quota) ??
    combined({
      atMost: TOGETHER,
      askAll: (all) => grantAll(db, quota, all),
      isForAll: isDatabaseUnavailable,
      idle: () => open.delete(quota),
    });
  counters.set(db, open.set(quota, counter));
  return counter;
}

/**
 * Takes places from a quota and all above it in one statement, or says why not. Those who meanwhile ask this process for the same quota
 * go together in the next one: a crowd waits for its lock on one connection and leaves the others to everybody else.
 */
export const grantPlaces = (db: Reader, quota: string, asked: Asked): Promise<Granted> => counterOf(db, quota)(asked);

/** Which allocation: of an office, under its reference. */
export type Named = { quota: string; office: string; reference: string };

/** Moves an allocation on in one statement. */
export async function settleAllocation(
  db: Reader,
  { quota, office, reference }: Named,
  { to, why, hand, audit }: { to: AllocationStatus; why: string | null; hand: Hand; audit: Sealed },
): Promise<Settled> {
  return Settled.parse(
    await only(
      db,
      sql<Answer>`select settle_allocation(
        ${quota}, ${office}, ${reference}, ${to}, ${hand.office}, ${hand.who}, ${why}, ${audit.chain}, ${audit.body}
      ) as answer`,
    ),
  );
}

/** Sets the places of an allocation that was recorded wrongly. */
export async function correctAllocation(
  db: Reader,
  { quota, office, reference }: Named,
  { places, why, hand, audit }: { places: number; why: string; hand: Hand; audit: Sealed },
): Promise<Settled> {
  return Settled.parse(
    await only(
      db,
      sql<Answer>`select correct_allocation(
        ${quota}, ${office}, ${reference}, ${places}, ${hand.office}, ${hand.who}, ${why}, ${audit.chain}, ${audit.body}
      ) as answer`,
    ),
  );
}

/** Writes what publishing quotas changes about their places; their rows are there. */
export async function recordPlaces(
  trx: Writer,
  quotas: readonly Pick<Quota, 'id' | 'places'>[],
  { office, who, why, act }: Hand & { why: string | undefined; act: EntryKind },
): Promise<void> {
  const rows = JSON.stringify(quotas.map(({ id, places }) => ({ id, places })));
  await sql`
    select record_quota_places(id, places, ${act}, ${office}, ${who}, ${why ?? null})
    from jsonb_to_recordset(${rows}::jsonb) as quota (id text, places bigint)`.execute(trx);
}

const allocations = (db: Reader) =>
  db
    .selectFrom('quota_allocation')
    .select(['quota', 'office', 'reference', 'places', 'request', 'of_vacancy as ofVacancy', 'status'])
    .select(['expires_at as expiresAt', 'allocated_at as allocatedAt', 'settled_at as settledAt']);

/** Every office's allocation under a reference; most references are one office's alone. */
export const allocationsUnder = (db: Reader, quota: string, reference: string): Promise<Allocation[]> =>
  allocations(db).where('quota', '=', quota).where('reference', '=', reference).orderBy('office').execute();

/** The allocations of a quota, the latest first; `office`: of one alone. */
export function listAllocations(
  db: Reader,
  quota: string,
  { office, before, limit }: { office: string | undefined; before: number | undefined; limit: number },
): Promise<(Allocation & { id: number })[]> {
  return allocations(db)
    .select('id')
    .where('quota', '=', quota)
    .$if(office !== undefined, (query) => query.where('office', '=', office ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Holds whose time is over and that nobody took up, the oldest first. */
export const lapsedHolds = (db: Reader, limit: number): Promise<Named[]> =>
  db
    .selectFrom('quota_allocation')
    .select(['quota', 'office', 'reference'])
    .where('status', '=', 'allocated')
    .where('expires_at', '<=', sql<Date>`clock_timestamp()`)
    .orderBy('expires_at')
    .limit(limit)
    .execute();

export type LedgerEntry = {
  position: number;
  kind: EntryKind;
  at: Date;
  places: number;
  allocated: number;
  used: number;
  placesAfter: number;
  allocatedAfter: number;
  usedAfter: number;
  /** The quota of which it was asked: this one or one below. */
  askedOf: string;
  reference: string | null;
  vacancy: string | null;
  office: string;
  why: string | null;
};

const entries = (db: Reader, quota: string) =>
  db
    .selectFrom('quota_entry as entry')
    .leftJoin('quota_allocation as of', 'of.id', 'entry.allocation')
    .select(['entry.position', 'entry.kind', 'entry.at', 'entry.places', 'entry.allocated', 'entry.used'])
    .select(['places_after as placesAfter', 'allocated_after as allocatedAfter', 'used_after as usedAfter'])
    .select(['asked_of as askedOf', 'of.reference', 'of.vacancy', 'entry.office', 'entry.why'])
    .where('entry.quota', '=', quota);

/** A quota's entries after a position, in their order. */
export const entriesAfter = (db: Reader, quota: string, after: number, limit: number): Promise<LedgerEntry[]> =>
  entries(db, quota).where('entry.position', '>', after).orderBy('entry.position').limit(limit).execute();

/** A quota's latest entries, the latest first. */
export const latestEntries = (db: Reader, quota: string, limit: number): Promise<LedgerEntry[]> =>
  entries(db, quota).orderBy('entry.position', 'desc').limit(limit).execute();

/** What was done on a day: places that came or went, were allocated (corrections counted in), were given back, and taken up. */
export type LedgerDay = { day: string; places: number; allocated: number; givenBack: number; takenUp: number };

/** Entries that are looked at for the last days: more than most quotas have in months. */
const MOST_ENTRIES = 20_000;

/** The last whole days (UTC) of a ledger on which something happened, the latest first. */
export async function latestDays(db: Reader, quota: string, count: number): Promise<LedgerDay[]> {
  const { rows } = await sql<LedgerDay>`
    with latest as (
      select position, kind, places, allocated, used, (at at time zone 'UTC')::date as day
      from quota_entry where quota = ${quota} order by position desc limit ${MOST_ENTRIES}
    )
    select day, sum(places)::bigint as places,
      coalesce(sum(allocated) filter (where kind in ('allocated', 'corrected')), 0)::bigint as allocated,
      coalesce(-sum(allocated) filter (where kind in ('released', 'expired')), 0)::bigint as "givenBack",
      coalesce(sum(used) filter (where kind = 'taken-up'), 0)::bigint as "takenUp"
    from latest
    group by day
    having min(position) = 1 or day > (select min(day) from latest)
    order by day desc
    limit ${count}`.execute(db);
  return rows;
}

export type DayOfLedger = { day: string; kind: EntryKind; places: number; allocated: number; used: number };

/** A ledger by day (UTC) and kind: what everybody may see of it. */
export const daysOf = (db: Reader, quota: string): Promise<DayOfLedger[]> =>
  db
    .selectFrom('quota_entry')
    .select([sql<string>`(at at time zone 'UTC')::date`.as('day'), 'kind'])
    .select([sql<number>`sum(places)::bigint`.as('places'), sql<number>`sum(allocated)::bigint`.as('allocated')])
    .select(sql<number>`sum(used)::bigint`.as('used'))
    .where('quota', '=', quota)
    .groupBy([sql`1`, 'kind'])
    .orderBy(sql`1`)
    .orderBy('kind')
    .execute();
