import type { Writer } from '../../../db/client.server.ts';
import { todayOf } from '../../../db/queries/today.ts';
import type { Who } from '../../domain/people/who.ts';
import { problemOf } from '../../domain/vacancy/flaw.ts';
import { holdPlaces } from '../vacancy/hold-places.ts';
import type { CheckedFile } from './check-entries.ts';
import type { Plan } from './record.ts';
import type { ImportProblem } from './report.ts';

/**
 * What an employer publishes holds its places in a quota; a problem for each vacancy that finds too few. An operator's import is of what
 * was published elsewhere, and holds nothing here.
 */
export async function unheld(
  trx: Writer,
  { name }: CheckedFile,
  { planned }: Plan,
  who: Who,
): Promise<ImportProblem[]> {
  if (!('role' in who) || who.role !== 'employer') return [];
  const vacancies = planned.flatMap(({ checked: { place, document } }) =>
    document.type === 'vacancy' ? [{ place, vacancy: document }] : [],
  );
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
