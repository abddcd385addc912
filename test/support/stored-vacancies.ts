import type { Vacancy } from '../../app/domain/documents/index.ts';
import { publishUnasked } from '../../app/use-cases/vacancy/publish-unasked.ts';
import type { Db } from '../../db/client.server.ts';

const BATCH = 2_000;

/** Publishes vacancies as they are, asked by nobody whether they fit their pathways, which have to be there. */
export async function storeVacancies(db: Db, vacancies: readonly Vacancy[]): Promise<void> {
  for (let at = 0; at < vacancies.length; at += BATCH)
    await db
      .transaction()
      .execute((trx) => publishUnasked(trx, vacancies.slice(at, at + BATCH), { by: 'test', example: false }));
}
