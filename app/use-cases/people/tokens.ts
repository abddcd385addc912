import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { findTokenInUse, insertToken } from '../../../db/queries/api-token.ts';
import { chainOf } from '../../domain/audit/chain.ts';
import { type Capacity, DOOR, type Who } from '../../domain/people/who.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { hashOfSecret, newSecret } from '../secret.ts';

/** So that whoever finds one knows what it opens, and scanners for lost secrets know it too. */
const PREFIX = 'fairway_';

export const newTokenSecret = (): string => `${PREFIX}${newSecret()}`;

/** Issues a token for programs to act in that capacity. It is told once: only its hash is kept. */
export function issueToken(db: Db, who: Who, { name, role, state, organisation }: Capacity & { name: string }) {
  const secret = newTokenSecret();
  return acting(db, who, async (trx) => {
    const token = {
      ...{ secretHash: hashOfSecret(secret), name, role, state: state ?? null, organisation: organisation ?? null },
    };
    const id = await insertToken(trx, token);
    const after = { name, role, state, organisation };
    await appendAudit(trx, {
      ...{ chain: chainOf({ kind: 'token', token: id, role, ...(state && { state }) }), who, action: 'issue-token' },
      ...{ object: { type: 'token', id }, after },
    });
    return secret;
  });
}

/** Who holds a token; undefined where it is none, or none any more. */
export function holderOf(db: Db, secret: string): Promise<Who | undefined> {
  return acting(db, DOOR, async (trx) => {
    const found = await findTokenInUse(trx, hashOfSecret(secret));
    if (!found) return undefined;
    const { id, role, state, organisation } = found;
    return {
      ...{ kind: 'token', token: id, role },
      ...(state !== null && { state }),
      ...(organisation !== null && { organisation }),
    };
  });
}
