import { beforeAll, describe, expect, it } from 'vitest';
import { contend, killDatabase, killServer } from '../proof/quota.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { withLivingDatabase } from '../support/living-database.ts';
import {
  layNaiveLedger,
  levelByLevel,
  type Naive,
  naiveDoor,
  readNaiveHistory,
  readThenWrite,
} from '../support/naive/quota.ts';
import { beClient } from '../support/quota-clients.ts';
import { flawsOf } from '../support/quota-history.ts';
import { idsOf, plantTree } from '../support/quota-tree.ts';
import { isBuilt } from '../support/server.ts';

/** `npm run proof -- quota` does the same with more of everything. */
describe('quotas that nobody can oversell', () => {
  const few = { clients: 16, rounds: 1, kills: 3, step: () => undefined };

  it(
    'are sold once each while many act at once, and while PostgreSQL and the server are killed',
    () =>
      withLivingDatabase(async (database) => {
        const tally = await contend(database, few);
        for (const kind of ['allocated', 'released', 'refused']) expect(tally).toMatch(new RegExp(`[1-9]\\d* ${kind}`));
        expect(await killDatabase(database, few)).toMatch(/^3 kill -9 of PostgreSQL/);
        if (isBuilt) expect(await killServer(database, few)).toMatch(/^3 kill -9 of the server/);
      }),
    240_000,
  );
});

describe('the judge', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });

  /** Of a tree that nobody has taken from yet. */
  const flawsOfNaive = async (naive: Naive) => {
    const tree = await plantTree(database.db, 10);
    await layNaiveLedger(database.db);
    const doors = Array.from({ length: 32 }, (_, seat) => naiveDoor(database.db, `${naive.name}-${seat}`, naive));
    const told = await Promise.all(doors.map((door) => beClient(door, { tree, acts: 4, atMost: 1 })));
    return flawsOf(await readNaiveHistory(database.db, idsOf(tree)), told.flat());
  };

  it('finds places oversold where one looks before one takes', async () => {
    const flaws = await flawsOfNaive(readThenWrite);
    expect(flaws).toContainEqual(expect.stringMatching(/oversold, \d+ of \d+/));
    expect(flaws).toContainEqual(expect.stringMatching(/it says .*, its entries come to/));
  });

  it('finds places half taken where each quota of the tree is taken from by itself', async () => {
    const flaws = await flawsOfNaive(levelByLevel);
    expect(flaws).toContainEqual(expect.stringMatching(/half done/));
    expect(flaws).toContainEqual(expect.stringMatching(/granted, though it was refused/));
  });
});
