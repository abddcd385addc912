import type { Writer } from '../../../db/client.server.ts';
import { todayOf } from '../../../db/queries/today.ts';
import { holdersAmong } from '../../../db/queries/vacancy-hold.ts';
import type { Vacancy } from '../../domain/documents/index.ts';
import type { Who } from '../../domain/people/who.ts';
import { problemOf } from '../../domain/vacancy/flaw.ts';
import { holdPlaces } from '../vacancy/hold-places.ts';
import type { CheckedFile } from './check-entries.ts';
import type { Plan } from './record.ts';
import type { ImportProblem } from './report.ts';

/**
 * Those whose places are held here: what an employer publishes. An administrator's import is of what was published elsewhere and holds
 * nothing, but over a vacancy that holds places already, whose hold follows.
 */
async function holding<V extends { vacancy: Vacancy }>(trx: Writer, vacancies: readonly V[], who: Who) {
  if ('role' in who && who.role === 'employer') return vacancies;
  const ids = vacancies.map(({ vacancy: { id } }) => id);
  const holders = ids.length === 0 ? new Set() : await holdersAmong(trx, ids);
  return vacancies.filter(({ vacancy: { id } }) => holders.has(id));
}

/** Has the vacancies of a file hold their places in quotas; a problem for each that finds too few. */
export async function unheld(
  trx: Writer,
  { name }: CheckedFile,
  { planned }: Plan,
  who: Who,
): Promise<ImportProblem[]> {
  const brought = planned.flatMap(({ checked: { place, document } }) =>
    document.type === 'vacancy' ? [{ place, vacancy: document }] : [],
  );
  const vacancies = await holding(trx, brought, who);
  if (vacancies.length === 0) return [];
  const flaws = await holdPlaces(
    { trx, who, on: await todayOf(trx) },
    vacancies.map(({ vacancy }) => vacancy),
  );
  return vacancies.flatMap(({ place, vacancy: { type, id } }) => {
    const flaw = flaws.get(id);
    return flaw ? [{ file: name, ...place, type, id, ...problemOf(flaw) }] : [];
  });
}
