import type { Pathway } from '../documents/index.ts';
import type { PathwayCriterion } from '../eligibility/evaluate.ts';
import { keyOf } from '../rule/ask.ts';
import { criteriaOf } from '../rule/walk.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { type PlacedRule, type RequiringVacancy, rulesOf, settledBy } from './match.ts';

/** What settles a requirement beyond the vacancy's own rule: what each criterion on the offer comes to. */
function settlements(vacancy: RequiringVacancy, rules: readonly PlacedRule[]): string[] {
  const settled = settledBy(vacancy);
  const found = rules.flatMap(({ rule, place }) =>
    criteriaOf<PathwayCriterion>(rule).flatMap((criterion) => {
      const finding = settled(criterion, place);
      return finding === undefined || criterion.fact === 'origin' ? [] : [`${keyOf(criterion, place)} ${finding}`];
    }),
  );
  return [...new Set(found)].sort();
}

/** A vacancy as far as what it requires turns on it, to stand for all that require the same. */
export function requiringOf(vacancy: RequiringVacancy): RequiringVacancy {
  const { pathway, destination, occupation, wage, hoursPerWeek, contractMonths, requires } = vacancy;
  return {
    ...{ pathway, destination, occupation, wage, contractMonths },
    ...(hoursPerWeek !== undefined && { hoursPerWeek }),
    ...(requires && { requires }),
  };
}

/**
 * What two vacancies have in common that require the same of everybody on every day, as text. `editions`: all of their pathway's, as what
 * each of them asks of an offer may tell the two apart.
 */
export function requirementOf(vacancy: RequiringVacancy, editions: readonly Pathway[]): string {
  const { pathway, destination, requires } = vacancy;
  const rules = editions.flatMap((edition) => rulesOf(edition, vacancy));
  return canonicalJson({ pathway, destination, requires: requires ?? null, settled: settlements(vacancy, rules) });
}
