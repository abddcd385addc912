import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { change, mutated, value } from '../../../test/support/mutations.ts';
import { completeDocuments } from './complete-documents.ts';
import { isObject, valueAt } from './json.ts';
import { documentSchemas, isDocumentType, parseDocument } from './parse.ts';

function seed(name: string): object[] {
  return JSON.parse(readFileSync(new URL(`../../../db/seed/${name}.json`, import.meta.url), 'utf8'));
}

const real = [...seed('pathways'), ...seed('procedures'), ...seed('quotas')];
const complete: object[] = Object.values(completeDocuments);

/** What holds of every answer, whatever was asked. */
function checkAnswer(input: unknown): void {
  const before = JSON.stringify(input);
  const parsed = parseDocument(input);
  expect(JSON.stringify(input)).toBe(before);
  if (parsed.ok) {
    expect(parsed.document).toBe(input);
    return;
  }
  expect(parsed.problems.length).toBeGreaterThan(0);
  expect(parsed.problems.length).toBeLessThanOrEqual(100);
  expect(parsed.problems.filter(({ path }) => !leadsSomewhere(path, input))).toEqual([]);
  expect(parsed.problems.filter(({ message }) => message.length > 500)).toEqual([]);
}

/** True of a pointer whose last step stands, or could stand, in an object or list of the input. */
function leadsSomewhere(place: string, input: unknown): boolean {
  const steps = place.split('/').slice(1);
  const holder = valueAt(
    input,
    steps.slice(0, -1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
  );
  return steps.length === 0 || Array.isArray(holder) || isObject(holder);
}

/** One fixed seed, so that a run is repeatable; the time is for a busy machine. */
const runs = { seed: 23_112_026 };
const patience = 60_000;

it(
  'any JSON is answered',
  () => {
    fc.assert(fc.property(fc.jsonValue(), checkAnswer), { ...runs, numRuns: 2000 });
  },
  patience,
);

it(
  'any JSON that says it is a document is answered',
  () => {
    const types = fc.constantFrom(...Object.keys(completeDocuments));
    const keys = fc.constantFrom(...complete.flatMap((document) => Object.keys(document)));
    const claimed = fc.tuple(types, fc.dictionary(keys, value)).map(([type, rest]) => ({ ...rest, type }));
    fc.assert(fc.property(claimed, checkAnswer), { ...runs, numRuns: 3000 });
  },
  patience,
);

it(
  'a document changed anywhere is answered: refused at a place that is there, or accepted as it stands',
  () => {
    const documents = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...complete) },
      { weight: 1, arbitrary: fc.constantFrom(...real) },
    );
    const changed = fc
      .tuple(documents, fc.array(change, { minLength: 1, maxLength: 3 }))
      .map(([document, changes]) => mutated(document, changes));
    fc.assert(fc.property(changed, checkAnswer), { ...runs, numRuns: 6000 });
  },
  patience,
);

it(
  'what parseDocument accepts, the schema alone accepts too',
  () => {
    const changed = fc.tuple(fc.constantFrom(...complete), change).map(([document, one]) => mutated(document, [one]));
    fc.assert(
      fc.property(changed, (input) => {
        const type = isObject(input) ? input['type'] : undefined;
        fc.pre(isDocumentType(type));
        if (parseDocument(input).ok)
          expect(isDocumentType(type) && documentSchemas[type].safeParse(input).success).toBe(true);
      }),
      { ...runs, numRuns: 1000 },
    );
  },
  patience,
);
