import { setTimeout as sleep } from 'node:timers/promises';
import { verifyAuditNow } from '../../app/use-cases/audit/verify-audit.ts';
import type { Db } from '../../db/client.server.ts';
import { ledgerFlaws } from '../../db/queries/quota-check.ts';
import { startKillable } from '../support/killable-server.ts';
import { type LivingDatabase, withLivingDatabase } from '../support/living-database.ts';
import { isUnanswered, openApiDoor } from '../support/quota-api.ts';
import { beClient, type Turn } from '../support/quota-clients.ts';
import { type Crew, withCrew } from '../support/quota-crew.ts';
import { clientOf, keepDesk, patient } from '../support/quota-desk.ts';
import { flawsOf, type Told } from '../support/quota-history.ts';
import { idsOf, plantTree } from '../support/quota-tree.ts';
import { readHistory } from '../support/recorded-history.ts';

/** `rounds`: of every cap; `kills`: of PostgreSQL and as many of the server; `step`: a round or a kill is over. */
export type QuotaTrial = { clients: number; rounds: number; kills: number; step(done: number): void };

const CAPS = [1, 5, 100, 500];
/** Clients of one process. */
const CREW = 16;
const ACTS = 8;
/** A killed one has to come back under its load: fewer clients keep it under load as well. */
const CLIENTS_OF_KILLED = 32;
const KILLED_CAP = 60;

/** How often what happened; it is what a proof says at its end. */
type Tally = Map<string, number>;
const show = (tally: Tally) => [...tally].map(([what, count]) => `${count} ${what}`).join(', ');

const turnOf = (tree: Turn['tree'], cap: number): Turn => ({ tree, acts: ACTS, atMost: cap < 100 ? 1 : 5 });

/** A tree of its own, what clients do to it, and the judgement of all that was written and told. */
async function judged(db: Db, cap: number, tally: Tally, work: (turn: Turn) => Promise<Told[]>): Promise<void> {
  const tree = await plantTree(db, cap);
  const told = await work(turnOf(tree, cap));
  const history = await readHistory(db, idsOf(tree));
  const flaws = [...flawsOf(history, told), ...(await ledgerFlaws(db)).map((flaw) => JSON.stringify(flaw))];
  if (flaws.length > 0) throw new Error(`${flaws.length} flaws under ${cap} places:\n${flaws.slice(0, 20).join('\n')}`);
  for (const what of [
    ...history.entries.map(({ kind }) => kind),
    ...told.flatMap((one) => (one.outcome === 'refused' ? [one.outcome] : [])),
  ])
    tally.set(what, (tally.get(what) ?? 0) + 1);
}

async function checkAudit(db: Db): Promise<void> {
  const { broken, brokenAnchor } = await verifyAuditNow(db);
  if (broken.length > 0 || brokenAnchor) throw new Error(`the audit is broken: ${JSON.stringify(broken)}`);
}

export async function contend(database: LivingDatabase, trial: QuotaTrial): Promise<string> {
  const tally: Tally = new Map();
  await withCrew(database.url, { clients: trial.clients, perProcess: CREW }, async (crew) => {
    for (let round = 0; round < trial.rounds; round++) {
      for (const cap of CAPS) await judged(database.db, cap, tally, crew.take);
      trial.step(1);
    }
  });
  await checkAudit(database.db);
  return `${trial.rounds} rounds of ${trial.clients} clients for each of ${CAPS.join(', ')} places: ${show(tally)}`;
}

const EARLIEST_MS = 150;
const LATEST_MS = 1_200;

/** Does so while the clients are at it; a kill that came too late is none, and counts for nothing. */
async function struck(work: Promise<Told[]>, strike: () => Promise<void>): Promise<{ told: Told[]; inTime: boolean }> {
  let isOver = false;
  const strikes = async () => {
    await sleep(EARLIEST_MS + Math.random() * (LATEST_MS - EARLIEST_MS));
    const inTime = !isOver;
    await strike();
    return inTime;
  };
  const [told, inTime] = await Promise.all([
    work.finally(() => {
      isOver = true;
    }),
    strikes(),
  ]);
  return { told, inTime };
}

/** Kills again and again, and judges after each. */
async function killed(
  database: LivingDatabase,
  trial: QuotaTrial,
  { take, strike }: { take: Crew['take']; strike(kill: number): Promise<void> },
): Promise<string> {
  const tally: Tally = new Map();
  for (let kill = 0; kill < trial.kills; ) {
    await judged(database.db, KILLED_CAP, tally, async (turn) => {
      const { told, inTime } = await struck(take(turn), () => strike(kill));
      if (inTime) {
        kill += 1;
        trial.step(1);
      }
      return told;
    });
  }
  await checkAudit(database.db);
  return show(tally);
}

export async function killDatabase(database: LivingDatabase, trial: QuotaTrial): Promise<string> {
  const clients = Math.min(trial.clients, CLIENTS_OF_KILLED);
  const found = await withCrew(database.url, { clients, perProcess: CREW }, ({ take }) =>
    killed(database, trial, {
      take,
      strike: async (kill) => {
        await database.kill(kill % 2 === 0 ? 'postmaster' : 'all');
        await database.isBack();
      },
    }),
  );
  return `${trial.kills} kill -9 of PostgreSQL under ${clients} clients: ${found}`;
}

export async function killServer(database: LivingDatabase, trial: QuotaTrial): Promise<string> {
  const { db } = database;
  const server = await startKillable(database.url);
  try {
    const seats = Array.from({ length: Math.min(trial.clients, CLIENTS_OF_KILLED) }, (_, seat) => clientOf(seat));
    const doors = await Promise.all(seats.map((who) => openApiDoor(db, server.address, who)));
    const clients = doors.map((door) => patient(door, isUnanswered));
    const take = async (turn: Turn) => {
      const work = Promise.all(clients.map((door) => beClient(door, turn)));
      return (await keepDesk(db, turn.tree, true, work)).flat();
    };
    const found = await killed(database, trial, { take, strike: server.replace });
    return `${trial.kills} kill -9 of the server under ${clients.length} clients of its API: ${found}`;
  } finally {
    await server.end();
  }
}

/** Whatever happens at once, and whatever is killed meanwhile: no place is granted twice, and none that was acknowledged is lost. */
export async function proveQuota(trial: QuotaTrial): Promise<string> {
  const parts = [];
  for (const part of [contend, killDatabase, killServer])
    parts.push(await withLivingDatabase((database) => part(database, trial)));
  return `no flaw in ${parts.join('; ')}`;
}
