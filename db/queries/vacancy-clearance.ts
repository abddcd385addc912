import { type SqlBool, sql } from 'kysely';
import type { Clearance } from '../../app/domain/vacancy/marks.ts';
import type { Reader, Writer } from '../client.server.ts';

/** What officers cleared of these vacancies; those of which they cleared nothing are not in the map. */
export async function clearancesOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Clearance>> {
  const rows = await db
    .selectFrom('vacancy')
    .select(['id', 'cleared'])
    .where(sql<SqlBool>`id = any(${[...ids]})`)
    .where('cleared', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ id, cleared }) => (cleared === null ? [] : [[id, cleared] as const])));
}

/** Writes down in what of a vacancy an officer found nothing wrong. */
export async function setClearance(trx: Writer, id: string, clearance: Clearance): Promise<void> {
  await trx
    .updateTable('vacancy')
    .set({ cleared: JSON.stringify(clearance) })
    .where('id', '=', id)
    .execute();
}
