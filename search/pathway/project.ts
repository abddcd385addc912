import { sql } from 'kysely';
import type { Text } from '../../app/domain/documents/index.ts';
import { canonicalJson } from '../../app/domain/text/canonical-json.ts';
import type { Writer } from '../../db/client.server.ts';
import { listPathways } from '../../db/queries/pathway.ts';
import { placesLeft } from '../../db/queries/quota.ts';
import { askForSync } from '../outbox.ts';
import { pathwayNames } from '../vacancy/pathway-names.ts';
import { askToRename } from '../vacancy/renamed.ts';
import { addToVocabulary, PATHWAY_VOCABULARY } from '../vocabulary.server.ts';
import { type Field, type Wordage, wordageOf } from '../wordage.ts';
import { loadWording } from '../wording.ts';
import { wordsOf } from '../words.ts';
import { beginningOf } from './beginning.ts';
import { toSearchDocument } from './document.ts';
import { type PathwayIndexEntry, toIndexEntry } from './index-entry.ts';

const FIELDS = [
  ['names', 'A'],
  ['summaries', 'C'],
  ['context', 'D'],
  ['occupations', 'B'], // last, for they may be so many that the places run out
] as const satisfies readonly (readonly [keyof PathwayIndexEntry, string])[];

/** A pathway's fields, cut into words. */
const fieldsOf = (entry: PathwayIndexEntry): Field[] =>
  FIELDS.map(([name, letter]) => ({ letter, texts: entry[name].map(wordsOf) }));

/** Its words, and what each field begins with. */
function wordageOfEntry(entry: PathwayIndexEntry): Wordage {
  const fields = fieldsOf(entry);
  return wordageOf(
    fields,
    fields.flatMap(({ texts }) => beginningOf(texts) ?? []),
  );
}

const BATCH = 200;

function* batchesOf(entries: readonly PathwayIndexEntry[]): Generator<readonly PathwayIndexEntry[]> {
  for (let at = 0; at < entries.length; at += BATCH) yield entries.slice(at, at + BATCH);
}

/** What the columns hold of an entry, beside its words. */
export const columnsOf = (entry: PathwayIndexEntry) => ({
  filters: entry.filters,
  facets: entry.facets,
  name_order: entry.nameOrder,
  destination_order: entry.destinationOrder,
  places: entry.places ?? null,
  stay: entry.stay ?? null,
  updated: entry.updated,
  breadth: entry.breadth,
});

function rowOf(entry: PathwayIndexEntry) {
  const { name_order, destination_order, ...columns } = columnsOf(entry);
  return {
    id: entry.id,
    entry: JSON.stringify(entry),
    name_order: JSON.stringify(name_order),
    destination_order: JSON.stringify(destination_order),
    ...columns,
  };
}

async function write(trx: Writer, entries: readonly PathwayIndexEntry[]): Promise<void> {
  for (const batch of batchesOf(entries)) {
    const rows = batch.map((entry) => ({ entry, ...wordageOfEntry(entry) }));
    await addToVocabulary(trx, PATHWAY_VOCABULARY, rows);
    await trx
      .insertInto('search_pathway')
      .values(batch.map(rowOf))
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(({ ref }) => ({
            entry: ref('excluded.entry'),
            filters: ref('excluded.filters'),
            facets: ref('excluded.facets'),
            name_order: ref('excluded.name_order'),
            destination_order: ref('excluded.destination_order'),
            places: ref('excluded.places'),
            stay: ref('excluded.stay'),
            updated: ref('excluded.updated'),
            breadth: ref('excluded.breadth'),
            revision: sql<number>`nextval('search_revision')`,
          }))
          .where(sql<boolean>`search_pathway.entry::text is distinct from excluded.entry::text`),
      )
      .execute();
    await trx
      .insertInto('search_text')
      .values(rows.map(({ entry, vector }) => ({ id: entry.id, words: vector })))
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(({ ref }) => ({ words: ref('excluded.words') }))
          .where(sql<boolean>`search_text.words is distinct from excluded.words`),
      )
      .execute();
  }
}

/** Of these entries, those whose words stand otherwise in the search copy, or not where typing errors are looked up. */
export async function findMisworded(trx: Writer, entries: readonly PathwayIndexEntry[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const batch of batchesOf(entries)) {
    const truth = batch.map((entry) => ({ id: entry.id, ...wordageOfEntry(entry) }));
    const words = truth.flatMap((one) => one.words.map((word) => ({ word, id: one.id })));
    const pairs = truth.flatMap((one) => one.pairs.map((pair) => ({ ...pair, id: one.id })));
    // Each list is compared as a whole: looked up one by one, words would go through the index of their trigrams before it is analysed.
    const { rows } = await sql<{ id: string }>`
      select id from unnest(${truth.map(({ id }) => id)}::text[], ${truth.map(({ vector }) => vector)}::tsvector[]) as truth(id, words)
      left join search_text held using (id)
      where held.words is distinct from truth.words
      union
      select id from unnest(${words.map(({ id }) => id)}::text[], ${words.map(({ word }) => word)}::text[]) as own(id, word)
      where not exists (select from search_word known where known.word = own.word)
      union
      select id from unnest(${pairs.map(({ id }) => id)}::text[], ${pairs.map(({ joined }) => joined)}::text[], ${pairs.map(({ head }) => head)}::text[]) as pair(id, joined, head)
      where not exists (select from search_pair known where known.joined = pair.joined and known.head = pair.head)`.execute(
      trx,
    );
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** What the search copy should hold of pathways on a day. */
export async function entriesOf(
  trx: Writer,
  ids: readonly string[] | 'all',
  today: string,
): Promise<PathwayIndexEntry[]> {
  const editions = await listPathways(trx, today, ids === 'all' ? undefined : ids);
  if (editions.length === 0) return [];
  const places = await placesLeft(
    trx,
    editions.map(({ document }) => document.id),
    today,
  );
  const wording = await loadWording(trx);
  return editions.map(({ document, recordedAt }) => {
    const updated = recordedAt.toISOString().slice(0, 10);
    const placesLeft = places.get(document.id) ?? null;
    return toIndexEntry(document, toSearchDocument(document, { updated, today }), { placesLeft, wording });
  });
}

const PROJECTING = { all: 0x66617212, one: 0x66617213 };
/** Each is a lock of its own, and PostgreSQL has a table of some thousands for them all. */
const MOST_LOCKS = 500;

/** Two writes that concern one pathway project it one after the other: the second reads what the first has committed. */
async function inTurn(trx: Writer, ids: readonly string[] | 'all'): Promise<void> {
  // Waiting for a long import is one long statement.
  await sql`select set_config('statement_timeout', '0', true)`.execute(trx);
  if (ids === 'all' || ids.length > MOST_LOCKS) {
    await sql`select pg_advisory_xact_lock(${PROJECTING.all}, 0)`.execute(trx);
    return;
  }
  await sql`select pg_advisory_xact_lock_shared(${PROJECTING.all}, 0)`.execute(trx);
  await sql`select pg_advisory_xact_lock(${PROJECTING.one}, key) from (select distinct hashtext(unnest(${[...ids]}::text[])) as key order by 1) keys`.execute(
    trx,
  );
}

async function project(trx: Writer, ids: readonly string[] | 'all', today: string): Promise<PathwayIndexEntry[]> {
  const entries = await entriesOf(trx, ids, today);
  if (entries.length === 0) return [];
  await write(trx, entries);
  await askForSync(trx);
  return entries;
}

const called = (name: Text | undefined) => name && canonicalJson(name);

/**
 * Brings the search copy of pathways to what their documents and quotas say on `today`, in the transaction of the write, and puts the
 * word for other engines into the same transaction: a rollback takes both back. Vacancies are found by the names of their pathways.
 */
export async function projectPathways(trx: Writer, ids: readonly string[] | 'all', today: string): Promise<void> {
  await inTurn(trx, ids);
  const before = await pathwayNames(trx, ids === 'all' ? undefined : ids);
  const entries = await project(trx, ids, today);
  const renamed = entries.filter(({ id, document }) => called(document.name) !== called(before.get(id)));
  await askToRename(
    trx,
    renamed.map(({ id }) => id),
  );
}

/** The whole search copy anew from the documents: nothing of the old one stays, whatever it held. */
export async function projectAnew(trx: Writer, today: string): Promise<void> {
  await inTurn(trx, 'all');
  await sql`delete from search_pathway`.execute(trx);
  await sql`delete from search_word`.execute(trx);
  await sql`delete from search_pair`.execute(trx);
  await project(trx, 'all', today);
}
