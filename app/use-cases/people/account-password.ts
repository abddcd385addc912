import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { findAccountBy, listAddresses, updateAccount } from '../../../db/queries/account.ts';
import { deleteSessionsExcept } from '../../../db/queries/account-session.ts';
import type { Address } from '../../domain/people/address.ts';
import { type PasswordProblem, passwordProblem } from '../../domain/people/password.ts';
import { DOOR } from '../../domain/people/who.ts';
import { writeOwn } from './account-audit.ts';
import type { Passwords } from './password.ts';
import { type Begun, type Session, signInAs } from './sessions.ts';

type PasswordDoors = { database: Db; passwords: Passwords };

/** Signs in by a password. What is wrong is never told: neither that there is no such account, nor that it has no password. */
export async function signInByPassword(
  { database, passwords }: PasswordDoors,
  asked: { address: Address; password: string; browserName: string; now: Date },
): Promise<({ ok: true } & Begun) | { ok: false; problem: 'wrong' | 'busy' }> {
  const found = await acting(database, DOOR, (trx) => findAccountBy(trx, asked.address));
  const checked = await passwords.check(asked.password, found?.passwordHash ?? undefined);
  if (checked.is !== 'right' || !found) return { ok: false, problem: checked.is === 'busy' ? 'busy' : 'wrong' };
  return acting(database, DOOR, async (trx) => {
    if (checked.fresh !== undefined) await updateAccount(trx, found.id, { password_hash: checked.fresh });
    const begun = await signInAs(trx, found.id, asked, { isNew: false, by: 'password' });
    return { ok: true, ...begun };
  });
}

/** Sets or changes the password and ends every other session; or says why not. */
export async function setPassword(
  { database, passwords }: PasswordDoors,
  { who, id }: Session,
  password: string,
): Promise<{ ok: true } | { ok: false; problem: PasswordProblem | 'busy' }> {
  const addresses = await acting(database, who, (trx) => listAddresses(trx, who.account));
  const problem = passwordProblem(
    password,
    addresses.map(({ address }) => address),
  );
  if (problem) return { ok: false, problem };
  const made = await passwords.hash(password);
  if (!made.ok) return made;
  await acting(database, who, async (trx) => {
    await updateAccount(trx, who.account, { password_hash: made.hash });
    await deleteSessionsExcept(trx, who.account, id);
    await writeOwn(trx, who, 'password', { after: 'set' });
  });
  return { ok: true };
}

export const removePassword = (database: Db, { who }: Session): Promise<void> =>
  acting(database, who, async (trx) => {
    await updateAccount(trx, who.account, { password_hash: null });
    await writeOwn(trx, who, 'password', { after: 'none' });
  });
