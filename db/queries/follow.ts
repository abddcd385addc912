import { sql } from 'kysely';
import type { PlacesNews } from '../../app/domain/quota/level.ts';
import type { Reader, Writer } from '../client.server.ts';

/**
 * What is recorded by now, and told of places. Pathways, quotas and such news are written by one at a time, so that no lower number comes
 * to light later.
 */
const latest = sql<number>`(select greatest(
  (select max(id) from document_version where type in ('pathway', 'quota')), (select max(record) from quota_level), 0
))`;

/** Whether it is followed only from now on. */
export async function insertFollow(trx: Writer, account: string, pathway: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('follow')
    .values({ account, pathway, seen: latest })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whether it was followed. */
export async function deleteFollow(trx: Writer, account: string, pathway: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('follow')
    .where('account', '=', account)
    .where('pathway', '=', pathway)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Everything that was recorded up to `until` counts as seen: what came while somebody read the list does not. */
export async function markSeen(trx: Writer, account: string, until: number): Promise<void> {
  await trx
    .updateTable('follow')
    .set({ seen: until })
    .where('account', '=', account)
    .where('seen', '<', until)
    .where(sql<boolean>`${until} <= ${latest}`)
    .execute();
}

export const listFollows = (db: Reader, account: string) =>
  db
    .selectFrom('follow')
    .select(['pathway', 'followed_at as followedAt'])
    .where('account', '=', account)
    .orderBy('followed_at')
    .orderBy('pathway')
    .execute();

/** What a follower has not seen: a version of the pathway or of one of its quotas, or that the places of one opened, run low or are gone. */
export type News = {
  record: number;
  pathway: string;
  type: 'pathway' | 'quota' | PlacesNews;
  id: string;
  recordedAt: Date;
};

/** What was recorded of the pathways that somebody follows since they last saw it, the newest first. */
export async function listNews(db: Reader, account: string): Promise<News[]> {
  const { rows } = await sql<News>`
    select version.id as record, follow.pathway, version.type, version.document_id as id, version.recorded_at as "recordedAt"
    from follow
    join document_version version on version.id > follow.seen and (
      version.type = 'pathway' and version.document_id = follow.pathway
      or version.type = 'quota' and version.document_id in (select quota.id from quota where quota.pathway = follow.pathway)
    )
    where follow.account = ${account}
    union all
    select level.record, follow.pathway, level.news, level.quota, level.since
    from follow join quota on quota.pathway = follow.pathway
    join quota_level level on level.quota = quota.id and level.record > follow.seen
    where follow.account = ${account}
    order by record desc
    limit 500`.execute(db);
  return rows;
}

/** By which e-mail address each follower of any of these pathways is told, and in which language; read by jobs alone. */
export async function listFollowers(
  db: Reader,
  pathways: readonly string[],
): Promise<{ to: { kind: 'email'; address: string }; locale: string }[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('account_address as a', 'a.account', 'account.id')
    .distinctOn('account.id')
    .select(['a.address', 'account.locale'])
    .where('a.kind', '=', 'email')
    .where('a.usable_from', '<=', sql<Date>`now()`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('follow')
          .select('follow.pathway')
          .whereRef('follow.account', '=', 'account.id')
          .where(sql<boolean>`follow.pathway = any(${[...pathways]})`),
      ),
    )
    .orderBy('account.id')
    .orderBy('a.usable_from')
    .execute();
  return rows.map(({ address, locale }) => ({ to: { kind: 'email', address }, locale }));
}
