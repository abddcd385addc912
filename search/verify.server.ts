import { isDeepStrictEqual } from 'node:util';
import type { Db, Writer } from '../db/client.server.ts';
import type { PathwayIndex } from './meilisearch.server.ts';
import type { PathwayIndexEntry } from './pathway/index-entry.ts';
import { type PathwayIndexDocument, toIndexDocument } from './pathway/index-settings.ts';
import { columnsOf, entriesOf, findMisworded } from './pathway/project.ts';
import { documentsIn, findIndex, settingsApart, whileFeeding } from './sync.server.ts';

/** A place where a copy is not what the documents say. `database`: the search copy in PostgreSQL; `index`: Meilisearch's. */
export type Difference = {
  copy: 'database' | 'index';
  what: 'missing' | 'extra' | 'stale' | 'settings';
  of: string;
  fields?: string[];
};

/** As JSON has it, where an absent key and an undefined one are the same. */
const plain = (value: object): Map<string, unknown> => new Map(Object.entries(JSON.parse(JSON.stringify(value))));

function fieldsApart(ours: object, theirs: object): string[] {
  const [a, b] = [plain(ours), plain(theirs)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((field) => !isDeepStrictEqual(a.get(field), b.get(field)))
    .sort();
}

function compare<V extends object>(
  copy: Difference['copy'],
  truth: ReadonlyMap<string, V>,
  held: ReadonlyMap<string, object>,
): Difference[] {
  const missing = [...truth.keys()]
    .filter((id) => !held.has(id))
    .map((of): Difference => ({ copy, what: 'missing', of }));
  const extra = [...held.keys()].filter((id) => !truth.has(id)).map((of): Difference => ({ copy, what: 'extra', of }));
  const stale = [...truth].flatMap(([of, value]): Difference[] => {
    const other = held.get(of);
    const fields = other ? fieldsApart(value, other) : [];
    return fields.length > 0 ? [{ copy, what: 'stale', of, fields }] : [];
  });
  return [...missing, ...extra, ...stale];
}

const byId = <V extends { id: string }>(values: readonly V[]) => new Map(values.map((value) => [value.id, value]));

/** Places left move with every allocation, and what is sorted by follows within minutes: until then it is no error. */
const sortedAs = (entry: PathwayIndexEntry, places: number | undefined): PathwayIndexEntry => {
  const { places: _now, ...rest } = entry;
  return { ...rest, ...(places !== undefined && { places }) };
};

/** An entry beside what the columns hold of it; `worded`: its words are in order. */
const whole = (entry: PathwayIndexEntry, columns: object, worded: boolean) => ({
  ...entry,
  ...Object.fromEntries(Object.entries({ ...columns, words: worded }).map(([name, held]) => [`column ${name}`, held])),
});

async function compareCopy(trx: Writer, today: string): Promise<Difference[]> {
  const rows = await trx.selectFrom('search_pathway').selectAll().execute();
  const places = new Map(rows.map(({ id, entry }) => [id, entry.places]));
  const entries = (await entriesOf(trx, 'all', today)).map((entry) => sortedAs(entry, places.get(entry.id)));
  const misworded = await findMisworded(trx, entries);
  const truth = entries.map((entry) => whole(entry, columnsOf(entry), true));
  const held = rows.map(({ id, entry, revision: _revision, document: _made, ...columns }) =>
    whole({ ...entry, id }, columns, !misworded.has(id)),
  );
  return compare('database', byId(truth), byId(held));
}

/** As of one moment: an import that commits meanwhile is in both or in neither. */
const verifyCopy = (db: Db, today: string): Promise<Difference[]> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => compareCopy(trx, today));

async function compareIndex(trx: Writer, index: PathwayIndex): Promise<Difference[]> {
  const found = await findIndex(index);
  if (!found) return [{ copy: 'index', what: 'missing', of: index.uid }];
  const rows = await trx.selectFrom('search_pathway').select(['entry', 'revision']).execute();
  const truth = byId(rows.map(({ entry, revision }) => toIndexDocument(entry, revision)));
  const held: PathwayIndexDocument[] = [];
  for await (const documents of documentsIn(found)) held.push(...documents);
  const settings = (await settingsApart(found)).map((of): Difference => ({ copy: 'index', what: 'settings', of }));
  return [...settings, ...compare('index', truth, byId(held))];
}

/** While nobody feeds the index, or its pages would shift under the reader. */
const verifyIndex = (db: Db, index: PathwayIndex): Promise<Difference[]> =>
  whileFeeding(db, index.uid, (trx) => compareIndex(trx, index));

/** Every place where the search copy differs from the documents, or the index from the search copy. */
export async function verifySearch(db: Db, index: PathwayIndex | undefined, today: string): Promise<Difference[]> {
  return [...(await verifyCopy(db, today)), ...(index ? await verifyIndex(db, index) : [])];
}

/** A line a difference. */
export const differenceLine = ({ copy, what, of, fields }: Difference): string =>
  `${copy === 'index' ? 'Meilisearch' : 'PostgreSQL'}: ${what}: ${of}${fields ? ` (${fields.join(', ')})` : ''}`;
