import type { Profile } from '../documents/index.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { answerTo, declaration, PART_QUESTIONS, type ProfileQuestion } from './question.ts';

const sorted = (value: unknown) => (Array.isArray(value) ? value.map(canonicalJson).sort() : value);

/** Whether two profiles say the same of a question; the order of a list says nothing. */
const agree = (a: Profile, b: Profile, question: ProfileQuestion) =>
  canonicalJson({ said: sorted(answerTo(a, question)) }) === canonicalJson({ said: sorted(answerTo(b, question)) });

/** The questions that two profiles answer differently, or of which one alone answers. */
export function differences(before: Profile, after: Profile): readonly ProfileQuestion[] {
  const declared = [...new Set([before, after].flatMap((profile) => Object.keys(profile.declared ?? {})))];
  return [...PART_QUESTIONS, ...declared.sort().map(declaration)].filter((question) => !agree(before, after, question));
}

/** A profile with what a check states in place of what it stated before; what the check leaves open stays as it is. */
export function adopted(profile: Profile, told: Profile): Profile {
  const stated = PART_QUESTIONS.filter(
    (question) => answerTo(told, question) !== undefined && !agree(profile, told, question),
  ).map(({ part }) => [part, told[part]] as const);
  const declared = { ...profile.declared, ...told.declared };
  return {
    ...profile,
    ...Object.fromEntries(stated),
    ...(Object.keys(declared).length > 0 && { declared }),
  };
}
