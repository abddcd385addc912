/** A text as a value of a Meilisearch filter: whatever it holds, it stays one value. */
export const quoted = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;

/** The field has one of the values. `field` is a name of ours, never a reader's text. */
export const isOneOf = (field: string, values: readonly string[]): string =>
  `${field} IN [${values.map(quoted).join(', ')}]`;

/** All of the conditions hold; undefined where there is none. */
export const allOf = (conditions: readonly string[]): string | undefined =>
  conditions.length === 0 ? undefined : conditions.join(' AND ');
