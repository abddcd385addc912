import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { documentSchemas } from '../../../app/domain/documents/index.ts';
import { PROJECT_FOLDER } from '../../../db/project-folder.ts';
import { seedDocuments } from '../documents.ts';

/** The pathways and procedures of the seed. */
export const seedPathways = z.array(documentSchemas.pathway).parse(seedDocuments.pathway());
export const seedProcedures = z.array(documentSchemas.procedure).parse(seedDocuments.procedure());

/** The one with the id. */
export function named<D extends { id: string }>(documents: readonly D[], id: string): D {
  const document = documents.find((known) => known.id === id);
  if (document === undefined) throw new Error(`nothing in the seed is called ${id}`);
  return document;
}

/** The entries of a file under `test/data`, each of which has an `id`. */
export function dataOf<E extends { id: string }>(file: string, entry: z.ZodType<E>): [id: string, entry: E][] {
  const text = readFileSync(path.join(PROJECT_FOLDER, `test/data/${file}.json`), 'utf8');
  return z
    .array(entry)
    .parse(JSON.parse(text))
    .map((one) => [one.id, one]);
}

export const FindingWord = z.enum(['met', 'unmet', 'unknown']);

/** A person before a pathway on a day, with the verdict that is right, some of its findings, and why. */
export const JudgedPerson = z.strictObject({
  id: z.string(),
  pathway: z.string(),
  on: z.string(),
  profile: documentSchemas.profile,
  expect: z.enum(['eligible', 'possible', 'ineligible']),
  criteria: z.record(z.string(), FindingWord),
  why: z.string(),
});
