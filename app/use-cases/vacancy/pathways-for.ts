import type { Reader } from '../../../db/client.server.ts';
import { listPathways } from '../../../db/queries/pathway.ts';
import type { Pathway, VacancyDraft } from '../../domain/documents/index.ts';
import { flawsUnder } from '../../domain/vacancy/fit-pathway.ts';

/** A pathway that is closed or suspended takes nobody on. */
const isTaking = ({ status }: Pathway): boolean => status === 'open' || status === 'announced';

/** The pathways, in effect on a day, under which such work may be offered there. */
export async function pathwaysFor(
  db: Reader,
  { occupation, sector, destination }: VacancyDraft,
  on: string,
): Promise<Pathway[]> {
  const work: VacancyDraft = { occupation, sector, destination };
  const pathways = await listPathways(db, on);
  return pathways
    .filter(({ notInEffect }) => !notInEffect)
    .map(({ document }) => document)
    .filter((pathway) => pathway.destination === destination && isTaking(pathway))
    .filter((pathway) => flawsUnder(work, [pathway], on).every(({ flag }) => flag));
}
