import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toldProfiles } from '../../../test/support/told-profiles.ts';
import type { Profile } from '../documents/index.ts';
import { declaration, PART_QUESTIONS, type ProfileQuestion } from './question.ts';
import { BUTTONS, reply } from './reply.ts';
import { formOf } from './typed/forms.ts';
import { typedIn } from './typed/typed.ts';

const ON = '2026-11-24';
const EVERY: readonly ProfileQuestion[] = [...PART_QUESTIONS, ...['roster', 'insurance'].map(declaration)];

/** All that a profile says but the answer to a question. */
function others(profile: Profile, question: ProfileQuestion): unknown {
  const { [question.part]: _, declared = {}, ...rest } = { ...profile };
  if (question.part !== 'declared') return { ...rest, declared };
  const { [question.of]: _said, ...left } = profile.declared ?? {};
  return { ...rest, declared: left };
}

const buttons = fc.constantFrom(...[BUTTONS.answer, BUTTONS.add, BUTTONS.skip, BUTTONS.none], `${BUTTONS.remove}0`);

it('answers one question and leaves all else as it was, whatever is typed and pressed', () => {
  let taken = 0;
  fc.assert(
    fc.property(toldProfiles, toldProfiles, fc.constantFrom(...EVERY), buttons, (before, other, question, button) => {
      const typed = typedIn(
        new URLSearchParams([
          ...formOf(question)
            .fields(other)
            .map(([name, text]) => [name, text]),
          ['do', button],
        ]),
      );
      const read = reply(question, typed, before, ON);
      if (!read.ok) return;
      taken += 1;
      expect(others(read.value.profile, question)).toEqual(others(before, question));
    }),
    { numRuns: 1_000 },
  );
  expect(taken).toBeGreaterThan(500);
});
