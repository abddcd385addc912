import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import { listRoles } from '../../../db/queries/account.ts';
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
import { writeOwn, writeSignIn } from './account-audit.ts';

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
    if (!row || sessionEnd(row.role, row).at <= now) return undefined;
    const used = now.getTime() - row.usedAt.getTime() > TOUCH_AFTER_MS;
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

/** What somebody who signed in goes on with: the secret of the session, and the role that it is in. */
export type Begun = { secret: string; role: Role };

/** Whoever has one role beside worker most likely comes for it. */
async function firstRole(trx: Writer, account: string) {
  const [only, ...others] = await listRoles(trx, account);
  return only && others.length === 0 ? only : null;
}

/** Begins a session of whoever has shown who they are, in the role they came for or the one they have, and writes it down. */
export async function signInAs(
  trx: Writer,
  account: string,
  { browserName, now }: { browserName: string; now: Date },
  how: Parameters<typeof writeSignIn>[2],
  cameFor?: Beginning['actsAs'],
): Promise<Begun> {
  const actsAs = cameFor ?? (await firstRole(trx, account));
  const secret = await beginSession(trx, { account, actsAs, browser: browserName, now });
  const role: Role = actsAs?.role ?? 'worker';
  await writeSignIn(trx, { account, role }, how);
  return { secret, role };
}

export const endSession = (db: Db, { who, id }: Pick<Session, 'who' | 'id'>): Promise<boolean> =>
  acting(db, who, async (trx) => {
    const ended = await deleteAccountSession(trx, who.account, id);
    await writeOwn(trx, who, 'session', { after: 'signed out' });
    return ended;
  });

/** For how long a browser keeps the cookie, in seconds. */
export const cookieSeconds = (role: Role): number => SESSION_LIMITS[role].most * 60;
