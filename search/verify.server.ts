import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Db, Writer } from '../db/client.server.ts';
import { eachOf, type Indexes } from './copies.ts';
import type { CopiedDocument, SearchIndex } from './copy.ts';
import type { PathwayIndexEntry } from './pathway/index-entry.ts';
import { columnsOf, entriesOf, findMisworded } from './pathway/project.ts';
import { documentsIn, findIndex, settingsApart, whileFeeding } from './sync.server.ts';
import { compareOffered } from './vacancy/project.ts';

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

/** How many vacancies are compared together. */
const BATCH = 2_000;

/** In batches, for they may be a million; all of them as of one moment. */
const verifyVacancies = (db: Db): Promise<Difference[]> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await sql`select set_config('statement_timeout', '0', true)`.execute(trx);
      const differences: Difference[] = [];
      for (let last = '', more = true; more; ) {
        const { rows } = await sql<{ id: string }>`
          select id from (select id from vacancy union select id from search_vacancy) each where id > ${last} order by id limit ${BATCH}`.execute(
          trx,
        );
        const ids = rows.map(({ id }) => id);
        for (const { id, truth, held } of await compareOffered(trx, ids))
          differences.push(...compare('database', asMap(id, truth), asMap(id, held)));
        last = ids.at(-1) ?? '';
        more = ids.length === BATCH;
      }
      return differences;
    });

const asMap = (id: string, value: object | undefined) => new Map(value ? [[id, value]] : []);

const listIds = async (trx: Writer, { copy: { table } }: SearchIndex) =>
  (await sql<{ id: string }>`select id from ${sql.table(table)} order by id collate "C"`.execute(trx)).rows.map(
    ({ id }) => id,
  );

async function compareIndex(trx: Writer, index: SearchIndex): Promise<Difference[]> {
  const { uid, copy } = index;
  const found = await findIndex(index);
  if (!found) return [{ copy: 'index', what: 'missing', of: uid }];
  const differences = (await settingsApart(found, copy)).map(
    (of): Difference => ({ copy: 'index', what: 'settings', of }),
  );
  const left = new Set(await listIds(trx, index));
  for await (const held of documentsIn(found, copy.batch)) {
    const ours: CopiedDocument[] = await copy.documents(
      trx,
      held.map(({ id }) => id),
    );
    differences.push(...compare('index', byId(ours), byId(held)));
    for (const { id } of held) left.delete(id);
  }
  return [...differences, ...[...left].map((of): Difference => ({ copy: 'index', what: 'missing', of }))];
}

/** While nobody feeds the index, or its pages would shift under the reader. */
const verifyIndex = (db: Db, index: SearchIndex): Promise<Difference[]> =>
  whileFeeding(db, index.uid, (trx) => compareIndex(trx, index));

/** Every place where the search copies differ from the documents, or the indexes from the search copies. */
export async function verifySearch(db: Db, indexes: Indexes | undefined, today: string): Promise<Difference[]> {
  const differences = [...(await verifyCopy(db, today)), ...(await verifyVacancies(db))];
  for (const index of indexes ? eachOf(indexes) : []) differences.push(...(await verifyIndex(db, index)));
  return differences;
}

/** A line a difference. */
export const differenceLine = ({ copy, what, of, fields }: Difference): string =>
  `${copy === 'index' ? 'Meilisearch' : 'PostgreSQL'}: ${what}: ${of}${fields ? ` (${fields.join(', ')})` : ''}`;
