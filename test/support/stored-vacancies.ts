import type { Vacancy } from '../../app/domain/documents/index.ts';
import { readRequirements } from '../../app/use-cases/matching/read-requirements.ts';
import type { Db } from '../../db/client.server.ts';
import { documentHash } from '../../db/document-hash.ts';
import { upsertVacancies } from '../../db/queries/vacancy.ts';

const BATCH = 2_000;

/** Publishes vacancies as they are, asked by nobody whether they fit their pathways, which have to be there. */
export async function storeVacancies(db: Db, vacancies: readonly Vacancy[]): Promise<void> {
  for (let at = 0; at < vacancies.length; at += BATCH)
    await db.transaction().execute(async (trx) => {
      const batch = vacancies.slice(at, at + BATCH);
      const rows = await trx
        .insertInto('document_version')
        .values(
          batch.map((vacancy) => ({
            ...({ type: 'vacancy', document_id: vacancy.id, version: 1, body: JSON.stringify(vacancy) } as const),
            ...{ hash: documentHash(vacancy), recorded_by: 'test' },
          })),
        )
        .returning(['id', 'document_id'])
        .execute();
      const records = new Map(rows.map(({ id, document_id }) => [document_id, id]));
      await upsertVacancies(
        trx,
        batch.map((vacancy) => ({ vacancy, record: records.get(vacancy.id) ?? 0, stage: 'published', flags: [] })),
      );
      await readRequirements(trx, { vacancies: batch.map(({ id }) => id), pathways: [] });
    });
}
