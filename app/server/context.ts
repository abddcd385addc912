import type { Logger } from 'pino';
import type { Db, Reader } from '../../db/client.server.ts';
import type { Labels } from '../../db/queries/reference.ts';
import type { SearchEngine } from '../../search/engine.ts';
import type { Address } from '../domain/people/address.ts';
import type { CompiledPathways } from '../use-cases/compiled-pathways.ts';
import type { CompiledRequirements } from '../use-cases/matching/compiled-requirements.ts';
import type { Limits } from '../use-cases/people/limits.ts';
import type { Passwords } from '../use-cases/people/password.ts';
import type { Post } from '../use-cases/people/post.ts';
import type { PrivateSessions } from '../use-cases/private-sessions.ts';
import type { SavedChecks } from '../use-cases/saved-checks.ts';
import type { Asker } from './gate.server.ts';
import type { MinistryProvider } from './ministry/provider.server.ts';
import type { Cookies } from './session.server.ts';

/** What a loader is given: the doors, and what it may not find out for itself (the day, the address). */
export type AppContext = {
  db: Reader;
  /** What a use case is given to write with, in somebody's name. */
  database: Db;
  cookies: Cookies;
  /** What codes are hashed under. */
  secret: string;
  post: Post;
  /** The kinds of address that messages can be sent to. */
  sends: readonly Address['kind'][];
  limits: Limits;
  passwords: Passwords;
  /** Ministries whose own providers sign their officers in, by their ids. */
  ministries: ReadonlyMap<string, MinistryProvider>;
  search: SearchEngine;
  /** Whether all that was committed before is searchable; waits for it at most half a minute. */
  searchable(): Promise<boolean>;
  labels: Labels;
  /** The published pathways' rules, made ready. */
  compiled: CompiledPathways;
  /** What vacancies require, made ready. */
  requirements: CompiledRequirements;
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
  interface AppLoadContext extends AppContext, Asker {
    /** The network from which one asks. */
    network: string;
    /** With it the answer's page may run a script of ours. */
    nonce: string;
  }
}

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}
