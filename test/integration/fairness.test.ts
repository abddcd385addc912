import { expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { FOUR_FIFTHS, ratesBy, TRAIT_NAMES } from '../support/selection-rates.ts';

const SHORT = { people: 200, vacancies: 150, seed: 3 };

it.each(TRAIT_NAMES)(
  'nobody is less often among the best by %s, all else alike, and a planted bias shows',
  {
    timeout: 240_000,
  },
  async (trait) => {
    const { db } = await freshDatabase();
    const lowest = async (plantBias: boolean) => {
      const rates = await ratesBy(trait, db, { ...SHORT, plantBias });
      for (const { people } of rates) expect(people).toBeGreaterThanOrEqual(200);
      return Math.min(...rates.map(({ ofHighest }) => ofHighest));
    };
    expect(await lowest(false)).toBeGreaterThanOrEqual(FOUR_FIFTHS);
    expect(await lowest(true)).toBeLessThan(FOUR_FIFTHS);
  },
);
