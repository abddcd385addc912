import type { Writer } from '../../../db/client.server.ts';
import { pathwayEditions } from '../../../db/queries/pathway.ts';
import { todayOf } from '../../../db/queries/today.ts';
import { filledPlaces } from '../../../db/queries/vacancy.ts';
import type { Pathway, Vacancy } from '../../domain/documents/index.ts';
import { grouped } from '../../domain/grouped.ts';
import { type Flaw, problemOf } from '../../domain/vacancy/flaw.ts';
import { flawsNow } from '../../domain/vacancy/flaws-now.ts';
import { hides } from '../../domain/vacancy/marks.ts';
import type { Checked } from './check-entries.ts';
import type { Told } from './report.ts';

type Report = (checked: Checked, told: Told) => void;

/** The editions of pathways as this file leaves them, the one published last at the end. */
async function editionsOf(
  trx: Writer,
  ids: readonly string[],
  brought: readonly Pathway[],
): Promise<Map<string, Pathway[]>> {
  const recorded = [...(await pathwayEditions(trx, ids)).values()].flat();
  const isReplaced = ({ id, effective }: Pathway) =>
    brought.some((one) => one.id === id && one.effective.from === effective.from);
  return grouped([...recorded.filter((one) => !isReplaced(one)), ...brought], ({ id }) => id);
}

/** Whoever publishes a vacancy is told as well that nobody will find it. */
function warningOf(flaw: Flaw): Told {
  const { message, ...where } = problemOf(flaw);
  return { ...where, message: hides(flaw) ? `${message}; it is offered to nobody until that is settled` : message };
}

/** Each vacancy has to fit its pathway; what cannot be judged is flagged. */
export async function checkVacancies(
  trx: Writer,
  documents: readonly Checked[],
  { report, flag }: { report: Report; flag: Report },
): Promise<void> {
  const vacancies = documents.flatMap((checked): { checked: Checked; vacancy: Vacancy }[] =>
    checked.document.type === 'vacancy' ? [{ checked, vacancy: checked.document }] : [],
  );
  if (vacancies.length === 0) return;
  const ids = [...new Set(vacancies.map(({ vacancy }) => vacancy.pathway))];
  const brought = documents.flatMap(({ document }) => (document.type === 'pathway' ? [document] : []));
  const editions = await editionsOf(trx, ids, brought);
  const today = await todayOf(trx);
  const filled = await filledPlaces(
    trx,
    vacancies.map(({ vacancy }) => vacancy.id),
  );
  for (const { checked, vacancy } of vacancies) {
    const taken = filled.get(vacancy.id) ?? 0;
    if (vacancy.places < taken)
      report(checked, problemOf({ path: '/places', why: 'fewer-than-filled', filled: taken }));
    for (const flaw of flawsNow(vacancy, editions.get(vacancy.pathway) ?? [], today)) {
      if (flaw.flag) flag(checked, warningOf(flaw));
      else report(checked, problemOf(flaw));
    }
  }
}
