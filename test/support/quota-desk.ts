import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Capacity, Who } from '../../app/domain/people/who.ts';
import { transfer } from '../../app/domain/quota/plan.ts';
import { recorderOf } from '../../app/use-cases/publishing/recorder.ts';
import { allocatePlaces } from '../../app/use-cases/quota/allocate-places.ts';
import { expireHolds } from '../../app/use-cases/quota/expire-holds.ts';
import { settlePlaces } from '../../app/use-cases/quota/settle-allocation.ts';
import type { Db, Reader } from '../../db/client.server.ts';
import { findQuota } from '../../db/queries/quota.ts';
import { isDatabaseUnavailable } from '../../db/unavailable.ts';
import { importAll } from './imports.ts';
import type { Door } from './quota-clients.ts';
import type { QuotaTree } from './quota-tree.ts';
import { untilTold } from './until-told.ts';

/** Half of the clients are the ministry, which shares references and an audit, half are employers. */
export function clientOf(seat: number): Extract<Who, Capacity> {
  const token = { kind: 'token', token: randomUUID() } as const;
  return seat % 2 === 0
    ? { ...token, role: 'destination-ministry', state: 'DE' }
    : { ...token, role: 'employer', organisation: `e-${seat}` };
}

/** The quotas by the use cases, in this process. */
export function openDoor(db: Reader, who: Who): Door {
  const on = new Date().toISOString().slice(0, 10);
  return {
    office: recorderOf(who),
    async allocate(quota, request) {
      const answer = await allocatePlaces(db, who, { quota, request, on });
      if (answer.outcome === 'allocated' || answer.outcome === 'again') return 'granted';
      if (answer.outcome === 'full') return { full: { quota: answer.quota, remaining: answer.remaining } };
      if (answer.outcome === 'past') return {};
      throw new Error(`an allocation was ${answer.outcome}`);
    },
    async settle(quota, reference, how) {
      const answer = await settlePlaces(db, who, { quota, reference, office: undefined, how, why: undefined });
      if (answer.outcome === 'settled' || answer.outcome === 'again') return true;
      if (answer.outcome === 'closed') return false;
      throw new Error(`a settlement was ${answer.outcome}`);
    },
  };
}

/** The same door for a client who asks again, under the same reference, until it is told. */
export const patient = ({ office, allocate, settle }: Door, isAway: (error: unknown) => boolean): Door => ({
  office,
  allocate: (...asked) => untilTold(() => allocate(...asked), isAway),
  settle: (...asked) => untilTold(() => settle(...asked), isAway),
});

const siblingsOf = ({ middles, leaves }: QuotaTree) => [
  middles,
  ...middles.map((_, at) => leaves.filter((__, leaf) => leaf % middles.length === at)),
];

/** A place goes from a quota to a sibling of it, in either direction, unless it is taken meanwhile. */
async function transferOne(db: Db, tree: QuotaTree): Promise<void> {
  const groups = siblingsOf(tree);
  const pair = groups[Math.floor(Math.random() * groups.length)] ?? [];
  const [from, to] = await Promise.all((Math.random() < 0.5 ? pair : pair.toReversed()).map((id) => findQuota(db, id)));
  if (!from || !to) throw new Error('the siblings are there');
  const moved = transfer(from, to, 1);
  if (moved.ok) await importAll(db, moved.quotas, { act: 'transferred', why: 'as agreed' });
}

const EVERY_MS = 200;

/** Does so again and again until `work` is done. */
async function besides<T>(work: Promise<T>, act: () => Promise<unknown>): Promise<T> {
  let isOver = false;
  const again = async () => {
    while (!isOver) {
      await untilTold(act, isDatabaseUnavailable);
      await sleep(EVERY_MS);
    }
  };
  const [result] = await Promise.all([
    work.finally(() => {
      isOver = true;
    }),
    again(),
  ]);
  return result;
}

/** While `work` is done, holds expire and, at the first desk, places are transferred. */
export const keepDesk = <T>(db: Db, tree: QuotaTree, isFirst: boolean, work: Promise<T>): Promise<T> =>
  besides(work, async () => {
    await expireHolds(db);
    if (isFirst) await transferOne(db, tree);
  });
