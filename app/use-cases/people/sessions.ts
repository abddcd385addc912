import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import {
  deleteAccountSession,
  findSession,
  insertAccountSession,
  type SessionRow,
  touchSession,
} from '../../../db/queries/account-session.ts';
import { SESSION_LIMITS, type SessionEnd, sessionEnd } from '../../domain/people/session-limits.ts';
import { DOOR, type Role, type Who } from '../../domain/people/who.ts';
import { hashOfSecret, newSecret } from '../secret.ts';
import { writeOwn } from './account-audit.ts';

export type Session = {
  id: string;
  who: Extract<Who, { kind: 'account' }>;
  actsAs: string | null;
  createdAt: Date;
  end: SessionEnd;
};

/** A page more within a minute does not write. */
const TOUCH_AFTER_MS = 60_000;

function sessionFrom({ id, account, actsAs, role, state, organisation, createdAt }: SessionRow, usedAt: Date): Session {
  return {
    id,
    actsAs,
    createdAt,
    who: {
      ...({ kind: 'account', account, role } as const),
      ...(state !== null && { state }),
      ...(organisation !== null && { organisation }),
    },
    end: sessionEnd(role, { createdAt, usedAt }),
  };
}

/** The session of a secret, which being used lasts anew; undefined where there is none any more. */
export function openSession(db: Db, secret: string, now: Date): Promise<Session | undefined> {
  return acting(db, DOOR, async (trx) => {
    const row = await findSession(trx, hashOfSecret(secret));
    if (!row) return undefined;
    const used = now.getTime() - row.usedAt.getTime() > TOUCH_AFTER_MS;
    if (sessionFrom(row, row.usedAt).end.at <= now) return undefined;
    const session = sessionFrom(row, used ? now : row.usedAt);
    if (used) await touchSession(trx, row.id, session.end.at);
    return session;
  });
}

/** What a session begins with: who, in which role, in which browser. */
export type Beginning = { account: string; actsAs: { id: string; role: Role } | null; browser: string; now: Date };

/** Begins a session at the door; the secret for the cookie. */
export async function beginSession(trx: Writer, { account, actsAs, browser, now }: Beginning): Promise<string> {
  const secret = newSecret();
  const { at } = sessionEnd(actsAs?.role ?? 'worker', { createdAt: now, usedAt: now });
  await insertAccountSession(trx, {
    ...{ secretHash: hashOfSecret(secret), account, actsAs: actsAs?.id ?? null, browser, endsAt: at },
  });
  return secret;
}

export const endSession = (db: Db, { who, id }: Pick<Session, 'who' | 'id'>): Promise<boolean> =>
  acting(db, who, async (trx) => {
    await writeOwn(trx, who, 'session', { after: 'signed out' });
    return deleteAccountSession(trx, who.account, id);
  });

/** For how long a browser keeps the cookie, in seconds. */
export const cookieSeconds = (role: Role): number => SESSION_LIMITS[role].most * 60;
