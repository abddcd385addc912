import { sql } from 'kysely';
import type { Reader } from '../db/client.server.ts';
import type { SearchEngine } from './engine.ts';
import { searchPathwayCopy } from './pathway/postgres.server.ts';
import { searchVacancyCopy } from './vacancy/postgres.server.ts';

/** The engine that is always there: full text and trigrams in PostgreSQL. It sees a write with its commit. */
export function postgresEngine(db: Reader, { manyFrom }: { manyFrom?: number } = {}): SearchEngine {
  return {
    name: 'postgres',
    searchPathways: (query) => searchPathwayCopy(db, query, manyFrom),
    searchVacancies: (query) => searchVacancyCopy(db, query),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
  };
}
