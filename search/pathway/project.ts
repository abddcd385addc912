import { sql } from 'kysely';
import type { Writer } from '../../db/client.server.ts';
import { listPathways } from '../../db/queries/pathway.ts';
import { placesLeft } from '../../db/queries/quota.ts';
import { askForSync } from '../outbox.ts';
import { wordsOf } from '../words.ts';
import { BEGINNING, beginningOf } from './beginning.ts';
import { toSearchDocument } from './document.ts';
import { type PathwayIndexEntry, toIndexEntry, type Wording } from './index-entry.ts';

const WEIGHTS = [
  ['names', 'A'],
  ['summaries', 'C'],
  ['context', 'D'],
  ['occupations', 'B'], // last, for they may be so many that the places run out
] as const satisfies readonly (readonly [keyof PathwayIndexEntry, string])[];

/** The limits of a tsvector: places end at 16,383, and a word has at most 256 of them. */
const LAST_PLACE = 16_383;
const MOST_PLACES = 200;

/** A tsvector written out: PostgreSQL's own parser would cut words of some scripts at their vowel signs. */
function vectorOf(entry: PathwayIndexEntry): { vector: string; words: string[] } {
  const places = new Map<string, string[]>();
  let at = 1;
  const put = (word: string, weight: string) => {
    const known = places.get(word) ?? [];
    if (known.length < MOST_PLACES) known.push(`${Math.min(at, LAST_PLACE)}${weight}`);
    places.set(word, known);
  };
  const words = new Set<string>();
  for (const [field, weight] of WEIGHTS) {
    const texts = entry[field].map(wordsOf);
    for (const mark of [BEGINNING, beginningOf(texts.flat().length)]) put(mark, weight);
    for (const text of texts) {
      for (const word of text) {
        at++;
        put(word, weight);
        words.add(word);
      }
      at += 10; // words of different texts do not stand side by side
    }
  }
  const vector = [...places].map(([word, known]) => `'${word}':${known.join(',')}`).join(' ');
  return { vector, words: [...words] };
}

/** Titles and everyday words by ISCO code, those of the groups below included, and sector labels. */
async function loadWording(trx: Writer): Promise<Wording> {
  const [terms, sectors] = await Promise.all([
    trx
      .selectFrom('occupation_term')
      .select(['code', 'term'])
      .orderBy('code')
      .orderBy('kind', 'desc')
      .orderBy('language')
      .orderBy('term')
      .execute(),
    trx
      .selectFrom('classification')
      .select(['code', 'label'])
      .where('scheme', '=', 'isic')
      .orderBy('language')
      .execute(),
  ]);
  const occupations = new Map<string, string[]>();
  for (const { code, term } of terms) {
    for (let length = 1; length <= code.length; length++) {
      const above = code.slice(0, length);
      const known = occupations.get(above);
      if (known) known.push(term);
      else occupations.set(above, [term]);
    }
  }
  return {
    occupation: (code) => occupations.get(code) ?? [],
    sector: (code) => sectors.filter((sector) => sector.code === code).map(({ label }) => label),
  };
}

const BATCH = 200;

async function write(trx: Writer, entries: readonly PathwayIndexEntry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += BATCH) {
    const batch = entries.slice(at, at + BATCH).map((entry) => ({ entry, ...vectorOf(entry) }));
    // In one order, or two writes that bring the same new words would wait for each other.
    const words = [...new Set(batch.flatMap((one) => one.words))].sort();
    await sql`insert into search_word select unnest(${words}::text[]) on conflict do nothing`.execute(trx);
    await trx
      .insertInto('search_pathway')
      .values(
        batch.map(({ entry, vector }) => ({
          id: entry.id,
          entry: JSON.stringify(entry),
          filters: entry.filters,
          facets: entry.facets,
          words: vector,
          name_order: JSON.stringify(entry.nameOrder),
          destination_order: JSON.stringify(entry.destinationOrder),
          places: entry.places ?? null,
          stay: entry.stay ?? null,
          updated: entry.updated,
          breadth: entry.breadth,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(({ ref }) => ({
            entry: ref('excluded.entry'),
            filters: ref('excluded.filters'),
            facets: ref('excluded.facets'),
            words: ref('excluded.words'),
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
  }
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
    return toIndexEntry(
      document,
      toSearchDocument(document, { placesLeft: places.get(document.id) ?? null, updated, today }),
      wording,
    );
  });
}

const PROJECTING = { all: 0x66617212, one: 0x66617213 };
/** Each is a lock of its own, and PostgreSQL has a table of some thousands for them all. */
const MOST_LOCKS = 500;

/** Two writes that concern one pathway project it one after the other: the second reads what the first has committed. */
async function inTurn(trx: Writer, ids: readonly string[] | 'all'): Promise<void> {
  if (ids === 'all' || ids.length > MOST_LOCKS) {
    await sql`select pg_advisory_xact_lock(${PROJECTING.all}, 0)`.execute(trx);
    return;
  }
  await sql`select pg_advisory_xact_lock_shared(${PROJECTING.all}, 0)`.execute(trx);
  await sql`select pg_advisory_xact_lock(${PROJECTING.one}, key) from (select distinct hashtext(unnest(${[...ids]}::text[])) as key order by 1) keys`.execute(
    trx,
  );
}

/**
 * Brings the search copy of pathways to what their documents and quotas say on `today`, in the transaction of the write, and puts the
 * word for other engines into the same transaction: a rollback takes both back.
 */
export async function projectPathways(trx: Writer, ids: readonly string[] | 'all', today: string): Promise<void> {
  await inTurn(trx, ids);
  const entries = await entriesOf(trx, ids, today);
  if (entries.length === 0) return;
  await write(trx, entries);
  await askForSync(trx);
}
