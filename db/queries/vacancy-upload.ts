import { sql } from 'kysely';
import type { Who } from '../../app/domain/people/who.ts';
import type { Db, Reader, Writer } from '../client.server.ts';
import type { UploadReport, UploadStatus } from '../schema/vacancy.ts';

/** How far a table is. */
export type Upload = {
  id: string;
  name: string;
  lines: number;
  read: number;
  status: UploadStatus;
  report: UploadReport | null;
};

export const findUpload = (db: Reader, id: string): Promise<Upload | undefined> =>
  db
    .selectFrom('vacancy_upload')
    .select(['id', 'name', 'lines', 'read', 'status', 'report'])
    .where('id', '=', id)
    .executeTakeFirst();

export async function insertUpload(
  trx: Writer,
  {
    who,
    organisation,
    name,
    content,
    lines,
  }: { who: Who; organisation: string; name: string; content: Buffer; lines: number },
): Promise<string> {
  const { id } = await trx
    .insertInto('vacancy_upload')
    .values({ organisation, who: JSON.stringify(who), name, content, lines })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A table that is still to be recorded, for the job. */
export const findContent = (
  db: Reader,
  id: string,
): Promise<{ organisation: string; who: Who; name: string; content: Buffer | null } | undefined> =>
  db
    .selectFrom('vacancy_upload')
    .select(['organisation', 'who', 'name', 'content'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

/** Says how many rows were read; once all are, they are being recorded. */
export async function setRead(db: Pick<Db, 'updateTable'>, id: string, read: number, all: boolean): Promise<void> {
  await db
    .updateTable('vacancy_upload')
    .set({ read, status: all ? 'recording' : 'reading' })
    .where('id', '=', id)
    .execute();
}

/** Says what became of it; the table itself is kept no longer. */
export async function endUpload(
  db: Pick<Db, 'updateTable'>,
  id: string,
  { status, report }: { status: 'done' | 'refused' | 'failed'; report: UploadReport | null },
): Promise<void> {
  await db
    .updateTable('vacancy_upload')
    .set({ status, report: report && JSON.stringify(report), content: null, ended_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Forgets what became of tables some time ago. */
export async function deleteOldUploads(db: Pick<Db, 'deleteFrom'>, days: number): Promise<void> {
  await db
    .deleteFrom('vacancy_upload')
    .where('created_at', '<', sql<Date>`now() - make_interval(days => ${days})`)
    .execute();
}
