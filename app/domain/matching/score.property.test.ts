import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matches } from '../../../test/support/naive/matches.arbitrary.ts';
import { profiles } from '../../../test/support/naive/profiles.arbitrary.ts';
import type { Profile } from '../documents/index.ts';
import { score } from './score.ts';
import type { ScoredWorker } from './worker-terms.ts';

const PAIRS = 2_000;

/** Whatever a score may look at stays; whatever else a profile tells is another's. */
const otherwise = (profile: Profile, other: Profile): Profile => {
  const { experience, qualifications, skills, languages, offer, availableFrom } = profile;
  const kept = { experience, qualifications, skills, languages, offer, availableFrom };
  const told = Object.entries(kept).filter(([, said]) => said !== undefined);
  const {
    experience: _a,
    qualifications: _b,
    skills: _c,
    languages: _d,
    offer: _e,
    availableFrom: _f,
    ...rest
  } = other;
  return { ...rest, ...Object.fromEntries(told) };
};

it('is the same whoever tells it: sex, age, nationality, family, health and all else that others ask', () => {
  fc.assert(
    fc.property(matches, profiles, ({ vacancy, profile, on }, other) => {
      expect(score(otherwise(profile, other), vacancy, on)).toEqual(score(profile, vacancy, on));
    }),
    { numRuns: PAIRS },
  );
});

it('is the sum of its parts out of a hundred, none of them beyond its most', () => {
  fc.assert(
    fc.property(matches, ({ vacancy, profile, on }) => {
      const found = score(profile, vacancy, on);
      const points = found.parts.reduce((sum, part) => sum + part.points, 0);
      const most = found.parts.reduce((sum, part) => sum + part.most, 0);
      expect(found.score).toBe(Math.round((100 * points) / most));
      for (const part of found.parts) {
        expect(Number.isInteger(part.points)).toBe(true);
        expect(part.points).toBeGreaterThanOrEqual(0);
        expect(part.points).toBeLessThanOrEqual(part.most);
      }
    }),
    { numRuns: PAIRS },
  );
});

const KEYS = ['skills', 'languages', 'availableFrom'] as const satisfies readonly (keyof ScoredWorker)[];

it('never falls further by silence than by telling that there is nothing', () => {
  const nothing = { skills: [], languages: [], availableFrom: '9999-12-31' };
  fc.assert(
    fc.property(matches, fc.constantFrom(...KEYS), ({ vacancy, profile, on }, key) => {
      const { [key]: _, ...silent } = profile;
      const without = { ...silent, [key]: nothing[key] };
      expect(score(silent, vacancy, on).score).toBeGreaterThanOrEqual(score(without, vacancy, on).score);
    }),
    { numRuns: PAIRS },
  );
});
