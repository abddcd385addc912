import type { Pathway } from '../documents/index.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { type RequiringVacancy, rulesOf, settledBy, settlementsOf } from './match.ts';

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
  const settled = settledBy(vacancy);
  const settlements = editions.flatMap((edition) =>
    rulesOf(edition, vacancy).flatMap((rule) => settlementsOf(rule, settled)),
  );
  return canonicalJson({
    ...{ pathway, destination, requires: requires ?? null },
    settled: [...new Set(settlements)].sort(),
  });
}
