import { sql } from 'kysely';
import type { Writer } from '../../db/client.server.ts';
import { listPathways } from '../../db/queries/pathway.ts';
import { placesLeft } from '../../db/queries/quota.ts';
import { wordsOf } from '../words.ts';
import { toSearchDocument } from './document.ts';
import { type PathwayIndexEntry, toIndexEntry, type Wording } from './index-entry.ts';

const WEIGHTS = [
  ['names', 'A'],
  ['occupations', 'B'],
  ['summaries', 'C'],
  ['context', 'D'],
] as const satisfies readonly (readonly [keyof PathwayIndexEntry, string])[];

/** The limits of a tsvector: places end at 16,383, and a word has at most 256 of them. */
const LAST_PLACE = 16_383;
const MOST_PLACES = 200;
const LONGEST_WORD = 200;

/** A tsvector written out: PostgreSQL's own parser would cut words of some scripts at their vowel signs. */
function vectorOf(entry: PathwayIndexEntry): { vector: string; words: string[] } {
  const places = new Map<string, string[]>();
  let at = 1;
  for (const [field, weight] of WEIGHTS) {
    for (const text of entry[field]) {
      for (const word of wordsOf(text)) {
        if (word.length > LONGEST_WORD) continue;
        const known = places.get(word) ?? [];
        if (known.length < MOST_PLACES) known.push(`${Math.min(at, LAST_PLACE)}${weight}`);
        places.set(word, known);
        at++;
      }
      at += 10; // words of different texts do not stand side by side
    }
  }
  const vector = [...places].map(([word, known]) => `'${word}':${known.join(',')}`).join(' ');
  return { vector, words: [...places.keys()] };
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
    const words = [...new Set(batch.flatMap((one) => one.words))];
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
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          entry: ref('excluded.entry'),
          filters: ref('excluded.filters'),
          facets: ref('excluded.facets'),
          words: ref('excluded.words'),
          name_order: ref('excluded.name_order'),
          destination_order: ref('excluded.destination_order'),
          places: ref('excluded.places'),
          stay: ref('excluded.stay'),
          updated: ref('excluded.updated'),
          revision: sql<number>`nextval('search_revision')`,
        })),
      )
      .execute();
  }
}

/** One job for all that wait: it reads what changed since the index was last brought up to date. */
const enqueue = (trx: Writer) =>
  sql`select graphile_worker.add_job('sync-search', job_key := 'sync-search', max_attempts := 25)`.execute(trx);

/**
 * Brings the search copy of pathways to what their documents and quotas say on `today`, in the transaction of the write, and puts the
 * word for other engines into the same transaction: a rollback takes both back.
 */
export async function projectPathways(trx: Writer, ids: readonly string[] | 'all', today: string): Promise<void> {
  const editions = await listPathways(trx, today, ids === 'all' ? undefined : ids);
  if (editions.length === 0) return;
  const places = await placesLeft(
    trx,
    editions.map(({ document }) => document.id),
    today,
  );
  const wording = await loadWording(trx);
  const entries = editions.map(({ document, recordedAt }) => {
    const updated = recordedAt.toISOString().slice(0, 10);
    return toIndexEntry(
      document,
      toSearchDocument(document, { placesLeft: places.get(document.id) ?? null, updated, today }),
      wording,
    );
  });
  await write(trx, entries);
  await enqueue(trx);
}
