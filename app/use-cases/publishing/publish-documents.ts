import type { Db } from '../../../db/client.server.ts';
import type { Problem } from '../../domain/documents/index.ts';
import type { Who } from '../../domain/people/who.ts';
import { importDocuments } from '../import-documents/import-documents.ts';
import type { ImportProblem, ImportReport } from '../import-documents/report.ts';
import { projectChanged } from '../project-changed.ts';
import { type Entry, isProblem, type Place } from '../read-documents/entry.ts';
import { readDocuments } from '../read-documents/read-documents.ts';
import { recorderOf } from './recorder.ts';

export type Published =
  | ({ ok: true; warnings?: readonly Problem[] } & Pick<ImportReport, 'created' | 'updated' | 'unchanged'>)
  | { ok: false; why: 'unreadable' | 'wrong' | 'forbidden'; problems: readonly Problem[] };

/** The first step of a pointer into the body: the index in a list, or the line, counted from 1 as editors count. */
const stepOf = ({ line, index }: Place): string => {
  const step = index ?? line;
  return step === undefined ? '' : `/${step}`;
};

const problemOf = ({ path, message, expected, ...place }: ImportProblem): Problem => ({
  path: `${stepOf(place)}${path}`,
  message: expected === undefined || message.includes(expected) ? message : `${message}: expected ${expected}`,
});

/** A list that cannot be read holds no documents; of lines the others can still be read. */
function unreadable(entries: readonly Entry[]): Problem | undefined {
  const broken = entries.find(isProblem);
  if (!broken) return undefined;
  const { line, column, index } = broken.place;
  const at = [line !== undefined && `line ${line}`, column !== undefined && `column ${column}`].filter(Boolean);
  return {
    path: `${index === undefined ? '' : `/${index}`}${broken.path ?? ''}`,
    message: [...at, broken.problem].join(', '),
  };
}

const NOT_A_LIST = { path: '', message: 'expected a list of documents: [ … ]' };
const isList = (body: Uint8Array): boolean => /^\s*\[/.test(new TextDecoder().decode(body.subarray(0, 1000)));

async function* asIs<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

async function entriesOf(body: Uint8Array, format: 'json' | 'ndjson'): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of readDocuments(asIs([body]), format)) entries.push(entry);
  return entries;
}

/** Publishes the documents of a request's body, all or, where anything is wrong with one, none. */
export async function publishDocuments(
  db: Db,
  who: Who,
  { body, format }: { body: Uint8Array; format: 'json' | 'ndjson' },
): Promise<Published> {
  const entries = await entriesOf(body, format);
  const flaw = format === 'json' ? unreadable(entries) : undefined;
  if (flaw) return { ok: false, why: 'unreadable', problems: [flaw] };
  if (format === 'json' && !isList(body)) return { ok: false, why: 'wrong', problems: [NOT_A_LIST] };
  const [report] = await importDocuments(db, [{ name: `documents.${format}`, entries: asIs(entries) }], {
    by: recorderOf(who),
    who,
    onDocuments: projectChanged,
  });
  if (!report) throw new Error('an import of one file gives one report');
  const { created, updated, unchanged, problems, warnings, forbidden } = report;
  if (problems.length === 0)
    return { ok: true, created, updated, unchanged, ...(warnings.length > 0 && { warnings: warnings.map(problemOf) }) };
  return { ok: false, why: forbidden ? 'forbidden' : 'wrong', problems: problems.map(problemOf) };
}
