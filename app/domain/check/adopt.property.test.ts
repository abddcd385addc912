import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldProfiles } from '../../../test/support/told-profiles.ts';
import { adopted, differences } from './adopt.ts';
import { answerTo, declaration, PART_QUESTIONS, type ProfileQuestion } from './question.ts';

const ids = (questions: readonly ProfileQuestion[]) => questions.map(({ id }) => id);

describe('the answers of a check taken into a profile', () => {
  it('stand there, and what the check leaves open stays as it was', () => {
    fc.assert(
      fc.property(toldProfiles, toldProfiles, (profile, told) => {
        const after = adopted(profile, told);
        const declared = Object.keys({ ...profile.declared, ...told.declared }).map(declaration);
        for (const question of [...PART_QUESTIONS, ...declared]) {
          const said = answerTo(told, question);
          if (said === undefined) expect(answerTo(after, question)).toEqual(answerTo(profile, question));
          else expect(ids(differences(told, after))).not.toContain(question.id);
        }
      }),
    );
  });

  it('change what is said to differ, and nothing when they are taken again', () => {
    fc.assert(
      fc.property(toldProfiles, toldProfiles, (profile, told) => {
        const after = adopted(profile, told);
        const changed = ids(differences(profile, after));
        for (const question of PART_QUESTIONS)
          if (!changed.includes(question.id)) expect(after[question.part]).toEqual(profile[question.part]);
        expect(differences(after, adopted(after, told))).toEqual([]);
      }),
    );
  });

  it('differ in what they say, not in the order of a list', () => {
    const [a, b] = [
      ['DE', 'PH'],
      ['PH', 'DE'],
    ].map((nationalities) => ({ type: 'profile' as const, nationalities }));
    if (!a || !b) throw new Error('two profiles');
    expect(differences(a, b)).toEqual([]);
    expect(adopted(a, b)).toEqual(a);
    expect(ids(differences(a, { ...b, offer: null, declared: { roster: false } }))).toEqual([
      'offer',
      'declared-roster',
    ]);
    expect(ids(differences({ type: 'profile', stays: [] }, { type: 'profile' }))).toEqual(['stays']);
  });
});
