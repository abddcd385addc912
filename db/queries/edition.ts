import { type SqlBool, sql } from 'kysely';
import type { Reader } from '../client.server.ts';
import type { StoredDocument, StoredType } from '../schema/document-version.ts';

/** A document as it stands on a day, as known now. */
export type Edition<D extends StoredDocument = StoredDocument> = {
  document: D;
  version: number;
  recordedAt: Date;
  recordedBy: string;
  /** No edition covers the day: this is the one published last. */
  notInEffect: boolean;
};

type DocumentOf<T extends StoredType> = Extract<StoredDocument, { type: T }>;

const isType = <T extends StoredType>(document: StoredDocument, type: T): document is DocumentOf<T> =>
  document.type === type;

const isOf =
  <T extends StoredType>(type: T) =>
  (edition: Edition): edition is Edition<DocumentOf<T>> =>
    isType(edition.document, type);

const covers = (on: string) =>
  sql<boolean>`coalesce(effective_from <= ${on}::date, true) and coalesce(effective_to >= ${on}::date, true)`;

/** One version of each document of a type: the edition published last of those in effect on a day, else the one published last of all. */
export const standing = (db: Reader, type: StoredType, on: string, ids: readonly string[] | undefined) =>
  db
    .selectFrom('edition')
    .distinctOn('document_id')
    .where('type', '=', type)
    .$if(ids !== undefined, (query) => query.where(sql<SqlBool>`document_id = any(${[...(ids ?? [])]})`))
    .orderBy('document_id')
    .orderBy(covers(on), 'desc')
    .orderBy('place', 'desc');

/**
 * Each document of a type on a day: the edition published last of those in effect then, as corrected since, or, where none is, the
 * one published last of all, marked so. `ids` absent: every document, in the order of ids.
 */
export async function listEditions<T extends StoredType>(
  db: Reader,
  type: T,
  on: string,
  ids?: readonly string[],
): Promise<Edition<DocumentOf<T>>[]> {
  const rows = await standing(db, type, on, ids)
    .select([
      'body as document',
      'version',
      'recorded_at as recordedAt',
      'recorded_by as recordedBy',
      sql<boolean>`not (${covers(on)})`.as('notInEffect'),
    ])
    .execute();
  return rows.filter(isOf(type));
}

/** Where the documents of `listEditions` are recorded, without the documents: what is recorded there never changes. */
export const listRecords = (db: Reader, type: StoredType, on: string, ids?: readonly string[]) =>
  standing(db, type, on, ids).select(['id as record', 'document_id as id']).execute();

/** The documents of a type that are recorded there. */
export async function listRecorded<T extends StoredType>(
  db: Reader,
  type: T,
  records: readonly number[],
): Promise<{ record: number; document: DocumentOf<T> }[]> {
  const rows = await db
    .selectFrom('document_version')
    .select(['id as record', 'body as document'])
    .where('type', '=', type)
    .where(sql<SqlBool>`id = any(${[...records]}::bigint[])`)
    .execute();
  return rows.flatMap(({ record, document }) => (isType(document, type) ? [{ record, document }] : []));
}

export async function findEdition<T extends StoredType>(
  db: Reader,
  type: T,
  id: string,
  on: string,
): Promise<Edition<DocumentOf<T>> | undefined> {
  const [edition] = await listEditions(db, type, on, [id]);
  return edition;
}

/** One recorded version of a document. */
export type Version = {
  version: number;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  recordedAt: Date;
  recordedBy: string;
  /** The name of the office that recorded it, where it is one of ours. */
  office: string | null;
  why: string | null;
};

/** Every version ever recorded, the newest first. */
export function listVersions(db: Reader, type: StoredType, id: string): Promise<Version[]> {
  return db
    .selectFrom('document_version')
    .leftJoin('organisation', 'organisation.id', 'document_version.recorded_by')
    .select([
      'version',
      'effective_from as effectiveFrom',
      'effective_to as effectiveTo',
      'recorded_at as recordedAt',
      'recorded_by as recordedBy',
      'organisation.name as office',
      'why',
    ])
    .where('type', '=', type)
    .where('document_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
}

/** The number of the last version; 0 where there is none. */
export async function lastVersion(db: Reader, type: StoredType, id: string): Promise<number> {
  const [last] = await listVersions(db, type, id);
  return last?.version ?? 0;
}

/** Where the last version of any of these documents is recorded; 0 where none is. */
export async function lastRecordOf(db: Reader, type: StoredType, ids: readonly string[]): Promise<number> {
  const last = await db
    .selectFrom('document_version')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('type', '=', type)
    .where(sql<SqlBool>`document_id = any(${[...ids]})`)
    .executeTakeFirst();
  return last?.id ?? 0;
}

/** What a document said in some of its versions, by their numbers. */
export async function documentsOfVersions(
  db: Reader,
  type: StoredType,
  id: string,
  versions: readonly number[],
): Promise<Map<number, StoredDocument>> {
  const rows = await db
    .selectFrom('document_version')
    .select(['version', 'body'])
    .where('type', '=', type)
    .where('document_id', '=', id)
    .where(sql<SqlBool>`version = any(${[...versions]}::integer[])`)
    .execute();
  return new Map(rows.map(({ version, body }) => [version, body]));
}

/** What an office recorded, the newest first. */
export const listRecordedBy = (db: Reader, office: string, limit: number) =>
  db
    .selectFrom('document_version')
    .select(['type', 'version', 'recorded_at as recordedAt', 'why', 'body as document'])
    .where('recorded_by', '=', office)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

/** How many documents of each type there are. */
export async function countDocuments(db: Reader): Promise<Record<StoredType, number>> {
  const counts: Record<StoredType, number> = { pathway: 0, procedure: 0, quota: 0, vacancy: 0, 'pathway-test': 0 };
  const rows = await db
    .selectFrom('document_version')
    .select(({ fn }) => ['type', fn.countAll<number>().as('count')])
    .where('version', '=', 1)
    .groupBy('type')
    .execute();
  for (const { type, count } of rows) counts[type] = count;
  return counts;
}

/** Whether anyone but `recorder` ever recorded a document. */
export async function hasDocumentsOfOthers(db: Reader, recorder: string): Promise<boolean> {
  const found = await db
    .selectFrom('document_version')
    .select('id')
    .where('recorded_by', '<>', recorder)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
