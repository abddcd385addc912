import { sql } from 'kysely';
import type { Address } from '../../app/domain/people/address.ts';
import type { Reader, Writer } from '../client.server.ts';
import type { AccountRoleTable } from '../schema/people.ts';

/** Not `now()`, which stands still in a transaction that waited for another. */
const now = sql<Date>`clock_timestamp()`;

/** Whose address it is, where somebody may sign in by it now. */
export async function findAccountBy(
  db: Reader,
  { kind, address }: Address,
): Promise<{ id: string; passwordHash: string | null } | undefined> {
  return db
    .selectFrom('account_address as a')
    .innerJoin('account', 'account.id', 'a.account')
    .select(['account.id', 'account.password_hash as passwordHash'])
    .where('a.kind', '=', kind)
    .where('a.address', '=', address)
    .where('a.usable_from', '<=', now)
    .executeTakeFirst();
}

export async function findAccount(db: Reader, id: string) {
  return db
    .selectFrom('account')
    .select(['id', 'locale', 'password_hash as passwordHash', 'audit_key as auditKey', 'created_at as createdAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Makes whoever else changes what is this account's wait until the transaction ends. */
export async function lockAccount(trx: Writer, id: string): Promise<void> {
  await trx.selectFrom('account').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow();
}

export async function insertAccount(trx: Writer, account: { locale: string; auditKey: string }): Promise<string> {
  const { id } = await trx
    .insertInto('account')
    .values({ locale: account.locale, audit_key: account.auditKey })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateAccount(trx: Writer, id: string, change: { password_hash: string | null }): Promise<void> {
  await trx.updateTable('account').set(change).where('id', '=', id).execute();
}

/** Everything of an account goes with it. */
export async function deleteAccount(trx: Writer, id: string): Promise<void> {
  await trx.deleteFrom('account').where('id', '=', id).execute();
}

/** Whether the address became this account's: somebody else may have been quicker. */
export async function insertAddress(
  trx: Writer,
  account: string,
  { kind, address }: Address,
  usableFrom: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('account_address')
    .values({ kind, address, account, usable_from: usableFrom })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export type AddressRow = Address & { usableFrom: Date };

export async function listAddresses(db: Reader, account: string): Promise<AddressRow[]> {
  return db
    .selectFrom('account_address')
    .select(['kind', 'address', 'usable_from as usableFrom'])
    .where('account', '=', account)
    .orderBy('usable_from')
    .orderBy('address')
    .execute();
}

/** Those that waited may be used from now on. */
export async function releaseAddresses(trx: Writer, account: string): Promise<void> {
  await trx
    .updateTable('account_address')
    .set({ usable_from: now })
    .where('account', '=', account)
    .where('usable_from', '>', now)
    .execute();
}

/** Takes an address away as long as another one can be used at once; whether it did. */
export async function deleteAddress(trx: Writer, account: string, { kind, address }: Address): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('account_address')
    .where('account', '=', account)
    .where('kind', '=', kind)
    .where('address', '=', address)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('account_address as other')
          .select('other.address')
          .where('other.account', '=', account)
          .where('other.usable_from', '<=', now)
          .where(sql<boolean>`(other.kind, other.address) <> (${kind}, ${address})`),
      ),
    )
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export type RoleRow = {
  id: string;
  role: AccountRoleTable['role'];
  state: string | null;
  organisation: string | null;
  organisationName: string | null;
};

/** What an account may act as, beside worker. */
export async function listRoles(db: Reader, account: string): Promise<RoleRow[]> {
  return db
    .selectFrom('account_role as r')
    .leftJoin('organisation as o', 'o.id', 'r.organisation')
    .select(['r.id', 'r.role', 'r.state', 'r.organisation', 'o.name as organisationName'])
    .where('r.account', '=', account)
    .where('r.ended_at', 'is', null)
    .orderBy('r.granted_at')
    .orderBy('r.id')
    .execute();
}

/** Takes a role away; whether the account still had it. A session in it is over by that. */
export async function endRole(trx: Writer, id: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('account_role')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The role given, or the same one that the account had already. */
export async function insertRole(
  trx: Writer,
  role: { account: string; role: AccountRoleTable['role']; state: string | null; organisation: string | null },
): Promise<void> {
  await trx
    .insertInto('account_role')
    .values(role)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** By which e-mail address each member of an organisation is told, and in which language; read by jobs alone. */
export async function listMembersToTell(
  db: Reader,
  organisation: string,
): Promise<{ to: { kind: 'email'; address: string }; locale: string }[]> {
  const rows = await db
    .selectFrom('account_role as r')
    .innerJoin('account', 'account.id', 'r.account')
    .innerJoin('account_address as a', 'a.account', 'r.account')
    .distinctOn('r.account')
    .select(['a.address', 'account.locale'])
    .where('r.organisation', '=', organisation)
    .where('r.ended_at', 'is', null)
    .where('a.kind', '=', 'email')
    .where('a.usable_from', '<=', now)
    .orderBy('r.account')
    .orderBy('a.usable_from')
    .execute();
  return rows.map(({ address, locale }) => ({ to: { kind: 'email', address }, locale }));
}
