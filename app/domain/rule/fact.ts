import * as z from 'zod';
import { inspected } from '../documents/explain.ts';
import { Id } from '../documents/ids.ts';
import { type JsonObject, states } from '../documents/json.ts';
import type { Fault } from '../documents/problem.ts';
import type { Profile } from '../documents/profile.ts';
import { Text } from '../documents/text.ts';
import { type Comparing, type Comparisons, comparisonOf, operators } from './comparison.ts';
import type { Finding } from './finding.ts';
import type { Measure, Shown } from './measure.ts';
import type { Person, Reader, Scope } from './person.ts';

/** Where a fact is stated: under a key of the profile, or of the journey being prepared (only in a procedure's `when`). */
export type FactSubject = keyof Profile | 'journey';

type Spec<Subject extends FactSubject, P extends z.ZodRawShape, C extends Comparisons, V, H extends keyof Scope> = {
  subject: Subject;
  parameters: P;
  comparisons: C;
  measure: Measure<V>;
  /** What it has to know of the rule's place; absent: nothing. */
  here?: readonly H[];
  /** How the fact is read off a person, its parameters and the rule's place given. */
  read(parameters: z.infer<z.ZodObject<P>>, scope: Pick<Scope, H>): Reader<V>;
};

/** A criterion made ready: what it comes to for a person, and the value found there (null: none is stated, or there is none). */
export type Question = { finding(person: Person): Finding; found(person: Person): Shown | null };

/**
 * One fact of the grammar: its name, its own parameters, its comparisons, how it is read off a profile, and the schema of a criterion
 * over it that follows from these.
 */
export function fact<
  const Name extends string,
  const Subject extends FactSubject,
  P extends z.ZodRawShape,
  C extends Comparisons,
  V,
  const H extends keyof Scope = never,
>(name: Name, spec: Spec<Subject, P, C, V, H>) {
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
  const parameters = z.object(spec.parameters);
  const ask = (asked: Comparing, scope: Scope): Question =>
    questionOf(spec.read(parameters.parse(asked), scope), spec.measure, spec.measure.holds(comparisonOf(asked)));
  const keyOf = (asked: Comparing, scope: Scope): string =>
    JSON.stringify([name, parameters.parse(asked), comparisonOf(asked), spec.here?.map((part) => scope[part] ?? null)]);
  const { subject, comparisons } = spec;
  return { name, subject, parameters: spec.parameters, comparisons, criterion, ask, keyOf };
}

function questionOf<V>(read: Reader<V>, { show }: Measure<V>, holds: (value: V) => boolean): Question {
  return {
    finding: (person) => {
      const value = read(person);
      if (value === undefined) return 'unknown';
      return value !== null && holds(value) ? 'met' : 'unmet';
    },
    found: (person) => {
      const value = read(person);
      return value === undefined || value === null ? null : show(value);
    },
  };
}

function* inspectComparisons(criterion: JsonObject, allowed: readonly string[]): Generator<Fault> {
  const found = operators.filter((operator) => states(criterion, operator));
  const expected = `exactly one of ${allowed.join(', ')}`;
  if (found.length === 0) yield { path: [], message: `no comparison: expected ${expected}`, expected };
  if (found.length > 1) {
    yield { path: [], message: `${found.length} comparisons (${found.join(', ')}): keep one`, expected };
  }
}
