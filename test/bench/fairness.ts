import { withOwnDatabase } from '../support/own-database.ts';
import { FOUR_FIFTHS, ratesBy, TRAIT_NAMES } from '../support/selection-rates.ts';
import type { Row } from './measure.ts';

type Options = { profiles?: number; vacancies?: number; 'plant-bias'?: boolean };

/** The least members of a group of which a rate says something. */
const LEAST = 200;

/** How often each group is among the 20 best, all else alike, as a share of the group for which that is most often. */
export const run = ({ profiles = 400, vacancies = 400, 'plant-bias': plantBias = false }: Options): Promise<Row[]> =>
  withOwnDatabase(async ({ db }) => {
    if (profiles < LEAST) throw new Error(`${profiles} people say nothing of a group: at least ${LEAST}`);
    const rows: Row[] = [];
    for (const trait of TRAIT_NAMES)
      for (const { group, people, rate, ofHighest } of await ratesBy(trait, db, {
        ...{ people: profiles, vacancies, seed: 1, plantBias },
      }))
        rows.push({
          what: `${trait} ${group}: ${people} people, each among the best of ${(100 * rate).toFixed(2)} % of the vacancies; of the highest rate`,
          ...{ value: ofHighest, unit: 'times', goal: `≥ ${FOUR_FIFTHS}` },
          isFailed: ofHighest < FOUR_FIFTHS,
        });
    return rows;
  });
