import { documentHash } from '../../../db/document-hash.ts';
import type { StoredDocument } from '../../../db/schema/document-version.ts';
import { parseDocument, warningsOf } from '../../domain/documents/index.ts';
import { type Entry, isProblem, type Place } from '../read-documents/entry.ts';
import type { ImportProblem } from './report.ts';

/** A document that is sound by itself; whether it fits the others is still to be seen. */
export type Checked = {
  place: Place;
  document: StoredDocument;
  /** As it came in, key order and all. */
  body: string;
  hash: string;
};

export type CheckedFile = {
  name: string;
  documents: Checked[];
  problems: ImportProblem[];
  warnings: ImportProblem[];
  /** `type id` of broken documents: whatever refers to them is not blamed for their absence. */
  broken: Set<string>;
};

const named = (value: unknown, key: 'type' | 'id'): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found.slice(0, 200) : undefined;
};

const identity = (value: unknown) => ({ type: named(value, 'type'), id: named(value, 'id') });

export const keyOf = (type: string, id: string) => `${type} ${id}`;

export const dayOf = (document: StoredDocument): string | undefined =>
  'effective' in document ? document.effective.from : undefined;

/** Checks every document by itself and for its like in the same file. */
export async function checkEntries(name: string, entries: AsyncIterable<Entry>): Promise<CheckedFile> {
  const file: CheckedFile = { name, documents: [], problems: [], warnings: [], broken: new Set() };
  for await (const entry of entries) {
    if (isProblem(entry))
      file.problems.push({
        file: name,
        ...entry.place,
        path: entry.path ?? '',
        message: entry.problem,
        ...(entry.expected && { expected: entry.expected }),
      });
    else checkDocument(file, entry.place, entry.value);
  }
  file.problems.push(...duplicates(file));
  return file;
}

function checkDocument(file: CheckedFile, place: Place, value: unknown): void {
  const who = { file: file.name, ...place, ...identity(value) };
  const parsed = parseDocument(value);
  if (!parsed.ok) {
    file.problems.push(...parsed.problems.map((problem) => ({ ...who, ...problem })));
    if (who.type && who.id) file.broken.add(keyOf(who.type, who.id));
  } else if (parsed.document.type === 'profile') {
    file.problems.push({
      ...who,
      path: '/type',
      message: 'profiles are personal data and are not imported',
      expected: 'pathway, procedure, quota or vacancy',
    });
  } else {
    file.documents.push({ place, document: parsed.document, body: JSON.stringify(value), hash: documentHash(value) });
    file.warnings.push(...warningsOf(parsed.document).map((warning) => ({ ...who, ...warning })));
  }
}

const spoken = ({ line, index }: Place) => (line === undefined ? `at index ${index}` : `on line ${line}`);

/** The same document twice is a slip, unless they are editions in effect from different days. */
function* duplicates({ name, documents }: CheckedFile): Generator<ImportProblem> {
  const seen = new Map<string, Place>();
  for (const { place, document } of documents) {
    const { type, id } = document;
    const day = dayOf(document);
    const key = `${keyOf(type, id)} ${day ?? ''}`;
    const first = seen.get(key);
    if (first)
      yield {
        file: name,
        ...place,
        type,
        id,
        path: '/id',
        message: `the same ${type}${day ? ` in effect from ${day}` : ''} stands ${spoken(first)} too`,
      };
    else seen.set(key, place);
  }
}
