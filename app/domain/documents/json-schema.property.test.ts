import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seedDocuments } from '../../../test/support/documents.ts';
import { change, mutated } from '../../../test/support/mutations.ts';
import { completeDocuments } from './complete-documents.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { type DocumentType, parseDocumentOf } from './parse.ts';

// Dates are formats to JSON Schema, which says nothing of them; our patterns say the same. A `oneOf` names keys that stand beside it.
const ajv = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false });

const types: DocumentType[] = ['pathway', 'procedure', 'quota', 'vacancy', 'profile'];
const compiled = new Map<DocumentType, ValidateFunction>(types.map((type) => [type, ajv.compile(jsonSchemaOf(type))]));
const schemaAccepts = (type: DocumentType, input: unknown) => compiled.get(type)?.(input) === true;

it.each(types)('%s: a schema that is valid by draft 2020-12 and accepts the whole document', (type) => {
  expect(ajv.validateSchema(jsonSchemaOf(type))).toBe(true);
  expect(schemaAccepts(type, completeDocuments[type])).toBe(true);
});

it.each(['pathway', 'procedure', 'quota'] as const)('%s: the schema accepts the real ones', (type) => {
  expect(seedDocuments[type]().filter((document) => !schemaAccepts(type, document))).toEqual([]);
});

/** What no schema of keys can say: what one part says of another, and days that no calendar has. */
const acrossKeys =
  /^no (source|agency|step) |already that of|ends before it begins|depend on (itself|each other)|its own parent|a date that exists/;

it('a changed document is refused by both or by neither, but for what stands across its keys (5,000 cases)', () => {
  const changes = fc.array(change, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...types), changes, (type, made) => {
      const input = mutated(completeDocuments[type], made);
      const parsed = parseDocumentOf(type, input);
      if (parsed.ok) expect(schemaAccepts(type, input)).toBe(true);
      else if (parsed.problems.some(({ message }) => !acrossKeys.test(message)))
        expect(schemaAccepts(type, input)).toBe(false);
    }),
    { seed: 23_112_026, numRuns: 5_000 },
  );
}, 60_000);

it('a day is a day to the schema too, though it cannot count those of February', () => {
  const dated = (asOf: string) => ({ ...completeDocuments.quota, sources: [{ id: 's1', title: 'A source', asOf }] });
  expect(schemaAccepts('quota', dated('2026-11-23'))).toBe(true);
  expect(schemaAccepts('quota', dated('November 2026'))).toBe(false);
});
