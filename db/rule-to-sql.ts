import { sql } from 'kysely';
import type { Pathway, PersonRule, RuleOver } from '../app/domain/documents/index.ts';
import { type PathwayCriterion, ruleOf } from '../app/domain/eligibility/evaluate.ts';
import { isInEffect } from '../app/domain/eligibility/in-effect.ts';
import { type RequiringVacancy, rulesOf, settledBy } from '../app/domain/matching/match.ts';
import type { Finding } from '../app/domain/rule/finding.ts';
import { isCriterion } from '../app/domain/rule/rule.ts';
import type { Asking } from './rule-sql/asking.ts';
import { not, type SqlFinding } from './rule-sql/comparison.ts';
import { atLeast, costOf, type Part, points } from './rule-sql/counted.ts';
import { criterionToSql } from './rule-sql/facts.ts';

type AnyRule = RuleOver<PathwayCriterion>;

const constant = (value: boolean): SqlFinding => sql`${sql.lit(value)}`;

/** The cheap ones first: SQL, like us, stops at the first that settles it. */
function joined(parts: readonly Part[], by: 'and' | 'or'): Part {
  const findings = [...parts].sort((a, b) => a.cost - b.cost).map(({ finding }) => finding);
  return {
    finding: findings.length === 0 ? constant(by === 'and') : sql`(${sql.join(findings, sql` ${sql.raw(by)} `)})`,
    cost: costOf(parts),
  };
}

/** Facts that go through a list of things told, measured against those that look at a column. */
const COSTS: Partial<Record<PathwayCriterion['fact'], number>> = {
  experience: 10,
  stay: 10,
  test: 6,
  participation: 6,
  overstay: 6,
  training: 2,
  declared: 2,
};

/** What is known of a criterion whoever the row is of: 0 costs nothing to look at first. */
const KNOWN = { met: 'true', unmet: 'false', unknown: 'null::boolean' } as const satisfies Record<Finding, string>;

function criterionPart(criterion: PathwayCriterion, { settled, ...asking }: Asking): Part {
  const known = settled?.(criterion, asking);
  if (known !== undefined) return { finding: sql`${sql.raw(KNOWN[known])}`, cost: 0 };
  return { finding: criterionToSql(criterion, asking), cost: COSTS[criterion.fact] ?? 1 };
}

function partOf(rule: AnyRule, asking: Asking): Part {
  const each = (rules: readonly AnyRule[]) => rules.map((one) => partOf(one, asking));
  if (isCriterion(rule)) return criterionPart(rule, asking);
  if ('all' in rule) return joined(each(rule.all), 'and');
  if ('any' in rule) return joined(each(rule.any), 'or');
  if ('none' in rule) {
    const { finding, cost } = joined(each(rule.none), 'or');
    return { finding: not(finding), cost };
  }
  if ('atLeast' in rule) return atLeast(rule.atLeast, each(rule.of));
  return points(rule.points, each(rule.points.items.map(({ when }) => when)));
}

/** A rule as an expression over the rows of `profile_facts`: true is met, false unmet, null unknown. */
export const ruleToSql = (rule: PersonRule, asking: Asking): SqlFinding => partOf(rule, asking).finding;

/** The rules of a pathway, the implied one among them; undefined on a day on which it is not in effect, as nobody has a verdict then. */
export function pathwayToSql(pathway: Pathway, on: string): SqlFinding | undefined {
  if (!isInEffect(pathway, on)) return undefined;
  return partOf(ruleOf(pathway), { destination: pathway.destination, pathway: pathway.id, on }).finding;
}

/** What a vacancy requires, the rules of its pathway among it, were it the offer of whoever the row is of; undefined likewise. */
export function matchToSql(pathway: Pathway, vacancy: RequiringVacancy, on: string): SqlFinding | undefined {
  if (!isInEffect(pathway, on)) return undefined;
  const settled = settledBy(vacancy);
  const parts = rulesOf(pathway, vacancy).map(({ rule, place }) => partOf(rule, { ...place, on, settled }));
  return joined(parts, 'and').finding;
}
