import * as z from 'zod';
import { isObject, type JsonObject, states } from './json.ts';
import { type Fault, type Path, type Problem, problemAt, shown } from './problem.ts';
import { didYouMean, suggest } from './suggest.ts';

/** Looks at an object that may be malformed anywhere and reports what no schema of its keys can say. */
export type Inspect = (value: JsonObject) => Iterable<Fault>;

/** The one branch of a union that the value was meant for, or why it was meant for none. */
export type Choose = (value: unknown) => z.core.$ZodType | Fault;

const inspections = new WeakMap<z.core.$ZodType, Inspect>();
const choices = new WeakMap<z.core.$ZodType, Choose>();

/** The schema with a check across its keys, run by zod and by `explain` alike. */
export function inspected<S extends z.ZodObject>(schema: S, inspect: Inspect, meta: z.GlobalMeta = {}): S {
  const refined = schema
    .superRefine((value, context) => {
      // One fault is enough to refuse; `explain` is asked for the others, and for no more than will be read.
      const [fault] = isObject(value) ? inspect(value) : [];
      if (fault !== undefined) context.addIssue({ code: 'custom', path: [...fault.path], message: fault.message });
    })
    .meta(meta);
  inspections.set(refined, inspect);
  return refined;
}

/** The union with the knowledge of which branch a value was meant for: zod alone would report the failure of every branch. */
export function choosing<S extends z.ZodType>(union: S, choose: Choose): S {
  choices.set(union, choose);
  return union;
}

/** Why the schema refuses the value: every problem, in the order of the schema, each at its own place. */
export function* explain(schema: z.core.$ZodType, value: unknown, path: Path = []): Generator<Problem> {
  const choose = choices.get(schema);
  if (choose !== undefined) yield* explainChoice(choose(value), value, path);
  else if (schema instanceof z.ZodOptional) yield* explain(schema.unwrap(), value, path);
  else if (schema instanceof z.ZodNullable) yield* value === null ? [] : explainNullable(schema, value, path);
  else if (schema instanceof z.ZodLazy) yield* explain(schema.unwrap(), value, path);
  else if (schema instanceof z.ZodUnion) yield* explainUnion(schema, value, path);
  else if (schema instanceof z.ZodObject && isObject(value)) yield* explainObject(schema, value, path);
  else if (schema instanceof z.ZodRecord && isObject(value)) yield* explainRecord(schema, value, path);
  else if (schema instanceof z.ZodArray && Array.isArray(value)) yield* explainList(schema, value, path);
  else yield* explainLeaf(schema, value, path);
}

function* explainChoice(choice: z.core.$ZodType | Fault, value: unknown, path: Path): Generator<Problem> {
  if ('message' in choice) yield problemAt(path, choice);
  else yield* explain(choice, value, path);
}

function* explainNullable(schema: z.ZodNullable, value: unknown, path: Path): Generator<Problem> {
  const inner = schema.unwrap();
  if (isContainer(inner, value)) yield* explain(inner, value, path);
  else yield* explainLeaf(schema, value, path);
}

function* explainUnion(schema: z.ZodUnion, value: unknown, path: Path): Generator<Problem> {
  const meant = schema.options.find((option) => isContainer(option, value));
  if (meant === undefined) yield* explainLeaf(schema, value, path);
  else yield* explain(meant, value, path);
}

function isContainer(schema: z.core.$ZodType, value: unknown): boolean {
  if (Array.isArray(value)) return schema instanceof z.ZodArray;
  return isObject(value) && (schema instanceof z.ZodObject || schema instanceof z.ZodRecord);
}

function* explainObject(schema: z.ZodObject, value: JsonObject, path: Path): Generator<Problem> {
  for (const [key, inner] of Object.entries(schema.shape)) yield* explainKey(inner, key, value, path);
  for (const key of Object.keys(value).filter((other) => !Object.hasOwn(schema.shape, other))) {
    yield* explainOtherKey(schema, key, value, path);
  }
  for (const fault of inspections.get(schema)?.(value) ?? []) yield problemAt(path, fault);
}

function* explainKey(schema: z.core.$ZodType, key: string, value: JsonObject, path: Path): Generator<Problem> {
  if (states(value, key)) yield* explain(schema, value[key], [...path, key]);
  else if (!(schema instanceof z.ZodOptional)) yield missing(schema, key, path);
}

function missing(schema: z.core.$ZodType, key: string, path: Path): Problem {
  const expected = expectation(schema);
  return problemAt(path, { path: [key], message: `required key "${key}" is missing: expected ${expected}`, expected });
}

function* explainOtherKey(schema: z.ZodObject, key: string, value: JsonObject, path: Path): Generator<Problem> {
  const { catchall } = schema.def;
  if (catchall !== undefined && !(catchall instanceof z.ZodNever)) yield* explain(catchall, value[key], [...path, key]);
  else yield unknownKey(key, Object.keys(schema.shape), path);
}

function unknownKey(key: string, known: readonly string[], path: Path): Problem {
  const expected = `one of the keys ${known.join(', ')}`;
  const hint =
    suggest(key, known) === undefined && known.length <= 12 ? `: expected ${expected}` : didYouMean(key, known);
  return problemAt(path, { path: [key], message: `unknown key ${shown(key)}${hint}`, expected });
}

function* explainRecord(schema: z.ZodRecord, value: JsonObject, path: Path): Generator<Problem> {
  for (const [key, entry] of Object.entries(value)) {
    yield* explainLeaf(schema.keyType, key, [...path, key]);
    yield* explain(schema.valueType, entry, [...path, key]);
  }
}

function* explainList(schema: z.ZodArray, value: readonly unknown[], path: Path): Generator<Problem> {
  for (const [index, entry] of value.entries()) yield* explain(schema.element, entry, [...path, index]);
  if (value.length === 0) yield* explainLeaf(schema, value, path);
}

function* explainLeaf(schema: z.core.$ZodType, value: unknown, path: Path): Generator<Problem> {
  if (z.safeParse(schema, value).success) return;
  const expected = expectation(schema);
  const hint = didYouMean(value, schema instanceof z.ZodEnum ? schema.options.map(String) : []);
  yield problemAt(path, { path: [], message: `expected ${expected}, found ${shown(value)}${hint}`, expected });
}

/** What a schema wants, in plain words: its own description first, else what its kind implies. */
function expectation(schema: z.core.$ZodType): string {
  const described = z.globalRegistry.get(schema)?.description;
  if (described !== undefined) return described;
  if (schema instanceof z.ZodOptional) return expectation(schema.unwrap());
  if (schema instanceof z.ZodNullable) return `${expectation(schema.unwrap())}, or null`;
  if (schema instanceof z.ZodLazy) return expectation(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.map(expectation).join(' or ');
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((value) => JSON.stringify(value)).join(' or ');
  if (schema instanceof z.ZodEnum) return `one of ${schema.options.map((option) => `"${option}"`).join(', ')}`;
  if (schema instanceof z.ZodArray) return `a list, each entry ${expectation(schema.element)}`;
  if (schema instanceof z.ZodBoolean) return 'true or false';
  return 'an object';
}
