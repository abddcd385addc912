import type { Finding } from './finding.ts';
import type { Judged } from './judge.ts';
import type { Group, Tally } from './points.ts';
import { isCriterion, type RuleOver } from './rule.ts';

/** What a rule or a criterion is wanted to be. */
export type Goal = 'met' | 'unmet';

/** What it takes for a criterion to be as wanted: nothing, a place in the set, or it cannot be. */
export type Price = (finding: Finding, goal: Goal) => 0 | 1 | undefined;

/** Criteria, and how many they are. A chain, so that joining two costs nothing. */
type Bunch<C> = { count: number; criterion?: C; joined?: readonly Bunch<C>[] };
type Choice<C> = Bunch<C> | undefined;

const NOTHING = { count: 0 } as const;
const OPPOSITE = { met: 'unmet', unmet: 'met' } as const satisfies Record<Goal, Goal>;

/** All of them; undefined where one cannot be. */
function together<C>(choices: readonly Choice<C>[]): Choice<C> {
  const joined: Bunch<C>[] = [];
  let count = 0;
  for (const choice of choices) {
    if (choice === undefined) return undefined;
    if (choice.count > 0) joined.push(choice);
    count += choice.count;
  }
  return { count, joined };
}

/** The smallest `needed` of them. */
function fewest<C>(needed: number, choices: readonly Choice<C>[]): Choice<C> {
  if (needed <= 0) return NOTHING;
  const possible = choices.filter((choice) => choice !== undefined).sort((a, b) => a.count - b.count);
  return possible.length < needed ? undefined : together(possible.slice(0, needed));
}

/** The best sum of points that so many criteria can give, and which they are. */
type Best<C> = { sum: number; chosen: Bunch<C> };
type Front<C> = ReadonlyMap<number, Best<C>>;

type Direction = { sign: 1 | -1; better(a: number, b: number): boolean };
const MORE: Direction = { sign: 1, better: (a, b) => a > b };
const LESS: Direction = { sign: -1, better: (a, b) => a < b };

/** For each count of criteria the best of the entries. */
function frontOf<C>(entries: Iterable<Best<C>>, { better }: Direction): Front<C> {
  const front = new Map<number, Best<C>>();
  for (const entry of entries) {
    const held = front.get(entry.chosen.count);
    if (held === undefined || better(entry.sum, held.sum)) front.set(entry.chosen.count, entry);
  }
  return front;
}

const joinedWith = <C>(a: Bunch<C>, b: Bunch<C>): Bunch<C> =>
  b.count === 0 ? a : { count: a.count + b.count, joined: [a, b] };

function* pairs<C>(a: Iterable<Best<C>>, b: Iterable<Best<C>>): Generator<Best<C>> {
  for (const one of a)
    for (const other of b) yield { sum: one.sum + other.sum, chosen: joinedWith(one.chosen, other.chosen) };
}

function groupFront<C>({ most, items }: Group, choices: readonly Choice<C>[], direction: Direction): Front<C> {
  const start = direction === MORE ? 0 : items.reduce((sum, { points }) => sum + points, 0);
  const open: Best<C> = { sum: start, chosen: NOTHING };
  const front = items.reduce<Front<C>>(
    (sofar, { at, points }) => {
      const chosen = choices[at];
      if (chosen === undefined) return sofar;
      const changed = pairs(sofar.values(), [{ sum: direction.sign * points, chosen }]);
      return frontOf([...sofar.values(), ...changed], direction);
    },
    new Map([[0, open]]),
  );
  return new Map([...front].map(([count, { sum, chosen }]) => [count, { sum: Math.min(sum, most), chosen }]));
}

/** The smallest choice of items that brings a points test to the goal. */
function ofPoints<C>({ groups, pass }: Tally, choices: readonly Choice<C>[], goal: Goal): Choice<C> {
  const direction = goal === 'met' ? MORE : LESS;
  const start: Best<C> = { sum: 0, chosen: NOTHING };
  const front = groups
    .map((group) => groupFront(group, choices, direction))
    .reduce<Front<C>>(
      (sofar, next) => frontOf(pairs(sofar.values(), [...next.values()]), direction),
      new Map([[0, start]]),
    );
  const enough = [...front.values()].filter(({ sum }) => (goal === 'met' ? sum >= pass : sum < pass));
  return fewest(
    1,
    enough.map(({ chosen }) => chosen),
  );
}

function choose<C extends { fact: string }>(judged: Judged<C>, goal: Goal, price: Price): Choice<C> {
  const { rule, finding, parts, tally } = judged;
  const each = (wanted: Goal) => parts.map((part) => choose(part, wanted, price));
  const opposite = OPPOSITE[goal];
  if (tally !== undefined) return ofPoints(tally, each(goal), goal);
  if ('all' in rule) return fewest(goal === 'met' ? parts.length : 1, each(goal));
  if ('any' in rule) return fewest(goal === 'met' ? 1 : parts.length, each(goal));
  if ('none' in rule) return fewest(goal === 'met' ? parts.length : 1, each(opposite));
  if ('atLeast' in rule) return fewest(goal === 'met' ? rule.atLeast : parts.length - rule.atLeast + 1, each(goal));
  return ofCriterion(rule, price(finding, goal));
}

function ofCriterion<C extends { fact: string }>(rule: RuleOver<C>, price: ReturnType<Price>): Choice<C> {
  if (price === undefined || !isCriterion(rule)) return undefined;
  return price === 0 ? NOTHING : { count: 1, criterion: rule };
}

function* criteriaOf<C>({ criterion, joined = [] }: Bunch<C>): Generator<C> {
  if (criterion !== undefined) yield criterion;
  for (const part of joined) yield* criteriaOf(part);
}

/** The smallest set of criteria, each taken for itself, that brings a rule to the goal; undefined where none can. */
export function smallestSet<C extends { fact: string }>(judged: Judged<C>, goal: Goal, price: Price): C[] | undefined {
  const chosen = choose(judged, goal, price);
  return chosen && [...criteriaOf(chosen)];
}
