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

/** A table that begins to come in. */
export async function insertUpload(
  trx: Writer,
  { who, organisation, name }: { who: Who; organisation: string; name: string },
): Promise<string> {
  const { id } = await trx
    .insertInto('vacancy_upload')
    .values({ organisation, who: JSON.stringify(who), name, lines: 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertPiece(trx: Writer, upload: string, place: number, bytes: Buffer): Promise<void> {
  await trx.insertInto('vacancy_upload_piece').values({ upload, place, bytes }).execute();
}

/** Says that all of it is there. */
export async function setArrived(trx: Writer, id: string, lines: number): Promise<void> {
  await trx.updateTable('vacancy_upload').set({ lines, arrived_at: sql<Date>`now()` }).where('id', '=', id).execute();
}

export async function deleteUpload(trx: Writer, id: string): Promise<void> {
  await trx.deleteFrom('vacancy_upload').where('id', '=', id).execute();
}

/** A table that is still to be recorded, for the job. */
export const findUnrecorded = (
  db: Reader,
  id: string,
): Promise<{ organisation: string; who: Who; name: string } | undefined> =>
  db
    .selectFrom('vacancy_upload')
    .select(['organisation', 'who', 'name'])
    .where('id', '=', id)
    .where('arrived_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

/** What the table says, piece by piece. */
export async function* piecesOf(db: Reader, upload: string): AsyncGenerator<Uint8Array> {
  for (let place = 0; ; place++) {
    const piece = await db
      .selectFrom('vacancy_upload_piece')
      .select('bytes')
      .where('upload', '=', upload)
      .where('place', '=', place)
      .executeTakeFirst();
    if (!piece) return;
    yield piece.bytes;
  }
}

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
  db: Pick<Db, 'updateTable' | 'deleteFrom'>,
  id: string,
  { status, report }: { status: 'done' | 'refused' | 'failed'; report: UploadReport | null },
): Promise<void> {
  await db
    .updateTable('vacancy_upload')
    .set({ status, report: report && JSON.stringify(report), ended_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  await db.deleteFrom('vacancy_upload_piece').where('upload', '=', id).execute();
}

/** Forgets what became of tables some time ago, and those that broke off on their way in. */
export async function deleteOldUploads(db: Pick<Db, 'deleteFrom'>, after: { days: number; hours: number }) {
  await db
    .deleteFrom('vacancy_upload')
    .where((where) =>
      where.or([
        where('created_at', '<', sql<Date>`now() - make_interval(days => ${after.days})`),
        where.and([
          where('arrived_at', 'is', null),
          where('created_at', '<', sql<Date>`now() - make_interval(hours => ${after.hours})`),
        ]),
      ]),
    )
    .execute();
}
