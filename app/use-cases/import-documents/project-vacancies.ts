import { type SqlBool, sql } from 'kysely';
import type { Writer } from '../../../db/client.server.ts';
import { upsertVacancies } from '../../../db/queries/vacancy.ts';
import type { Vacancy } from '../../domain/documents/index.ts';
import type { Who } from '../../domain/people/who.ts';
import { hasToBeLookedAt, suspicionsOf } from '../../domain/vacancy/suspicious.ts';

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
  const verifying = isEmployer(who)
    ? await verifyingAmong(trx, [...new Set(recorded.map(({ vacancy }) => vacancy.pathway))])
    : new Set<string>();
  await upsertVacancies(
    trx,
    recorded.map((one) => ({
      ...{ ...one, flags: suspicionsOf(one.vacancy).filter(hasToBeLookedAt) },
      stage: verifying.has(one.vacancy.pathway) ? 'submitted' : 'published',
    })),
  );
}
