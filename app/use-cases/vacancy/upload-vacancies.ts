import type { TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import * as z from 'zod';
import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import {
  deleteUpload,
  endUpload,
  findUnrecorded,
  findUpload,
  insertPiece,
  insertUpload,
  piecesOf,
  setArrived,
  setRead,
  type Upload,
} from '../../../db/queries/vacancy-upload.ts';
import type { LineProblem, UploadReport } from '../../../db/schema/vacancy.ts';
import { importDocuments } from '../import-documents/import-documents.ts';
import type { ImportProblem, ImportReport } from '../import-documents/report.ts';
import { projectChanged } from '../project-changed.ts';
import { type Entry, isProblem } from '../read-documents/entry.ts';
import { readDocuments } from '../read-documents/read-documents.ts';
import type { Employer } from './employer.ts';

/** The job that records a table of vacancies. */
const UPLOAD = 'upload-vacancies';

const Payload = z.object({ upload: z.uuid() });

/** A line of a table is told to whoever waits once in so many. */
const TELL_EVERY = 250;
/** As many problems as anybody mends at once. */
const MOST_PROBLEMS = 1_000;

/** What is written at once of a table that comes in. */
const PIECE_BYTES = 256 * 1024;

/** Chunks as they come, joined to pieces. */
async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE_BYTES) continue;
    yield Buffer.concat(held);
    [held, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(held);
}

const NEWLINE = 0x0a;
function linesIn(content: Uint8Array): number {
  let lines = 0;
  for (const byte of content) if (byte === NEWLINE) lines += 1;
  return lines;
}

/**
 * Takes a table of vacancies as it comes in, to be recorded by a job in the name of whoever brought it; the id under which that is
 * followed, or undefined for an empty one. Each piece is a transaction of its own: a slow network holds no connection.
 */
export async function beginUpload(
  db: Db,
  { who, organisation }: Employer,
  { name, chunks }: { name: string; chunks: AsyncIterable<Uint8Array> },
): Promise<string | undefined> {
  const write = <T>(work: (trx: Writer) => Promise<T>) => acting(db, who, work);
  const id = await write((trx) => insertUpload(trx, { who, organisation, name }));
  let [place, lines] = [0, 0];
  try {
    for await (const piece of pieces(chunks)) {
      await write((trx) => insertPiece(trx, id, place, piece));
      [place, lines] = [place + 1, lines + linesIn(piece)];
    }
    await write(async (trx) => {
      if (place === 0) return deleteUpload(trx, id);
      await setArrived(trx, id, lines);
      await sql`select ask_for_job(${UPLOAD}, ${JSON.stringify({ upload: id })}::json, null, 3)`.execute(trx);
    });
  } catch (error) {
    await write((trx) => deleteUpload(trx, id));
    throw error;
  }
  return place === 0 ? undefined : id;
}

/** How far an own table is. */
export const ownUpload = (db: Db, { who }: Employer, id: string): Promise<Upload | undefined> =>
  acting(db, who, (trx) => findUpload(trx, id));

/** A row that names no employer is of whoever brings it. */
function owned(entry: Entry, employer: string): Entry {
  if (isProblem(entry) || typeof entry.value !== 'object') return entry;
  return { ...entry, value: { employer, ...entry.value } };
}

/** The rows of an employer's table, with a word every so often of how many were read. */
async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  employer: string,
  tell: (read: number, all: boolean) => Promise<void>,
): AsyncGenerator<Entry> {
  let read = 0;
  for await (const entry of readDocuments(chunks, 'csv')) {
    yield owned(entry, employer);
    read += 1;
    if (read % TELL_EVERY === 0) await tell(read, false);
  }
  await tell(read, true);
}

/** Those that a report names, and how many others there are. */
function toldOf(problems: readonly ImportProblem[]): { told: LineProblem[]; more: number } {
  const told = problems.slice(0, MOST_PROBLEMS).map(({ line, path, message, expected, flaw }) => ({
    ...{ ...(line !== undefined && { line }), path, ...(flaw && { flaw }) },
    message: expected === undefined || message.includes(expected) ? message : `${message}: expected ${expected}`,
  }));
  return { told, more: problems.length - told.length };
}

function reportOf({ created, updated, unchanged, problems, warnings }: ImportReport): UploadReport {
  const { told, more } = toldOf(problems);
  return { created, updated, unchanged, problems: told, more, warnings: toldOf(warnings) };
}

/** Records a table, all of it or nothing, and says what became of it. What is recorded already is unchanged when it comes again. */
export async function recordUpload(db: Db, id: string): Promise<void> {
  const found = await findUnrecorded(db, id);
  if (!found) return;
  const { organisation, who, name } = found;
  const tell = (read: number, all: boolean) => setRead(db, id, read, all);
  const file = { name, entries: counted(piecesOf(db, id), organisation, tell) };
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
