import type { TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import * as z from 'zod';
import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import {
  endUpload,
  findContent,
  findUpload,
  insertUpload,
  setRead,
  type Upload,
} from '../../../db/queries/vacancy-upload.ts';
import type { UploadReport } from '../../../db/schema/vacancy.ts';
import { importDocuments } from '../import-documents/import-documents.ts';
import type { ImportReport } from '../import-documents/report.ts';
import { projectChanged } from '../project-changed.ts';
import type { Entry } from '../read-documents/entry.ts';
import { readDocuments } from '../read-documents/read-documents.ts';
import type { Employer } from './employer.ts';

/** The job that records a table of vacancies. */
const UPLOAD = 'upload-vacancies';

const Payload = z.object({ upload: z.uuid() });

/** A line of a table is told to whoever waits once in so many. */
const TELL_EVERY = 250;
/** As many problems as anybody mends at once. */
const MOST_PROBLEMS = 1_000;

const NEWLINE = 0x0a;
const linesIn = (content: Uint8Array): number => {
  let lines = 0;
  for (const byte of content) if (byte === NEWLINE) lines += 1;
  return lines;
};

/** Takes a table of vacancies, to be recorded by a job in the name of whoever brought it; the id under which that is followed. */
export const beginUpload = (
  db: Db,
  { who, organisation }: Employer,
  { name, content }: { name: string; content: Buffer },
): Promise<string> =>
  acting(db, who, async (trx) => {
    const id = await insertUpload(trx, { who, organisation, name, content, lines: linesIn(content) });
    await sql`select ask_for_job(${UPLOAD}, ${JSON.stringify({ upload: id })}::json, null, 3)`.execute(trx);
    return id;
  });

/** How far an own table is. */
export const ownUpload = (db: Db, { who }: Employer, id: string): Promise<Upload | undefined> =>
  acting(db, who, (trx) => findUpload(trx, id));

async function* once(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

/** The rows of the table, with a word every so often of how many were read. */
async function* counted(content: Buffer, tell: (read: number, all: boolean) => Promise<void>): AsyncGenerator<Entry> {
  let read = 0;
  for await (const entry of readDocuments(once(content), 'csv')) {
    yield entry;
    read += 1;
    if (read % TELL_EVERY === 0) await tell(read, false);
  }
  await tell(read, true);
}

function reportOf({ created, updated, unchanged, problems }: ImportReport): UploadReport {
  const told = problems.slice(0, MOST_PROBLEMS).map(({ line, path, message, expected }) => ({
    ...{ ...(line !== undefined && { line }), path },
    message: expected === undefined || message.includes(expected) ? message : `${message}: expected ${expected}`,
  }));
  return { created, updated, unchanged, problems: told, more: problems.length - told.length };
}

/** Records a table, all of it or nothing, and says what became of it. What is recorded already is unchanged when it comes again. */
export async function recordUpload(db: Db, id: string): Promise<void> {
  const found = await findContent(db, id);
  if (!found?.content) return;
  const { organisation, who, name, content } = found;
  const tell = (read: number, all: boolean) => setRead(db, id, read, all);
  const file = { name, entries: counted(content, tell) };
  const [report] = await importDocuments(db, [file], { by: organisation, who, onDocuments: projectChanged });
  if (!report) throw new Error('an import of one file gives one report');
  await endUpload(db, id, { status: report.problems.length > 0 ? 'refused' : 'done', report: reportOf(report) });
}

/** The job, for the job runner; where it fails for good, whoever waits is told so. */
export const uploading = (db: Db, log: Pick<Logger, 'error'>): TaskList => ({
  [UPLOAD]: async (payload, { job: { attempts, max_attempts: most } }) => {
    const { upload } = Payload.parse(payload);
    try {
      await recordUpload(db, upload);
    } catch (err) {
      if (attempts < most) throw err;
      log.error({ err, upload }, 'a table of vacancies could not be recorded');
      await endUpload(db, upload, { status: 'failed', report: null });
    }
  },
});
