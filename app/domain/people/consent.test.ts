import { describe, expect, it } from 'vitest';
import { type Purpose, statesFor } from './consent.ts';

describe('the states to whose ministry somebody may agree', () => {
  const states = (purpose: Purpose, told: { nationalities?: string[]; residence?: string } = {}) =>
    statesFor(purpose, { type: 'profile', ...told }, ['DE', 'IT']);

  it.each([
    ['where they are from and where they live', { nationalities: ['PH', 'NP'], residence: 'QA' }, ['PH', 'NP', 'QA']],
    ['each once', { nationalities: ['PH'], residence: 'PH' }, ['PH']],
    ['none as long as neither is told', {}, []],
    ['where they live, of the stateless', { nationalities: [], residence: 'LB' }, ['LB']],
  ])('an origin’s: %s', (_, told, expected) => expect(states('origin-ministry', told)).toEqual(expected));

  it('a destination’s: where any pathway leads', () =>
    expect(states('destination-ministry', { residence: 'PH' })).toEqual(['DE', 'IT']));

  it.each(['found-by-employers', 'statistics'] as const)('%s names no state', (purpose) =>
    expect(states(purpose, { residence: 'PH' })).toBeUndefined(),
  );
});
