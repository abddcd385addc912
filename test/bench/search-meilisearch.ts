import { randomBytes } from 'node:crypto';
import { ask } from '../../search/ask.server.ts';
import type { SearchIndex } from '../../search/copy.ts';
import { connectMeilisearch } from '../../search/meilisearch.server.ts';
import { pathwayCopy } from '../../search/pathway/copy.ts';
import type { PathwayIndexEntry } from '../../search/pathway/index-entry.ts';
import { SHOWN, toIndexDocument } from '../../search/pathway/index-settings.ts';
import { done, prepareIndex } from '../../search/sync.server.ts';
import { quantile, type Row, timed } from './measure.ts';
import { withSeededDatabase } from './search-corpus.ts';
import { TELLING, toldIn } from './told.ts';

/** Enough for a search to be more than its way there and back. */
const COPIES = 1_000;
const ROUNDS = 40;
const BATCH = 2_000;
/** Every pathway's thousands of occupation words would only lengthen the filling. */
const OCCUPATION_WORDS = 30;

const QUERIES = ['nurse', 'work', 'seasonal farm', 'constr', 'germny', ''];

const copiesOf = (entries: readonly PathwayIndexEntry[], copy: number) =>
  entries.map((entry) => ({
    ...toIndexDocument({ ...entry, occupations: entry.occupations.slice(0, OCCUPATION_WORDS) }, copy),
    id: `${entry.id}-${copy}`,
  }));

async function fill({ client, uid }: SearchIndex, entries: readonly PathwayIndexEntry[]): Promise<number> {
  const documents = Array.from({ length: COPIES }, (_, copy) => copiesOf(entries, copy)).flat();
  for (let at = 0; at < documents.length; at += BATCH)
    await done(client.index(uid).addDocuments(documents.slice(at, at + BATCH)));
  return documents.length;
}

/** Asks as the engine does: exact totals, counts of the facets, a page of documents. Every search is its own peer: it tells what it took. */
async function measure({ client, uid }: SearchIndex, pathways: number): Promise<Row[]> {
  const [through, own]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const q of QUERIES) {
      const queries = [
        {
          ...{ indexUid: uid, q, matchingStrategy: 'all' as const, facets: ['facets'], attributesToRetrieve: SHOWN },
          ...{ sort: q === '' ? ['nameOrder.en:asc', 'id:asc'] : [], page: 1, hitsPerPage: 20, ...TELLING },
        },
      ];
      let told = 0;
      const time = await timed(async () => {
        told = toldIn(await ask(client, 'multi-search', { queries }, new AbortController().signal));
      });
      if (round === 0) continue; // warms up
      through.push(time);
      own.push(told);
    }
  }
  const name = `Meilisearch, ${pathways} pathways`;
  const [client50, own50] = [quantile(through, 0.5), quantile(own, 0.5)];
  return [
    { what: `${name}: through the client / its own time, p50`, value: client50 / own50, unit: 'times', goal: '≤ 1.6' },
    { what: `${name}: through the client, p50`, value: client50, unit: 'ms' },
    { what: `${name}: through the client, p95`, value: quantile(through, 0.95), unit: 'ms' },
    { what: `${name}: its own time, p50`, value: own50, unit: 'ms' },
  ];
}

/** What a search costs beside Meilisearch's own work; nothing where MEILI_URL is not set. */
export async function run(): Promise<Row[]> {
  const url = process.env['MEILI_URL'];
  if (!url) {
    process.stderr.write('search-meilisearch: skipped, MEILI_URL is not set\n');
    return [];
  }
  const entries = await withSeededDatabase(({ db }) => db.selectFrom('search_pathway').select('entry').execute());
  const client = connectMeilisearch(url, process.env['MEILI_API_KEY']);
  const uid = `bench-${randomBytes(6).toString('hex')}`;
  const index: SearchIndex = { client, uid, copy: pathwayCopy };
  try {
    await prepareIndex(index);
    const pathways = await fill(
      index,
      entries.map(({ entry }) => entry),
    );
    return await measure(index, pathways);
  } finally {
    await done(client.deleteIndex(index.uid));
  }
}
