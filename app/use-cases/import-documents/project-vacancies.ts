import { type SqlBool, sql } from 'kysely';
import type { Writer } from '../../../db/client.server.ts';
import { pathwayEditions } from '../../../db/queries/pathway.ts';
import { todayOf } from '../../../db/queries/today.ts';
import { upsertVacancies } from '../../../db/queries/vacancy.ts';
import type { Vacancy } from '../../domain/documents/index.ts';
import type { Who } from '../../domain/people/who.ts';
import { flawsNow } from '../../domain/vacancy/flaws-now.ts';
import { marksOf } from '../../domain/vacancy/marks.ts';

/** Those of the pathways, as they were published last, under which an officer of the destination looks at every vacancy. */
async function verifyingAmong(trx: Writer, pathways: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('edition')
    .distinctOn('document_id')
    .select(['document_id as id', sql<boolean>`body -> 'vacancies' ->> 'verifiedBy' = 'destination'`.as('verifies')])
    .where('type', '=', 'pathway')
    .where(sql<SqlBool>`document_id = any(${[...pathways]})`)
    .orderBy('document_id')
    .orderBy('place', 'desc')
    .execute();
  return new Set(rows.flatMap(({ id, verifies }) => (verifies ? [id] : [])));
}

const isEmployer = (who: Who) => 'role' in who && who.role === 'employer';

/** Brings the table of vacancies to recorded versions. What an employer writes under some pathways waits for an officer. */
export async function projectVacancies(
  trx: Writer,
  recorded: readonly { vacancy: Vacancy; record: number }[],
  who: Who,
): Promise<void> {
  const pathways = [...new Set(recorded.map(({ vacancy }) => vacancy.pathway))];
  const verifying = isEmployer(who) ? await verifyingAmong(trx, pathways) : new Set<string>();
  const editions = await pathwayEditions(trx, pathways);
  const on = await todayOf(trx);
  await upsertVacancies(
    trx,
    recorded.map(({ vacancy, record }) => ({
      ...{ vacancy, record, marks: marksOf(flawsNow(vacancy, editions.get(vacancy.pathway) ?? [], on)) },
      stage: verifying.has(vacancy.pathway) ? 'submitted' : 'published',
    })),
  );
}
