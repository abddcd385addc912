import type { Db } from '../../db/client.server.ts';
import { VISITOR } from '../domain/people/who.ts';
import { openSession } from '../use-cases/people/sessions.ts';
import { holderOf } from '../use-cases/people/tokens.ts';
import type { Identify } from './gate.server.ts';
import { withPatience } from './patience.server.ts';
import { isApi } from './refuse.server.ts';
import type { Cookies } from './session.server.ts';

/** Who asks: on the API whoever holds the token, on pages whoever is signed in there; a cookie opens no call of the API. */
export function identifier(db: Db, cookies: Cookies): Identify {
  return async (request) => {
    if (isApi(request)) {
      const authorization = request.get('Authorization');
      if (authorization === undefined) return { who: VISITOR };
      const [, token] = /^Bearer +(\S+)$/i.exec(authorization.trim()) ?? [];
      const who = token === undefined ? undefined : await withPatience(holderOf(db, token));
      return who && { who };
    }
    const secret = await cookies.session(request.get('Cookie'));
    const session = secret === undefined ? undefined : await withPatience(openSession(db, secret, new Date()));
    return session ? { who: session.who, session } : { who: VISITOR };
  };
}
