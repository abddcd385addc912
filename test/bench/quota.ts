import { randomUUID } from 'node:crypto';
import { handOf, sealedFor } from '../../app/use-cases/quota/hand.ts';
import { asApplication, type Connection, connect } from '../../db/client.server.ts';
import { grantPlaces } from '../../db/queries/quota-ledger.ts';
import { aPathway, aQuota } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { type LivingDatabase, withLivingDatabase } from '../support/living-database.ts';
import { clientOf } from '../support/quota-desk.ts';
import { flawsOf, type Told } from '../support/quota-history.ts';
import { readHistory } from '../support/recorded-history.ts';
import { inTurns, quantile, type Row } from './measure.ts';
import { connectPeer, copyToPeer, takeForUpdate } from './peers/select-for-update.ts';

const ASKED = 320;
const PLACES = 240;
const ROUNDS = 9;
const CLIENTS = [16, 64];
/** Of either side, so that one PostgreSQL has enough for both; ours as so many processes have them. */
const CONNECTIONS = 32;
const PROCESSES = 4;
const ON = '2026-06-01';

type Path = readonly string[];
type Asked = Parameters<typeof grantPlaces>[2] & { quota: string };
/** The places that were left where they were too few. */
type Take = (asked: Asked) => Promise<number | 'granted'>;
type Run = { takes: readonly Take[]; path: Path; clients: number };

const medianRatio = ({ ours, peer }: { ours: number[]; peer: number[] }) =>
  quantile(
    ours.map((rate, at) => rate / (peer[at] ?? Number.NaN)),
    0.5,
  );

/** Quotas one below the other, each with the same places; the topmost first. */
async function dig({ db }: Connection, depth: number): Promise<Path> {
  const path = Array.from({ length: depth }, () => randomUUID());
  const pathway = aPathway({ id: `p-${randomUUID()}` });
  const quotas = path.map((id, at) => {
    const parent = path[at - 1];
    return aQuota({ id, pathway: pathway.id, places: PLACES, ...(parent !== undefined && { parent }) });
  });
  const { problems } = await importAll(db, [pathway, ...quotas]);
  if (problems.length > 0) throw new Error('the quotas could not be published');
  return path;
}

const who = clientOf(0);

async function askFor(take: Take, quota: string): Promise<Told> {
  const [request, hand] = [{ places: 1, reference: randomUUID() }, handOf(who)];
  const audit = sealedFor(who, quota, { action: 'allocate-places', after: request });
  const answer = await take({ quota, request, of: {}, hand, audit, on: ON });
  const named = { quota, office: hand.office, reference: request.reference };
  if (answer === 'granted') return { ...named, outcome: 'granted', places: 1 };
  return { ...named, outcome: 'refused', full: { quota, remaining: answer } };
}

/** Many clients at once ask one quota for more places than there are; how many a second are answered. */
async function contended(
  takes: readonly Take[],
  quota: string,
  clients: number,
): Promise<{ rate: number; told: Told[] }> {
  const told: Told[] = [];
  let left = ASKED;
  const began = performance.now();
  const ask = async (take: Take) => {
    while (left-- > 0) told.push(await askFor(take, quota));
  };
  const doors = Array.from({ length: clients / takes.length }, () => takes).flat();
  await Promise.all(doors.map(ask));
  return { rate: (told.length / (performance.now() - began)) * 1000, told };
}

/** A figure of what went wrong is none. */
async function judge({ db }: Connection, path: Path, told: readonly Told[]): Promise<void> {
  const flaws = flawsOf(await readHistory(db, path), told);
  const granted = told.filter(({ outcome }) => outcome === 'granted').length;
  if (flaws.length > 0 || granted !== PLACES) throw new Error(`${granted} of ${PLACES} granted; ${flaws.join('\n')}`);
}

const rateOf = async (reader: Connection, { takes, path, clients }: Run) => {
  const { rate, told } = await contended(takes, path.at(-1) ?? '', clients);
  await judge(reader, path, told);
  return rate;
};

/** As the use case does it, in one statement. */
const byStatement =
  ({ db }: Connection): Take =>
  async ({ quota, ...asked }) => {
    const answer = await grantPlaces(db, quota, asked);
    if (answer.outcome === 'allocated') return 'granted';
    if (answer.outcome === 'full') return answer.remaining;
    throw new Error(`an allocation was ${answer.outcome}`);
  };

type Sides = { owner: Connection; webs: readonly Connection[]; peer: Connection };

async function againstPeer({ owner, webs, peer }: Sides, clients: number): Promise<Row[]> {
  const found = await inTurns(
    ROUNDS,
    async () => rateOf(owner, { takes: webs.map(byStatement), path: await dig(owner, 1), clients }),
    async () => {
      const path = await dig(owner, 1);
      await copyToPeer(peer.pool, path);
      return rateOf(peer, { takes: [(asked) => takeForUpdate(peer.pool, asked)], path, clients });
    },
  );
  const what = `places of one quota, ${clients} clients`;
  return [
    { what: `${what}: ours / SELECT … FOR UPDATE, rate`, value: medianRatio(found), unit: 'times', goal: '≥ 2' },
    { what: `${what}: ours`, value: quantile(found.ours, 0.5), unit: 'a second' },
  ];
}

async function againstOneRow({ owner, webs }: Sides, clients: number): Promise<Row> {
  const at = (depth: number) => async () =>
    rateOf(owner, { takes: webs.map(byStatement), path: await dig(owner, depth), clients });
  const found = await inTurns(ROUNDS, at(3), at(1));
  const what = `places of a quota with two above it / of one alone, ${clients} clients, rate`;
  return { what, value: medianRatio(found), unit: 'times', goal: '≥ 0.5' };
}

async function withSides<T>(
  { url, ...owner }: LivingDatabase,
  clients: number,
  work: (sides: Sides) => Promise<T>,
): Promise<T> {
  const max = Math.min(clients, CONNECTIONS);
  const webs = Array.from({ length: PROCESSES }, () =>
    asApplication(
      connect(url, () => undefined, { max: max / PROCESSES }),
      () => undefined,
    ),
  );
  const peer = await connectPeer(url, max);
  try {
    return await work({ owner, webs, peer });
  } finally {
    for (const web of webs) await web.close();
    await peer.close();
  }
}

/** Many clients over several connections ask for places of the same quota: one statement against a transaction led by the client. */
export const run = (): Promise<Row[]> =>
  withLivingDatabase(async (database) => {
    const rows: Row[] = [];
    for (const clients of CLIENTS)
      rows.push(...(await withSides(database, clients, (sides) => againstPeer(sides, clients))));
    for (const clients of CLIENTS)
      rows.push(await withSides(database, clients, (sides) => againstOneRow(sides, clients)));
    return rows;
  });
