/**
 * A string as a literal of Meilisearch's filter language. Whatever it holds, it stays one literal: there is no other way into a filter.
 * PostgreSQL needs no such helper, as values travel beside the statement.
 */
export const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** Met by a document whose `attribute` is one of the numbers. */
export const isOneOf = (attribute: string, numbers: readonly number[]): string =>
  `${attribute} IN [${numbers.join(', ')}]`;

/** Met by a document whose list `attribute` holds one of the values. */
export const holdsOneOf = (attribute: string, values: readonly string[]): string =>
  `${attribute} IN [${values.map(quoted).join(', ')}]`;
