import { type SqlBool, sql } from 'kysely';
import type {
  Outgrown,
  Partnership,
  PartnershipMove,
  PublishedPartnership,
  Track,
} from '../../app/domain/partnership/partnership.ts';
import { PARTNERSHIP_MOVES } from '../../app/domain/partnership/partnership.ts';
import type { Reader, Writer } from '../client.server.ts';

const partnerships = (db: Reader) =>
  db
    .selectFrom('partnership as p')
    .leftJoin('organisation as o', 'o.id', 'p.office')
    .select(['p.body', 'p.destination', 'p.stage', 'p.misfit', 'p.example', 'p.office', 'o.name as officeName'])
    .select(['p.seats_away', 'p.seats_home', 'p.taken_away', 'p.taken_home']);

type Row = Awaited<ReturnType<ReturnType<typeof partnerships>['execute']>>[number];

const publishedOf = ({
  body,
  destination,
  stage,
  misfit,
  example,
  office,
  officeName,
  ...row
}: Row): PublishedPartnership => ({
  ...body,
  destination,
  seatsLeft: { away: row.seats_away - row.taken_away, home: row.seats_home - row.taken_home },
  ...{ stage, misfit, example, office: { id: office, name: officeName } },
});

export async function findPartnership(db: Reader, id: string): Promise<PublishedPartnership | undefined> {
  const row = await partnerships(db).where('p.id', '=', id).executeTakeFirst();
  return row && publishedOf(row);
}

/** `origin`: where people are trained; `destination`: where their pathway leads; `fits`: those alone that fit their pathway. */
export type PartnershipFilter = {
  pathway?: string | undefined;
  origin?: string | undefined;
  destination?: string | undefined;
  stage?: PublishedPartnership['stage'] | undefined;
  fits?: true;
};

/** Partnerships, the one that begins last at the top. */
export async function listPartnerships(
  db: Reader,
  { pathway, origin, destination, stage, fits, ...rest }: PartnershipFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<PublishedPartnership[]> {
  rest satisfies Record<string, never>;
  const rows = await partnerships(db)
    .$if(pathway !== undefined, (query) => query.where('p.pathway', '=', pathway ?? ''))
    .$if(origin !== undefined, (query) => query.where('p.origin', '=', origin ?? ''))
    .$if(destination !== undefined, (query) => query.where('p.destination', '=', destination ?? ''))
    .$if(stage !== undefined, (query) => query.where('p.stage', '=', stage ?? 'open'))
    .$if(fits === true, (query) => query.where('p.misfit', 'is', null))
    .orderBy('p.starts_on', 'desc')
    .orderBy('p.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(publishedOf);
}

/** More than a pathway has open at one time. */
const MOST_OPEN = 100;

/** What is offered under a pathway, in all its origins or in one. */
export const openTraining = (db: Reader, pathway: string, origin?: string): Promise<PublishedPartnership[]> =>
  listPartnerships(db, { pathway, origin, stage: 'open', fits: true }, { limit: MOST_OPEN, offset: 0 });

/** The training that a vacancy belongs to. */
export async function partnershipOf(db: Reader, vacancy: string): Promise<PublishedPartnership | undefined> {
  const row = await partnerships(db)
    .innerJoin('vacancy as v', 'v.partnership', 'p.id')
    .where('v.id', '=', vacancy)
    .executeTakeFirst();
  return row && publishedOf(row);
}

/** Where a partnership stands, locked until the transaction ends. */
export const lockPartnership = (trx: Writer, id: string) =>
  trx
    .selectFrom('partnership')
    .select(['body', 'pathway', 'origin', 'destination', 'stage', 'misfit', 'office'])
    .select(['taken_away as takenAway', 'taken_home as takenHome'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** What is written of a partnership, by an office, under a pathway to a destination. */
export type Written = { partnership: Partnership; destination: string; office: string };

const columnsOf = ({ partnership, destination, office }: Written) => ({
  ...{ body: JSON.stringify(partnership), origin: partnership.provider.country, destination, office },
  starts_on: partnership.startsOn,
  ...{ seats_away: partnership.seats.away, seats_home: partnership.seats.home },
});

/** Whether nothing stood under its id; whoever writes the same id at the same time is waited for. */
export async function insertPartnership(trx: Writer, written: Written): Promise<boolean> {
  const { id, pathway } = written.partnership;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('partnership')
    .values({ id, pathway, ...columnsOf(written) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Writes anew what is locked. */
export async function rewritePartnership(trx: Writer, written: Written): Promise<void> {
  await trx
    .updateTable('partnership')
    .set({ ...columnsOf(written), misfit: null, published_at: sql`now()` })
    .where('id', '=', written.partnership.id)
    .execute();
}

/** Those under these pathways, the closed among them. */
export async function partnershipsUnder(db: Reader, pathways: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('partnership')
    .select('id')
    .where(sql<SqlBool>`pathway = any(${[...pathways]})`)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function setMisfit(trx: Writer, id: string, misfit: Outgrown | null): Promise<void> {
  await trx.updateTable('partnership').set({ misfit }).where('id', '=', id).execute();
}

/** Moves it on from where the move begins; whether it stood there. */
export async function movePartnership(trx: Writer, id: string, move: PartnershipMove): Promise<boolean> {
  const { from, to } = PARTNERSHIP_MOVES[move];
  const { numUpdatedRows } = await trx
    .updateTable('partnership')
    .set({ stage: to })
    .where('id', '=', id)
    .where('stage', '=', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const COLUMNS = {
  away: { seats: 'seats_away', taken: 'taken_away' },
  home: { seats: 'seats_home', taken: 'taken_home' },
} as const satisfies Record<Track, object>;

/**
 * Takes seats of an open partnership or, where `count` is below zero, gives some back: how many of how many are taken then; undefined
 * where there are not as many.
 */
export function moveSeats(
  trx: Writer,
  id: string,
  { track, count }: { track: Track; count: number },
): Promise<{ taken: number; seats: number } | undefined> {
  const { seats, taken } = COLUMNS[track];
  return trx
    .updateTable('partnership')
    .set(taken, sql<number>`${sql.ref(taken)} + ${count}`)
    .where('id', '=', id)
    .where(sql<SqlBool>`(stage = 'open' and misfit is null or ${count} < 0)`)
    .where(sql<SqlBool>`${sql.ref(taken)} + ${count} between 0 and ${sql.ref(seats)}`)
    .returning([`${taken} as taken`, `${seats} as seats`])
    .executeTakeFirst();
}

/** Says which open training of its pathway a vacancy belongs to, null: none; whether that is one. */
export async function setPartnership(trx: Writer, vacancy: string, partnership: string | null): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('vacancy')
    .set({ partnership })
    .where('id', '=', vacancy)
    .$if(partnership !== null, (query) =>
      query.where(
        sql<SqlBool>`exists (select from partnership p where p.id = ${partnership} and p.pathway = vacancy.pathway and p.stage = 'open' and p.misfit is null)`,
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
