import pino from 'pino';
import { openDatabase } from '../../app/server/start.server.ts';
import { seedExample } from '../../app/use-cases/example/seed-example.ts';
import { type Connection, type Db, withoutTimeout } from '../../db/client.server.ts';
import { indexesNamed } from '../../search/copies.ts';
import type { SearchEngine } from '../../search/engine.ts';
import { connectMeilisearch, meilisearchEngine } from '../../search/meilisearch.server.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { parseVacancySearch } from '../../search/vacancy/query.ts';
import { withIndexes } from './fed-index.ts';
import { openLoad } from './load.ts';
import { assertSame, inTurns, quantile, type Row, timed } from './measure.ts';
import { pagesOf } from './page-data.ts';
import { startPeer } from './page-server.ts';
import { withToldTimes } from './told-times.ts';
import { type WebServer, withWebServer } from './web-server.ts';

const ROUNDS = 25;

const PAGES = {
  'all vacancies': '/en/vacancies',
  'vacancies for a word': '/en/vacancies?q=nurse',
  'vacancies of a country by wage': '/en/vacancies?destination=DE&sort=wage',
};

const today = () => new Date().toISOString().slice(0, 10);

/** The engine by itself: what it takes of its own for the search of a page. */
type Alone = { name: string; engineOver(db: Db): SearchEngine; taken(search: () => Promise<unknown>): Promise<number> };

const queryOf = (page: string) => {
  const { search } = parseVacancySearch(new URL(page, 'http://localhost').searchParams);
  return { ...search, locale: 'en', on: today() };
};

/** p50 of each page through the web server, and of the engine's own time and the bare render together. */
async function measure(server: WebServer, { db }: Pick<Connection, 'db'>, alone: Alone) {
  const peer = await startPeer(server, await pagesOf(server, Object.values(PAGES), alone.engineOver));
  const load = openLoad(1);
  const engine = alone.engineOver(db);
  try {
    const found: { name: string; ours: number; peer: number }[] = [];
    for (const [name, page] of Object.entries(PAGES)) {
      const [ours, theirs] = [`${server.address}${page}`, `${peer.firstLine}${page}`];
      assertSame(name, await load.page(ours), await load.page(theirs));
      const query = queryOf(page);
      const times = await inTurns(
        ROUNDS,
        () => timed(() => load.page(ours)),
        async () => (await alone.taken(() => engine.searchVacancies(query))) + (await timed(() => load.page(theirs))),
      );
      found.push({ name, ours: quantile(times.ours, 0.5), peer: quantile(times.peer, 0.5) });
    }
    return found;
  } finally {
    load.close();
    await peer.stop();
  }
}

const postgresAlone: Alone = { name: "the engine's search", engineOver: postgresEngine, taken: timed };

async function measureBoth(
  server: WebServer,
  most: number,
  over: (db: Db, work: (alone: Alone, feed: () => Promise<void>) => Promise<Row[]>) => Promise<Row[]>,
): Promise<Row[]> {
  const log = pino({ level: 'silent' });
  const connection = await openDatabase({ DATABASE_URL: undefined, DATA_DIR: server.dataDir }, 'guest', log);
  const patient = withoutTimeout(connection);
  try {
    return await over(patient.db, async (alone, feed) => {
      const rows: Row[] = [];
      const before = new Map<string, number>();
      for (const vacancies of [Math.ceil(most / 10), most]) {
        await seedExample(patient.db, { vacancies, profiles: 0, seed: 1 }, () => undefined);
        await feed();
        await connection.pool.query('vacuum analyze search_vacancy');
        for (const { name, ours, peer } of await measure(server, connection, alone)) {
          const what = `${name}, of ${vacancies}`;
          const smaller = before.get(name);
          before.set(name, ours);
          rows.push(
            {
              what: `${what}: page / (${alone.name} + bare render), p50`,
              value: ours / peer,
              unit: 'times',
              goal: '≤ 1.5',
            },
            { what: `${what}: page, p50`, value: ours, unit: 'ms' },
            ...(smaller === undefined
              ? []
              : [
                  {
                    what: `${what}: page / page of a tenth, p50`,
                    value: ours / smaller,
                    unit: 'times',
                    goal: '≤ 2',
                  } as const,
                ]),
          );
        }
      }
      return rows;
    });
  } finally {
    await patient.close();
    await connection.close();
  }
}

/** Over the Meilisearch at MEILI_URL, asked directly by the server and, for the times that it tells, through another address by us. */
const overMeilisearch =
  (url: string, key: string | undefined) =>
  (db: Db, work: (alone: Alone, feed: () => Promise<void>) => Promise<Row[]>): Promise<Row[]> =>
    withToldTimes(url, (told) =>
      withIndexes(db, { url, key }, ({ base, feed }) => {
        const alone: Alone = {
          name: "Meilisearch's own time",
          engineOver: (reader) => meilisearchEngine(reader, indexesNamed(base, connectMeilisearch(told.url, key))),
          taken: async (search) => {
            const before = told.taken();
            await search();
            return told.taken() - before;
          },
        };
        return work(alone, feed);
      }),
    );

/** Search pages of made-up vacancies through the web server, against the engine by itself and the same components from memory; of a tenth as many first. */
export function run({ vacancies = 20_000 }: { vacancies?: number }): Promise<Row[]> {
  const url = process.env['MEILI_URL'];
  const key = process.env['MEILI_API_KEY'];
  const env = { ...(url && { MEILI_URL: url }), ...(url && key && { MEILI_API_KEY: key }) };
  return withWebServer(
    (server) =>
      measureBoth(
        server,
        vacancies,
        url ? overMeilisearch(url, key) : (_db, work) => work(postgresAlone, async () => undefined),
      ),
    env,
  );
}
