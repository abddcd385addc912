import { type SqlBool, sql } from 'kysely';
import type { Pathway } from '../../app/domain/documents/index.ts';
import { grouped } from '../../app/domain/grouped.ts';
import type { Reader } from '../client.server.ts';
import { type Edition, findEdition, listEditions, listRecorded, listRecords } from './edition.ts';

export { listVersions } from './edition.ts';

/** The pathway on a day, or the edition published last marked `notInEffect`; undefined where there never was one. */
export const findPathway = (db: Reader, id: string, on: string): Promise<Edition<Pathway> | undefined> =>
  findEdition(db, 'pathway', id, on);

/** Pathways on a day, in the order of ids; `ids` absent: all. */
export const listPathways = (db: Reader, on: string, ids?: readonly string[]): Promise<Edition<Pathway>[]> =>
  listEditions(db, 'pathway', on, ids);

/** Where each pathway that `listPathways` gives is recorded. */
export const listPathwayRecords = (db: Reader, on: string, ids?: readonly string[]) =>
  listRecords(db, 'pathway', on, ids);

/** The pathways that are recorded there. */
export const listRecordedPathways = (db: Reader, records: readonly number[]) => listRecorded(db, 'pathway', records);

export async function listPathwayIds(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('document_version')
    .select('document_id as id')
    .where('type', '=', 'pathway')
    .where('version', '=', 1)
    .orderBy('document_id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The editions of each of these pathways, the one published last at the end; of one that there never was, nothing. */
export async function pathwayEditions(db: Reader, ids: readonly string[]): Promise<Map<string, Pathway[]>> {
  const rows = await db
    .selectFrom('edition')
    .select('body')
    .where('type', '=', 'pathway')
    .where(sql<SqlBool>`document_id = any(${[...ids]})`)
    .orderBy('place')
    .execute();
  return grouped(
    rows.flatMap(({ body }) => (body.type === 'pathway' ? [body] : [])),
    ({ id }) => id,
  );
}
