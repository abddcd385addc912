import { expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { bySql, judgeAlike } from '../support/pairs.ts';

const PAIRS = 20_000;

it(`PostgreSQL judges ${PAIRS} pairs of a person and a pathway as the domain does`, { timeout: 120_000 }, async () => {
  const { db } = await freshDatabase();
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { verdicts } = await judgeAlike({ PostgreSQL: bySql(db) }, { pairs: PAIRS, seed });
  for (const [verdict, count] of Object.entries(verdicts)) expect(count, verdict).toBeGreaterThan(PAIRS / 50);
});
