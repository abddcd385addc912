import { type SqlBool, sql } from 'kysely';
import type { Reader } from '../client.server.ts';
import { standing } from './edition.ts';

/** How many published vacancies of each pathway have places and may still be applied for on a day; none: not in the map. */
export async function countOpenVacancies(
  db: Reader,
  on: string,
  pathways: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom(standing(db, 'vacancy', on, undefined).select(['body']).as('vacancy'))
    .select(({ fn }) => [sql<string>`body->>'pathway'`.as('pathway'), fn.countAll<string>().as('count')])
    .where(sql<SqlBool>`body->>'pathway' = any(${[...pathways]})`)
    .where(sql<SqlBool>`coalesce(body->>'applyBy' >= ${on}, true)`)
    .where(sql<SqlBool>`(body->>'places')::numeric > 0`)
    .groupBy('pathway')
    .execute();
  return new Map(rows.map(({ pathway, count }) => [pathway, Number(count)]));
}
