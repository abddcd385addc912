import type { Pathway, Profile, Vacancy } from '../../../app/domain/documents/index.ts';
import type { Finding } from '../../../app/domain/rule/finding.ts';
import { judge, verdictOn } from './interpreter.ts';

const WORSE = { eligible: 0, possible: 1, ineligible: 2 } as const;
const VERDICT = { met: 'eligible', unknown: 'possible', unmet: 'ineligible' } as const satisfies Record<
  Finding,
  string
>;

/** The profile whose offer is the vacancy: each term of it that is stated. */
function takerOf(vacancy: Vacancy, { offer: _, ...told }: Profile): Profile {
  const { destination, occupation, wage, hoursPerWeek, contractMonths } = vacancy;
  const terms = { destination, occupation, wage, months: contractMonths };
  return { ...told, offer: { ...terms, ...(hoursPerWeek !== undefined && { hoursPerWeek }) } };
}

/** A second reading of «A match» (documents.md), slow and simple on purpose: the worse of two verdicts. */
export function matchOn(pathway: Pathway, vacancy: Vacancy, profile: Profile, on: string): keyof typeof WORSE | null {
  const taker = takerOf(vacancy, profile);
  const { verdict } = verdictOn(pathway, taker, on);
  if (verdict === null || vacancy.requires === undefined) return verdict;
  const { destination, pathway: under } = vacancy;
  const own = VERDICT[judge(vacancy.requires, { profile: taker, on, destination, pathway: under })];
  return WORSE[own] > WORSE[verdict] ? own : verdict;
}
