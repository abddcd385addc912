import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { indexesNamed } from '../../search/copies.ts';
import type { PathwayQuery, SearchEngine } from '../../search/engine.ts';
import { type Fallback, withFallback } from '../../search/fallback.server.ts';
import { connectMeilisearch, meilisearchEngine } from '../../search/meilisearch.server.ts';
import { emptyQuery } from '../../search/pathway/query.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { empty, FAULTS, type FlakyServer, flakyServer, hang } from '../support/flaky-server.ts';
import { fillWithCorpus } from '../support/search-corpus.ts';
import { silent } from '../support/silent.ts';

const anything = emptyQuery('en');
const ASKED: PathwayQuery[] = [
  anything,
  { ...emptyQuery('fr'), q: 'infirmière' },
  { ...emptyQuery('ar'), q: 'ممرضة', filters: { destination: ['DE'], origin: ['PH'] }, perPage: 5 },
  { ...emptyQuery('en'), q: 'no such pathway anywhere' },
];

let database: TestDatabase;
let postgres: SearchEngine;
beforeAll(async () => {
  database = await seededDatabase();
  await fillWithCorpus(database);
  postgres = postgresEngine(database.db);
});

/** An engine that says how often it was asked. */
function counted(engine: SearchEngine): { engine: SearchEngine; asked(): number } {
  let asked = 0;
  return {
    engine: {
      ...engine,
      searchPathways: (query, signal) => {
        asked++;
        return engine.searchPathways(query, signal);
      },
    },
    asked: () => asked,
  };
}

const open: Fallback[] = [];
afterAll(() => {
  for (const fallback of open) fallback.close();
});

function over({ url }: FlakyServer): Fallback & { asked(): number } {
  const { engine, asked } = counted(
    meilisearchEngine(database.db, indexesNamed('test', connectMeilisearch(url, undefined))),
  );
  const fallback = withFallback(engine, postgres, { recover: async () => undefined, log: silent });
  open.push(fallback);
  return { ...fallback, asked };
}

const PATIENCE = { timeout: 20_000 };
const isInUse = ({ state }: Fallback) => vi.waitFor(() => expect(state()).toBe('ok'), PATIENCE);

async function answeredByPostgres({ engine, state }: Fallback): Promise<void> {
  for (const query of ASKED)
    expect(await engine.searchPathways(query)).toEqual({ ...(await postgres.searchPathways(query)), degraded: true });
  expect(state()).toBe('degraded');
}

const FAULTY: [string, (server: FlakyServer) => Promise<void> | void][] = [
  ['refuses connections', (server) => server.refuse()],
  ...Object.entries(FAULTS).map(([name, fault]): [string, (server: FlakyServer) => void] => [
    name,
    (server) => server.turn(fault),
  ]),
];

describe('a search engine that was in use and then', () => {
  it.concurrent.each(FAULTY)(
    '%s: PostgreSQL answers, one search pays for it, and it comes back by itself',
    async (_, spoil) => {
      const server = await flakyServer(empty);
      const search = over(server);
      await isInUse(search);
      await spoil(server);
      const before = search.asked();
      await answeredByPostgres(search);
      expect(search.asked()).toBe(before + 1);
      server.turn(empty);
      await server.reopen();
      await isInUse(search);
      const answers = { engine: 'meilisearch', degraded: false, total: 0 };
      await vi.waitFor(
        async () => expect(await search.engine.searchPathways(anything)).toMatchObject(answers),
        PATIENCE,
      );
    },
  );

  it('hangs while many ask: all of them are answered', async () => {
    const server = await flakyServer(empty);
    const search = over(server);
    await isInUse(search);
    server.turn(hang);
    const truth = { ...(await postgres.searchPathways(anything)), degraded: true };
    const answers = await Promise.all(Array.from({ length: 40 }, () => search.engine.searchPathways(anything)));
    for (const answer of answers) expect(answer).toEqual(truth);
  });
});

describe('a search engine that from the start', () => {
  it.each(FAULTY)('%s: PostgreSQL answers and nobody pays for it', async (_, spoil) => {
    const server = await flakyServer(empty);
    await spoil(server);
    const search = over(server);
    await search.started;
    await answeredByPostgres(search);
    expect(search.asked()).toBe(0);
  });
});

it('a reader who goes away is no fault of the engine', async () => {
  const server = await flakyServer(empty);
  const search = over(server);
  await isInUse(search);
  server.turn(hang);
  const gone = new AbortController();
  const asked = search.engine.searchPathways(anything, gone.signal);
  gone.abort(new Error('gone'));
  await expect(asked).rejects.toThrow('gone');
  expect(search.state()).toBe('ok');
});
