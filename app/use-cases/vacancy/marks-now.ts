import { documentHash } from '../../../db/document-hash.ts';
import type { Pathway, Vacancy } from '../../domain/documents/index.ts';
import { judgedBy } from '../../domain/vacancy/fit-pathway.ts';
import { isAmong } from '../../domain/vacancy/flaw.ts';
import { flawsNow } from '../../domain/vacancy/flaws-now.ts';
import { type Clearance, type Marks, marksOf, stillCleared } from '../../domain/vacancy/marks.ts';

/** The editions of its pathway by which a vacancy is judged on a day, to be told from what they become. */
export const judgedUnder = (vacancy: Vacancy, editions: readonly Pathway[], on: string): string =>
  documentHash(judgedBy(vacancy, editions, on));

/** What a vacancy is to be marked with on a day, beside what an officer cleared. `editions`: its pathway's. */
export function marksNow(
  vacancy: Vacancy,
  editions: readonly Pathway[],
  on: string,
  clearance: Clearance | undefined,
): Marks {
  const flaws = flawsNow(vacancy, editions, on);
  if (clearance === undefined) return marksOf(flaws);
  const isCleared = isAmong(stillCleared(clearance, judgedUnder(vacancy, editions, on)));
  return marksOf(flaws.filter((flaw) => !isCleared(flaw)));
}
