import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import { insertRole, listRoles, type RoleRow } from '../../../db/queries/account.ts';
import { acceptInvitation, findInvitation, type Invitation, insertInvitation } from '../../../db/queries/invitation.ts';
import { findOrganisation, insertOffice } from '../../../db/queries/organisation.ts';
import { ministryOf } from '../../domain/people/office.ts';
import { DOOR, type Role, type Who } from '../../domain/people/who.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { hashOfSecret, newSecret } from '../secret.ts';
import { accountAt } from './account-at.ts';
import { type Begun, beginSession } from './sessions.ts';

/** Long enough to reach somebody after a weekend. */
const HOLDS_MS = 72 * 3600 * 1000;

/** The office for which an officer is invited where none is named: the state's labour ministry. */
async function officeOf(trx: Writer, state: string): Promise<string> {
  const id = ministryOf(state);
  const country = new Intl.DisplayNames('en', { type: 'region' }).of(state) ?? state;
  await insertOffice(trx, { id, name: `Labour ministry, ${country}`, country: state });
  return id;
}

export type Invited = {
  email: string;
  role: Exclude<Role, 'worker'>;
  state?: string | undefined;
  organisation?: string | undefined;
};

/** When an invitation of this moment is over. */
export const endOf = (now: Date): Date => new Date(now.getTime() + HOLDS_MS);

export async function inviteWithin(
  trx: Writer,
  who: Who,
  { email, role, state, organisation }: Invited,
  now: Date,
): Promise<{ token: string; invitation: Invitation }> {
  const token = newSecret();
  const office = organisation ?? (state === undefined ? null : await officeOf(trx, state));
  const invitation = { email, role, state: state ?? null, organisation: office };
  const id = await insertInvitation(trx, {
    ...{ ...invitation, token_hash: hashOfSecret(token), expires_at: endOf(now) },
    invited_by: who.kind === 'account' ? who.account : null,
  });
  await writeInvitation(trx, who, id, invitation, { after: { role, state, organisation: office } });
  return { token, invitation };
}

export const writeInvitation = (
  trx: Writer,
  who: Who,
  id: string,
  { organisation }: Invitation,
  change: { before?: unknown; after?: unknown },
): Promise<void> =>
  appendAudit(trx, {
    ...{ chain: organisation ?? 'site', who, action: 'invite-officer', object: { type: 'invitation', id }, ...change },
  });

/** The secret of a link that makes whoever holds it an officer, an employer's member or an administrator, once. */
export const invite = (db: Db, who: Who, invited: Invited, now: Date): Promise<string> =>
  acting(db, who, async (trx) => (await inviteWithin(trx, who, invited, now)).token);

/** What an invitation is to, with the name of the organisation; undefined where it does not stand any more. */
export const readInvitation = (db: Db, token: string) =>
  acting(db, DOOR, async (trx) => {
    const found = await findInvitation(trx, hashOfSecret(token));
    const organisation = found?.organisation ? await findOrganisation(trx, found.organisation) : undefined;
    return found && { ...found, organisationName: organisation?.name ?? null };
  });

/** Gives an account the role of an invitation, and writes it down. */
export async function giveRole(
  trx: Writer,
  account: string,
  { role, state, organisation }: Pick<RoleRow, 'role' | 'state' | 'organisation'>,
): Promise<RoleRow> {
  await insertRole(trx, { account, role, state, organisation });
  const roles = await listRoles(trx, account);
  const given = roles.find((one) => one.role === role && one.state === state && one.organisation === organisation);
  if (!given) throw new Error('a role that was given is not there');
  await appendAudit(trx, {
    ...{ chain: organisation ?? 'site', who: { kind: 'account', account, role }, action: 'accept-invitation' },
    ...{ object: { type: 'account', id: account }, after: { role, state, organisation } },
  });
  return given;
}

/** `gone`: the invitation does not stand any more; `waiting`: its address waits to become another account's. */
export type Accepted = ({ ok: true } & Begun) | { ok: false; problem: 'gone' | 'waiting' };

/**
 * Accepts an invitation: whoever holds its link signs in as the account of its address, made where there is none, in the role it
 * gives.
 */
export function accept(
  db: Db,
  token: string,
  { locale, browser, now }: { locale: string; browser: string; now: Date },
): Promise<Accepted> {
  return acting(db, DOOR, async (trx) => {
    const found = await findInvitation(trx, hashOfSecret(token));
    if (!found) return { ok: false, problem: 'gone' };
    const there = await accountAt(trx, { kind: 'email', address: found.email }, { locale, now });
    if (!there) return { ok: false, problem: 'waiting' };
    const invitation = await acceptInvitation(trx, hashOfSecret(token));
    if (!invitation) return { ok: false, problem: 'gone' };
    const given = await giveRole(trx, there.account, invitation);
    const secret = await beginSession(trx, { account: there.account, actsAs: given, browser, now });
    return { ok: true, secret, role: given.role };
  });
}
