import type { Points, RuleOver } from './rule.ts';

/** Kleene's three values. */
export type Finding = 'met' | 'unmet' | 'unknown';

const RANK = { unmet: 0, unknown: 1, met: 2 } as const satisfies Record<Finding, number>;
const worst = (findings: readonly Finding[]): Finding =>
  findings.reduce<Finding>((a, b) => (RANK[a] < RANK[b] ? a : b), 'met');
const best = (findings: readonly Finding[]): Finding =>
  findings.reduce<Finding>((a, b) => (RANK[a] > RANK[b] ? a : b), 'unmet');
const negation = { met: 'unmet', unmet: 'met', unknown: 'unknown' } as const satisfies Record<Finding, Finding>;

const reached = (least: number, most: number, pass: number): Finding =>
  least >= pass ? 'met' : most < pass ? 'unmet' : 'unknown';

function counted(findings: readonly Finding[], needed: number): Finding {
  const met = findings.filter((finding) => finding === 'met').length;
  return reached(met, met + findings.filter((finding) => finding === 'unknown').length, needed);
}

/** The lowest and highest total that the items can reach, each group's sum cut at its maximum. */
function total<C>({ items, groupMax = {} }: Points<C>, counts: (item: Points<C>['items'][number]) => boolean): number {
  const groups = new Map<string | undefined, number>();
  for (const item of items) if (counts(item)) groups.set(item.group, (groups.get(item.group) ?? 0) + item.points);
  const most = new Map(Object.entries(groupMax)); // a group may be called `constructor`
  return [...groups].reduce((sum, [group, points]) => sum + Math.min(points, most.get(group ?? '') ?? points), 0);
}

function decidePoints<C>(points: Points<C>, finding: (rule: RuleOver<C>) => Finding): Finding {
  const found = new Map(points.items.map((item) => [item, finding(item.when)]));
  const least = total(points, (item) => found.get(item) === 'met');
  const most = total(points, (item) => found.get(item) !== 'unmet');
  return reached(least, most, points.pass);
}

/** What a rule comes to, given what each criterion comes to (documents.md, «Rule»). */
export function decide<C extends object>(rule: RuleOver<C>, criterion: (criterion: C) => Finding): Finding {
  const each = (rules: readonly RuleOver<C>[]) => rules.map((inner) => decide(inner, criterion));
  if ('all' in rule) return worst(each(rule.all));
  if ('any' in rule) return best(each(rule.any));
  if ('none' in rule) return negation[best(each(rule.none))];
  if ('atLeast' in rule) return counted(each(rule.of), rule.atLeast);
  if ('points' in rule) return decidePoints(rule.points, (inner) => decide(inner, criterion));
  return criterion(rule);
}
