import * as z from 'zod';
import { inspected } from '../documents/explain.ts';
import { Id } from '../documents/ids.ts';
import { type JsonObject, states } from '../documents/json.ts';
import type { Fault } from '../documents/problem.ts';
import { Text } from '../documents/text.ts';
import { type Comparisons, operators } from './comparison.ts';

/** Whose fact it is: a person's profile states it, or the journey being prepared does (only in a procedure's `when`). */
export type FactSubject = 'person' | 'journey';

/** One fact of the grammar: its name, its own parameters, its comparisons, and the schema of a criterion over it that follows from these. */
export function fact<
  const Name extends string,
  const Subject extends FactSubject,
  P extends z.ZodRawShape,
  C extends Comparisons,
>(name: Name, spec: { subject: Subject; parameters: P; comparisons: C }) {
  const allowed = operators.filter((operator) => operator in spec.comparisons);
  const shape = z
    .strictObject({ id: Id, fact: z.literal(name) })
    .extend(spec.parameters)
    .extend(z.object(spec.comparisons).partial().shape)
    .extend({ label: Text.optional(), cite: Id.optional() });
  const criterion = inspected(shape, (value) => inspectComparisons(value, allowed), {
    id: `Criterion-${name}`,
    description: `a criterion over "${name}"`,
    oneOf: allowed.map((operator) => ({ required: [operator] })),
  });
  return { name, ...spec, criterion };
}

function* inspectComparisons(criterion: JsonObject, allowed: readonly string[]): Generator<Fault> {
  const found = operators.filter((operator) => states(criterion, operator));
  const expected = `exactly one of ${allowed.join(', ')}`;
  if (found.length === 0) yield { path: [], message: `no comparison: expected ${expected}`, expected };
  if (found.length > 1) {
    yield { path: [], message: `${found.length} comparisons (${found.join(', ')}): keep one`, expected };
  }
}
