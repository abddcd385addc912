import type * as z from 'zod';
import { explain } from './explain.ts';
import { isObject } from './json.ts';
import { limitProblems } from './limits.ts';
import { Pathway } from './pathway.ts';
import { PathwayTest } from './pathway-test.ts';
import { type Problem, shown } from './problem.ts';
import { Procedure } from './procedure.ts';
import { Profile } from './profile.ts';
import { Quota } from './quota.ts';
import { didYouMean } from './suggest.ts';
import { Vacancy } from './vacancy.ts';

/** The documents by their `type`. */
export type Documents = {
  pathway: Pathway;
  procedure: Procedure;
  quota: Quota;
  vacancy: Vacancy;
  profile: Profile;
  'pathway-test': PathwayTest;
};
export type DocumentType = keyof Documents;
export type Document = Documents[DocumentType];

/** The one schema of each document; untrusted input goes through `parseDocument`, which knows how deep it may be. */
export const documentSchemas: { [T in DocumentType]: z.ZodType<Documents[T]> } = {
  pathway: Pathway,
  procedure: Procedure,
  quota: Quota,
  vacancy: Vacancy,
  profile: Profile,
  'pathway-test': PathwayTest,
};

/** A document as it came in, unchanged, or everything that is wrong with it. */
export type Parsed<D> = { ok: true; document: D } | { ok: false; problems: Problem[] };

const mostProblems = 100;

/** Reads a document of any type; of a bad one every problem is reported, up to 100. */
export function parseDocument(input: unknown): Parsed<Document> {
  const type = isObject(input) ? input['type'] : undefined;
  if (isDocumentType(type)) return parseDocumentOf(type, input);
  return { ok: false, problems: [isObject(input) ? unknownType(type) : noObject(input)] };
}

/** Reads a document that has to be of one type. */
export function parseDocumentOf<T extends DocumentType>(type: T, input: unknown): Parsed<Documents[T]> {
  const schema: z.ZodType<Documents[T]> = documentSchemas[type];
  return parseAs(schema, input);
}

/** Reads what has to be of a schema's shape, such as a request that holds documents; of bad input every problem is reported, up to 100. */
export function parseAs<D>(schema: z.ZodType<D>, input: unknown): Parsed<D> {
  const beyond = limitProblems(input);
  if (beyond.length > 0) return { ok: false, problems: beyond };
  if (accepts(schema, input)) return { ok: true, document: input };
  return { ok: false, problems: whyRefused(schema, input) };
}

/** The input itself is kept, not zod's copy: an export has to give back what an import took, key for key. */
function accepts<D>(schema: z.ZodType<D>, input: unknown): input is D {
  return schema.safeParse(input).success;
}

function whyRefused(schema: z.ZodType, input: unknown): Problem[] {
  const problems: Problem[] = [];
  for (const problem of explain(schema, input)) {
    if (problems.length === mostProblems) break;
    problems.push(problem);
  }
  return problems;
}

/** True of the name of a document's type. */
export function isDocumentType(type: unknown): type is DocumentType {
  return typeof type === 'string' && Object.hasOwn(documentSchemas, type);
}

const types = Object.keys(documentSchemas);
const typeExpected = `one of ${types.map((type) => `"${type}"`).join(', ')}`;

function unknownType(type: unknown): Problem {
  if (type === undefined)
    return {
      path: '/type',
      message: `required key "type" is missing: expected ${typeExpected}`,
      expected: typeExpected,
    };
  return {
    path: '/type',
    message: `expected ${typeExpected}, found ${shown(type)}${didYouMean(type, types)}`,
    expected: typeExpected,
  };
}

function noObject(input: unknown): Problem {
  return { path: '', message: `expected a document, found ${shown(input)}`, expected: 'a JSON object with a "type"' };
}
