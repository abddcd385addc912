import type { Criterion, Pathway, Points, Profile, Rule } from '../../../app/domain/documents/index.ts';
import type { Finding } from '../../../app/domain/rule/finding.ts';
import { finding } from './compare.ts';
import { judgeCriterion } from './criterion.ts';
import { type Exact, exact, isLess, sum, written } from './exact.ts';
import type { Told } from './told.ts';

/*
 * A second reading of the contract of rules, slow and simple on purpose: it judges the evaluation that ships, so the two
 * share nothing but types.
 */

/** How one finds out about a criterion. */
type Asking = (criterion: Criterion) => Finding;

/** What a rule comes to for a person, by Kleene's three values. */
export function judge(rule: Rule, told: Told): Finding {
  return combine(rule, (criterion) => judgeCriterion(criterion, told));
}

/** What a rule comes to, however its criteria are found out about. */
export function combine(rule: Rule, ask: Asking): Finding {
  const each = (rules: readonly Rule[]) => rules.map((inner) => combine(inner, ask));
  if ('all' in rule) return worst(each(rule.all));
  if ('any' in rule) return best(each(rule.any));
  if ('none' in rule) return opposite(best(each(rule.none)));
  if ('atLeast' in rule) return enough(rule.atLeast, each(rule.of));
  if ('points' in rule) return passed(rule.points, ask);
  return ask(rule);
}

function worst(findings: readonly Finding[]): Finding {
  if (findings.includes('unmet')) return 'unmet';
  return findings.includes('unknown') ? 'unknown' : 'met';
}

function best(findings: readonly Finding[]): Finding {
  if (findings.includes('met')) return 'met';
  return findings.includes('unknown') ? 'unknown' : 'unmet';
}

function opposite(found: Finding): Finding {
  if (found === 'unknown') return 'unknown';
  return finding(found === 'unmet');
}

function enough(needed: number, findings: readonly Finding[]): Finding {
  const met = findings.filter((found) => found === 'met').length;
  const unknown = findings.filter((found) => found === 'unknown').length;
  if (met >= needed) return 'met';
  return met + unknown < needed ? 'unmet' : 'unknown';
}

type Item = Points<Criterion>['items'][number];

/** The points of the items that count, each group's sum cut at its maximum. */
function totalOf(counting: readonly Item[], groupMax: Record<string, number>): Exact {
  const groups = new Set(counting.map(({ group }) => group));
  return sum(
    [...groups].map((group) => {
      const own = sum(counting.filter((item) => item.group === group).map(({ points }) => exact(points)));
      if (group === undefined || !Object.hasOwn(groupMax, group)) return own;
      const most = exact(groupMax[group] ?? 0);
      return isLess(most, own) ? most : own;
    }),
  );
}

/** More unknown items than this are not tried one combination after the other. */
const mostTried = 10;

/** Every total within reach, trying each unknown item with and without; of too many items only the lowest and the highest. */
function totalsOf({ items, groupMax = {} }: Points<Criterion>, ask: Asking): Exact[] {
  const found = items.map((item) => ({ item, finding: combine(item.when, ask) }));
  const itemsThatAre = (wanted: Finding) => found.filter(({ finding }) => finding === wanted).map(({ item }) => item);
  const met = itemsThatAre('met');
  const open = itemsThatAre('unknown');
  // Points are positive: none of the open items gives the lowest total, all of them the highest.
  const trials = open.length > mostTried ? [[], open] : combinationsOf(open);
  return trials.map((trial) => totalOf([...met, ...trial], groupMax));
}

function combinationsOf(items: readonly Item[]): Item[][] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  return combinationsOf(rest).flatMap((without) => [without, [first, ...without]]);
}

function passed(points: Points<Criterion>, ask: Asking): Finding {
  const totals = totalsOf(points, ask);
  const failing = totals.filter((total) => isLess(total, exact(points.pass))).length;
  if (failing === 0) return 'met';
  return failing === totals.length ? 'unmet' : 'unknown';
}

/** What every criterion of the rule comes to by itself, wherever it stands. */
export function findings(rule: Rule, told: Told): Map<string, Finding> {
  const found = new Map<string, Finding>();
  combine(rule, (criterion) => {
    const own = judgeCriterion(criterion, told);
    found.set(criterion.id, own);
    return own;
  });
  return found;
}

type Reach = { lowest: number; highest: number; pass: number };

/** The reach of every points test of the rule, in the order of the document, an outer one before those within it. */
function reaches(rule: Rule, ask: Asking): Reach[] {
  const within = (rules: readonly Rule[]) => rules.flatMap((inner) => reaches(inner, ask));
  if ('all' in rule) return within(rule.all);
  if ('any' in rule) return within(rule.any);
  if ('none' in rule) return within(rule.none);
  if ('atLeast' in rule) return within(rule.of);
  if (!('points' in rule)) return [];
  const totals = totalsOf(rule.points, ask).map(written);
  const own = { lowest: Math.min(...totals), highest: Math.max(...totals), pass: rule.points.pass };
  return [own, ...within(rule.points.items.map(({ when }) => when))];
}

/** The implied criterion `origin`, or undefined where whoever asks may come from anywhere. */
function judgeOrigin({ origins, exceptOrigins = [] }: Pathway, { nationalities }: Profile): Finding | undefined {
  if (origins === 'any' && exceptOrigins.length === 0) return undefined;
  if (nationalities === undefined) return 'unknown';
  const isListed = origins === 'any' || nationalities.some((own) => origins.includes(own));
  return finding(isListed && !nationalities.some((own) => exceptOrigins.includes(own)));
}

function isInEffect({ effective: { from, to } }: Pathway, on: string): boolean {
  return from <= on && (to === undefined || to === null || on <= to);
}

const verdicts = { met: 'eligible', unknown: 'possible', unmet: 'ineligible' } as const;

export type Judgement = {
  verdict: (typeof verdicts)[Finding] | null;
  findings: Map<string, Finding>;
  points: Reach[];
};

/** The verdict on a pathway for a person on a day (`YYYY-MM-DD`), null where the pathway is not in effect that day. */
export function verdictOn(pathway: Pathway, profile: Profile, on: string): Judgement {
  const rule = pathway.eligibility;
  const found = findings(rule, { profile, on, destination: pathway.destination, pathway: pathway.id });
  const ask = ({ id }: Criterion): Finding => found.get(id) ?? 'unknown';
  const origin = judgeOrigin(pathway, profile);
  const overall = worst([combine(rule, ask), origin ?? 'met']);
  return {
    verdict: isInEffect(pathway, on) ? verdicts[overall] : null,
    findings: new Map([...(origin === undefined ? [] : [['origin', origin] as const]), ...found]),
    points: reaches(rule, ask),
  };
}
