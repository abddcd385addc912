import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
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
import { idsOf, plantTree, type QuotaTree } from '../support/quota-tree.ts';

describe('the judge', () => {
  let database: TestDatabase;
  let tree: QuotaTree;
  beforeAll(async () => {
    database = await freshDatabase();
    tree = await plantTree(database.db, 10);
    await layNaiveLedger(database.db);
  });

  const flawsOfNaive = async (naive: Naive) => {
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
