import { sql } from 'kysely';
import type { Text } from '../../app/domain/documents/index.ts';
import type { PlacesNews, QuotaLevel } from '../../app/domain/quota/level.ts';
import type { Reader, Writer } from '../client.server.ts';
import { counted } from './quota.ts';

/** A quota whose places count as its pathway's, and the level that its followers know. */
export type Watched = {
  quota: string;
  pathway: string;
  label: Text | null;
  places: number;
  remaining: number;
  known: QuotaLevel | null;
};

/** The quotas that count on a day, in the order of ids. */
export async function watchedQuotas(db: Reader, on: string): Promise<Watched[]> {
  const { rows } = await sql<Watched>`
    select quota.id as quota, quota.pathway, version.body -> 'label' as label, quota.places,
      quota.places - quota.allocated as remaining, quota_level.level as known
    from quota join document_version version on version.id = quota.version_id
    left join quota_level on quota_level.quota = quota.id
    where ${counted(sql`${on}`)}
    order by quota.id`.execute(db);
  return rows;
}

export type Turn = { quota: string; level: QuotaLevel; news: PlacesNews | null };

const NEXT_RECORD = sql<number>`nextval(pg_get_serial_sequence('document_version', 'id'))`;

/** Writes down a quota's level, and what is told of it with a number after all that was recorded before. */
export async function moveLevel(trx: Writer, { quota, level, news }: Turn): Promise<void> {
  const values = { level, since: sql<Date>`now()`, news, record: news === null ? null : NEXT_RECORD };
  await trx
    .insertInto('quota_level')
    .values({ quota, ...values })
    .onConflict((conflict) => conflict.column('quota').doUpdateSet(values))
    .execute();
}
