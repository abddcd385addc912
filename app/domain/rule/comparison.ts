import * as z from 'zod';

/** The ways a fact is compared with what a rule requires. */
export const operators = ['eq', 'ne', 'in', 'notIn', 'gte', 'gt', 'lte', 'lt'] as const;
export type Operator = (typeof operators)[number];

/** The comparisons a fact allows, each with the schema of the value it is compared with. */
export type Comparisons = { [O in Operator]?: z.ZodType };

/** A parameter that is a list names at least one thing: an empty one would ask nothing and answer something. */
export function someOf<V extends z.ZodType>(value: V) {
  return z
    .array(value)
    .min(1)
    .describe(`a list of at least one entry, each ${value.description ?? 'a known word'}`);
}

/** From the least to the most: `gte gt lte lt`. */
export function order<V extends z.ZodType>(value: V) {
  return { gte: value, gt: value, lte: value, lt: value };
}

/** The same or not the same: `eq ne`. */
export function sameness<V extends z.ZodType>(value: V) {
  return { eq: value, ne: value };
}

/** In a list or in none of it: `in notIn`. */
export function membership<V extends z.ZodType>(value: V) {
  return { in: someOf(value), notIn: someOf(value) };
}

type Scalar = string | number | boolean;

/** How a criterion compares, and the value it compares with. */
export type Comparison =
  | { operator: 'eq' | 'ne'; value: Scalar }
  | { operator: 'in' | 'notIn'; value: readonly string[] }
  | { operator: 'gte' | 'gt' | 'lte' | 'lt'; value: number | string };

/** What may compare, in a criterion that its schema accepted. */
export type Comparing = { [C in Comparison as C['operator']]?: C['value'] | undefined };

/** The one comparison of a criterion that its schema accepted. */
export function comparisonOf({ eq, ne, in: among, notIn, gte, gt, lte, lt }: Comparing): Comparison {
  if (eq !== undefined) return { operator: 'eq', value: eq };
  if (ne !== undefined) return { operator: 'ne', value: ne };
  if (among !== undefined) return { operator: 'in', value: among };
  if (notIn !== undefined) return { operator: 'notIn', value: notIn };
  if (gte !== undefined) return { operator: 'gte', value: gte };
  if (gt !== undefined) return { operator: 'gt', value: gt };
  if (lte !== undefined) return { operator: 'lte', value: lte };
  if (lt !== undefined) return { operator: 'lt', value: lt };
  throw new TypeError('a criterion without a comparison never passes its schema');
}
