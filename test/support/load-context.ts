import type { AppLoadContext } from '@remix-run/node';
import { VISITOR } from '../../app/domain/people/who.ts';
import { cookiesOf } from '../../app/server/session.server.ts';
import { keepCompiledPathways } from '../../app/use-cases/compiled-pathways.ts';
import { keepCompiledRequirements } from '../../app/use-cases/matching/compiled-requirements.ts';
import { keepPasswords } from '../../app/use-cases/people/password.ts';
import { postUnder } from '../../app/use-cases/people/post.ts';
import { privateSessions } from '../../app/use-cases/private-sessions.ts';
import { savedChecks } from '../../app/use-cases/saved-checks.ts';
import type { Db } from '../../db/client.server.ts';
import { loadLabels } from '../../db/queries/reference.ts';
import type { SearchEngine } from '../../search/engine.ts';
import { silent } from './silent.ts';

const SECRET = 'a secret of tests, of no use to anybody';

/** What a loader is given by a server over that database, for a visitor. */
export async function loadContextOver(
  db: Db,
  search: SearchEngine,
  { publicUrl, today }: Pick<AppLoadContext, 'publicUrl' | 'today'>,
): Promise<AppLoadContext> {
  return {
    ...{ db, database: db, search, publicUrl, today, log: silent, labels: await loadLabels(db) },
    ...{ compiled: keepCompiledPathways(), requirements: keepCompiledRequirements() },
    ...{ privateSessions: privateSessions(db), savedChecks: savedChecks(db) },
    ...{ secret: SECRET, cookies: cookiesOf(publicUrl, SECRET), post: postUnder(SECRET), sends: ['email'] },
    ...{
      limits: async () => ({ ok: true }),
      searchable: async () => true,
      passwords: keepPasswords(),
      ministries: new Map(),
      who: VISITOR,
      network: '127.0.0.1',
      nonce: '',
    },
  };
}
