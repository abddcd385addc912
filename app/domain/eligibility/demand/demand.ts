import type { Profile, RuleOver } from '../../documents/index.ts';
import type { Scope } from '../../rule/person.ts';
import { tallyOf } from '../../rule/points.ts';
import { isCriterion, type Points } from '../../rule/rule.ts';
import type { Goal } from '../../rule/smallest.ts';
import type { PathwayCriterion } from '../evaluate.ts';
import { type Words, wordsOf } from './by-fact.ts';
import { HELD } from './held.ts';

const size = (words: Words) => words?.length ?? Number.POSITIVE_INFINITY;
const smallestFirst = (parts: readonly Words[]) => [...parts].sort((a, b) => size(a) - size(b));

/** Where `count` of the parts must be as wanted, at least one is of any but `count - 1` of them: of those with the fewest words. */
function ofSome(count: number, parts: readonly Words[]): Words {
  if (count <= 0) return undefined;
  if (count > parts.length) return []; // open to nobody
  const certain = smallestFirst(parts).slice(0, parts.length - count + 1);
  return certain.every((words) => words !== undefined) ? [...new Set(certain.flat())] : undefined;
}

/** The fewest items that reach what must be reached. */
function fewestToPass(test: Points<unknown>): number {
  const { pass, groups } = tallyOf(test);
  const points = groups.flatMap(({ items }) => items.map(({ points }) => points)).sort((a, b) => b - a);
  let [count, sum] = [0, 0];
  while (sum < pass && count < points.length) sum += points[count++] ?? 0;
  return sum < pass ? count + 1 : count;
}

type PathwayRule = RuleOver<PathwayCriterion>;
type Ask = (criterion: PathwayCriterion, goal: Goal) => Words;

const OPPOSITE = { met: 'unmet', unmet: 'met' } as const satisfies Record<Goal, Goal>;

/** What a rule demands under one key that it can be as wanted. */
function demanded(rule: PathwayRule, goal: Goal, ask: Ask): Words {
  const each = (rules: readonly PathwayRule[], wanted = goal) => rules.map((part) => demanded(part, wanted, ask));
  const met = goal === 'met';
  if (isCriterion(rule)) return ask(rule, goal);
  if ('all' in rule) return ofSome(met ? rule.all.length : 1, each(rule.all));
  if ('any' in rule) return ofSome(met ? 1 : rule.any.length, each(rule.any));
  if ('none' in rule) return ofSome(met ? rule.none.length : 1, each(rule.none, OPPOSITE[goal]));
  if ('atLeast' in rule) return ofSome(met ? rule.atLeast : rule.of.length - rule.atLeast + 1, each(rule.of));
  if (!met) return undefined;
  return ofSome(fewestToPass(rule.points), each(rule.points.items.map(({ when }) => when)));
}

/** The word of a vacancy that demands nothing under a key. */
const ANYTHING = '*';
const under = (key: string, word: string) => `${key}:${word}`;

/**
 * What an index holds of a vacancy or a pathway: under every key of a profile, words of which a person must have one that it is not
 * closed to her. `rule` is all that is required of her, the implied criterion too.
 */
export const demandsOf = (rule: PathwayRule, scope: Scope): string[] =>
  Object.keys(HELD).flatMap((key) => {
    const words = demanded(rule, 'met', (criterion, goal) => wordsOf(key, criterion, goal, scope));
    return words === undefined ? [under(key, ANYTHING)] : words.map((word) => under(key, word));
  });

/**
 * What a search asks of these words for a person on a day: one of each list. It hides nothing that the rules leave open to her, or may
 * leave open; what it shows they still have to judge.
 */
export const narrowedTo = (profile: Profile, on: string): string[][] =>
  Object.entries(HELD).flatMap(([key, read]) => {
    const held = read(profile, on);
    return held === undefined ? [] : [[ANYTHING, ...new Set(held)].map((word) => under(key, word))];
  });
