import { describe, expect, it } from 'vitest';
import { groupsAsked, groupsOf, levelAsked, levelsHeld, standingsAsked, standingsHeld } from './holdings.ts';

describe('occupations', () => {
  it('are held with every group that covers them', () => {
    expect(groupsOf('2221')).toEqual(['any', '2', '22', '222', '2221']);
  });

  it('are asked for without those that another one covers', () => {
    expect(groupsAsked(['2221', '22', '5', '22', '53'])).toEqual(['22', '5']);
    expect(groupsAsked(undefined)).toEqual(['any']);
  });
});

describe('languages', () => {
  it('are held at every level up to the own one, under every tag that covers theirs', () => {
    expect(levelsHeld([{ language: 'en-GB', cefr: 'A2' }])).toEqual(['en:A1', 'en:A2', 'en-GB:A1', 'en-GB:A2']);
  });

  it('are held once, natively at every level', () => {
    const held = levelsHeld([
      { language: 'de', cefr: 'B1' },
      { language: 'de', native: true },
    ]);
    expect(held).toEqual(['A1', 'A2', 'B1', 'B2', 'C1', 'C2'].map((level) => levelAsked('de', level)));
  });
});

describe('qualifications', () => {
  it('are held for their occupation, and recognised where they are', () => {
    const held = standingsHeld([{ occupation: '22', trainingMonths: 0, recognisedIn: ['DE'] }]);
    expect(held).toEqual(['any', 'any:DE', '2', '2:DE', '22', '22:DE']);
  });

  it('are asked for anywhere, or recognised in a country', () => {
    expect(standingsAsked(['22', '5'])).toEqual(['22', '5']);
    expect(standingsAsked(undefined, 'DE')).toEqual(['any:DE']);
  });
});
