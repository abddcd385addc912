import { seeFromBothSides } from '../support/match-pairs.ts';
import { withOwnDatabase } from '../support/own-database.ts';

/** How many pairs, of as many workers as vacancies, made from which seed; `step` says how far it has come. */
type Trial = { pairs: number; seed: number; step(pairs: number): void };

/** Worker, employer and a naive reading of the contract see of every pair one verdict, and both sides one score. */
export const proveMatching = ({ pairs, seed, step }: Trial): Promise<string> =>
  withOwnDatabase(async ({ db }) => {
    const side = Math.ceil(Math.sqrt(pairs));
    const seen = await seeFromBothSides(db, { workers: side, vacancies: side, seed }, step);
    const [first] = seen.differences;
    if (first !== undefined)
      throw new Error(`${seen.differences.length} of ${seen.pairs} pairs differ, such as ${first}`);
    return `${seen.pairs} pairs seen alike from both sides, ${seen.matches} of them matches`;
  });
