import type { Judged } from './judge.ts';
import type { Group, Tally } from './points.ts';
import { isCriterion } from './rule.ts';

/** More than a points test for people has; beyond, every open item is taken to matter rather than time to be spent without bound. */
const MOST_SUMS = 1_024;
const MOST_OPEN = 100;

/** Totals that can come to be; undefined: too many to tell. */
type Sums = ReadonlySet<number> | undefined;

/** Every total of one of each. */
function summed(a: Sums, b: Sums): Sums {
  if (a === undefined || b === undefined) return undefined;
  const sums = new Set<number>();
  for (const one of a) for (const other of b) sums.add(one + other);
  return sums.size > MOST_SUMS ? undefined : sums;
}

/** Every total of a group that its open items can come to, but for the item `without`; not cut at the group's maximum. */
function totalsOf<C>({ items }: Group, parts: readonly Judged<C>[], without?: number): Sums {
  const sure = items.filter(({ at }) => parts[at]?.finding === 'met').reduce((sum, { points }) => sum + points, 0);
  const open = items.filter(({ at }) => at !== without && parts[at]?.finding === 'unknown');
  return open.map(({ points }): Sums => new Set([0, points])).reduce<Sums>(summed, new Set([sure]));
}

const cut = (sums: Sums, most: number): Sums => sums && new Set([...sums].map((sum) => Math.min(sum, most)));

/** Whether a test can turn on an item, given some turn of the other open items of its group and of the other groups. */
function turns<C>(
  { at, points }: Group['items'][number],
  group: Group,
  others: Sums,
  { pass, parts }: { pass: number; parts: readonly Judged<C>[] },
): boolean {
  const own = totalsOf(group, parts, at);
  if (own === undefined || others === undefined) return true;
  const turnsAt = (sum: number, other: number) =>
    Math.min(sum, group.most) + other < pass && Math.min(sum + points, group.most) + other >= pass;
  return [...own].some((sum) => [...others].some((other) => turnsAt(sum, other)));
}

/** The open items of a points test on which it can turn, in the order of the document. */
function turningItems<C>({ groups, pass }: Tally, parts: readonly Judged<C>[]): Judged<C>[] {
  const open = parts.filter(({ finding }) => finding === 'unknown');
  if (open.length > MOST_OPEN) return open;
  const all = groups.map((group) => cut(totalsOf(group, parts), group.most));
  const turning = groups.flatMap((group, place) => {
    const others = all.filter((_, other) => other !== place).reduce<Sums>(summed, new Set([0]));
    return group.items.filter(
      (item) => parts[item.at]?.finding === 'unknown' && turns(item, group, others, { pass, parts }),
    );
  });
  const places = new Set(turning.map(({ at }) => at));
  return parts.filter((_, at) => places.has(at));
}

/** The open criteria of a rule, each taken for itself, that could still change what it comes to. */
export function* openCriteria<C extends { fact: string }>(judged: Judged<C>): Generator<C> {
  const { rule, finding, parts, tally } = judged;
  if (finding !== 'unknown') return;
  if (isCriterion(rule)) yield rule;
  for (const part of tally ? turningItems(tally, parts) : parts) yield* openCriteria(part);
}
