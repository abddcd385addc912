import path from 'node:path';
import { keptSecret } from '../../db/embedded/kept-secret.ts';
import type { Env } from './env.server.ts';

/** The installation's secret: with an embedded database it lies beside it, unless it is stated. */
export const installationSecret = ({ SESSION_SECRET, DATA_DIR }: Pick<Env, 'SESSION_SECRET' | 'DATA_DIR'>): string =>
  SESSION_SECRET ?? keptSecret(path.resolve(DATA_DIR, 'session.secret'));
