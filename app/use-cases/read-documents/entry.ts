/** Where a document stands in its file: a line counted from 1 (NDJSON, CSV), or an index counted from 0 (a JSON list). */
export type Place = { line?: number; column?: number; index?: number };

/** One document as it was read and not yet checked, or why there is none at that place. */
export type Entry =
  | { place: Place; value: unknown }
  | { place: Place; problem: string; path?: string; expected?: string };

export const isProblem = (entry: Entry): entry is Extract<Entry, { problem: string }> => 'problem' in entry;
