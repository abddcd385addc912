import type { Writer } from '../../../db/client.server.ts';
import { documentHash } from '../../../db/document-hash.ts';
import { upsertVacancies } from '../../../db/queries/vacancy.ts';
import type { Vacancy } from '../../domain/documents/index.ts';
import { readRequirements } from '../matching/read-requirements.ts';

/**
 * Publishes new vacancies that somebody made up, holding no places: nobody asks whether they fit their pathways, which have to be there.
 * Search is not told.
 */
export async function publishUnasked(
  trx: Writer,
  vacancies: readonly Vacancy[],
  { by, example }: { by: string; example: boolean },
): Promise<void> {
  if (vacancies.length === 0) return;
  const rows = await trx
    .insertInto('document_version')
    .values(
      vacancies.map((vacancy) => ({
        ...({ type: 'vacancy', document_id: vacancy.id, version: 1, body: JSON.stringify(vacancy) } as const),
        ...{ hash: documentHash(vacancy), recorded_by: by },
      })),
    )
    .returning(['id', 'document_id'])
    .execute();
  const records = new Map(rows.map(({ id, document_id }) => [document_id, id]));
  await upsertVacancies(
    trx,
    vacancies.map((vacancy) => ({
      ...{ vacancy, record: records.get(vacancy.id) ?? 0, marks: { flags: [], remarks: [] }, example },
      stage: 'published',
    })),
  );
  await readRequirements(trx, { vacancies: vacancies.map(({ id }) => id), pathways: [] });
}
