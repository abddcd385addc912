import type { Logger } from 'pino';
import type { Reader } from '../../db/client.server.ts';
import type { Labels } from '../../db/queries/reference.ts';
import type { SearchEngine } from '../../search/engine.ts';
import type { CompiledPathways } from '../use-cases/compiled-pathways.ts';
import type { PrivateSessions } from '../use-cases/private-sessions.ts';
import type { SavedChecks } from '../use-cases/saved-checks.ts';

/** What a loader is given: the doors, and what it may not find out for itself (the day, the address). */
export type AppContext = {
  db: Reader;
  search: SearchEngine;
  labels: Labels;
  /** The published pathways' rules, made ready. */
  compiled: CompiledPathways;
  /** What of a check is kept on the server: while it lasts, and where a person puts it aside. */
  privateSessions: PrivateSessions;
  savedChecks: SavedChecks;
  /** Today in UTC, `YYYY-MM-DD`. */
  today(): string;
  /** The public address of this installation, without a slash at its end. */
  publicUrl: string;
  log: Logger;
};

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends AppContext {}
}

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}
