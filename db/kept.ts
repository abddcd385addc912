import type { Reader } from './client.server.ts';
import { changedSince, type Moment } from './queries/table-change.ts';
import type { NotedTable } from './schema/table-change.ts';

/** What was read of some tables, and for a day where it depends on one; nobody else's transaction may read through it. */
export type Kept<T> = {
  /** What held when it was looked at last. */
  last(on?: string): T | undefined;
  /** What holds now: the same as before while none of the tables changed, else what `read` gives. */
  now(db: Reader, read: () => Promise<T>, on?: string): Promise<T>;
};

/** Keeps what was read last while none of these tables changes. */
export function keepWhileUnchanged<T>(tables: readonly NotedTable[]): Kept<T> {
  let held: { value: T; on: string | undefined; at: Moment } | undefined;
  const heldFor = (on: string | undefined) => (held?.on === on ? held : undefined);
  return {
    last: (on) => heldFor(on)?.value,
    now: async (db, read, on) => {
      const before = heldFor(on);
      const { at, changed } = await changedSince(db, tables, before?.at);
      const value = before && !changed ? before.value : await read();
      // What is read after the look may be newer than it, which the next look then tells again; it is never older.
      if (at !== null && (changed || held === before)) held = { value, on, at };
      return value;
    },
  };
}

/** Likewise by itself for each owner, for as long as there is one. */
export function keepForEach<O extends object, T>(tables: readonly NotedTable[]): (owner: O) => Kept<T> {
  const byOwner = new WeakMap<O, Kept<T>>();
  return (owner) => {
    const kept = byOwner.get(owner) ?? keepWhileUnchanged<T>(tables);
    byOwner.set(owner, kept);
    return kept;
  };
}
