import { withOwnDatabase } from '../support/own-database.ts';
import { byNaiveReading, bySql, judgeAlike } from '../support/pairs.ts';

/** How many pairs, made from which seed; `step` says how far it has come. */
type Trial = { pairs: number; seed: number; step(pairs: number): void };

/** The domain, a naive reading of the contract and PostgreSQL give every pair of a random person and a random pathway one verdict. */
export const proveRules = (trial: Trial): Promise<string> =>
  withOwnDatabase(async ({ db }) => {
    const judges = { 'the naive reading': byNaiveReading, PostgreSQL: bySql(db) };
    const { pairs, verdicts } = await judgeAlike(judges, trial);
    const counts = Object.entries(verdicts).map(([verdict, count]) => `${count} ${verdict}`);
    return `${pairs} pairs judged alike by the domain, ${Object.keys(judges).join(' and ')}: ${counts.join(', ')}`;
  });
