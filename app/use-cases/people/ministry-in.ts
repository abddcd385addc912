import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import { findAccountBy, listRoles, type RoleRow } from '../../../db/queries/account.ts';
import { findLinked, type Identity, insertIdentity } from '../../../db/queries/identity.ts';
import { acceptInvitation, findInvitationTo } from '../../../db/queries/invitation.ts';
import { findOrganisation, insertOffice } from '../../../db/queries/organisation.ts';
import { type Challenge, takeChallenge } from '../../../db/queries/sign-in-challenge.ts';
import { DOOR, type MINISTRIES } from '../../domain/people/who.ts';
import type { Locale } from '../../i18n/locale.ts';
import { hashOfSecret, hashUnder } from '../secret.ts';
import { accountAt } from './account-at.ts';
import { writeOwn } from './account-audit.ts';
import { giveRole } from './invitations.ts';
import type { Post } from './post.ts';
import { type Begun, signInAs } from './sessions.ts';
import { tellAccount } from './tell-account.ts';

/** How long somebody may take at the provider of their ministry, in milliseconds. */
export const MINISTRY_WITHIN_MS = 15 * 60_000;

/**
 * The office for which a provider signs people in, as the installation is set up: no claim of the provider changes it. `admit`: whether
 * whoever it lets in for the first time becomes an officer, or only those who were invited.
 */
export type OfficeDoor = {
  label: string;
  role: (typeof MINISTRIES)[number];
  state: string;
  organisation: string;
  admit: 'invited' | 'everyone';
};

/** What a provider says of somebody; `email` only where it says that it verified it. */
export type Claimed = Identity & { email: string | undefined };

/** What goes to the provider and must come back by it: only the holder of the installation's secret can tell them from the state. */
export const proofOf = (secret: string, state: string) => ({
  state,
  nonce: hashUnder(secret, 'ministry nonce', state),
  verifier: hashUnder(secret, 'ministry verifier', state),
});

/** What a browser set out for, as it comes back from that ministry's provider; once, and in that browser alone. */
export async function comeBack(
  database: Db,
  { ministry, state, browser }: { ministry: string; state: string; browser: string },
): Promise<Challenge | undefined> {
  const asked = { challenge: state, browserHash: hashOfSecret(browser), purpose: 'ministry' as const };
  const taken = await acting(database, DOOR, (trx) => takeChallenge(trx, asked));
  return taken?.ministry === ministry ? taken : undefined;
}

/**
 * Why a provider's word signs nobody in: nobody invited them, it does not vouch for their e-mail address, or that address has an account,
 * whose owner has to sign in to it once by another way.
 */
export type AdmissionProblem = 'uninvited' | 'unverified' | 'known';

export type Admitted = ({ ok: true } & Begun) | { ok: false; problem: AdmissionProblem };

const refused = (problem: AdmissionProblem) => ({ ok: false, problem }) as const;

type Doors = { database: Db; post: Post };
type Coming = { signedInAs: string | undefined; browserName: string; locale: Locale; page: string; now: Date };

async function roleIn(trx: Writer, account: string, { role, state, organisation }: OfficeDoor) {
  const roles = await listRoles(trx, account);
  return roles.find((one) => one.role === role && one.state === state && one.organisation === organisation);
}

/** The office is made where it is not there yet; one of another state is a slip of whoever set this up. */
async function openOffice(trx: Writer, { organisation: id, label: name, state }: OfficeDoor): Promise<void> {
  await insertOffice(trx, { id, name, country: state });
  const office = await findOrganisation(trx, id);
  if (office?.kind !== 'ministry' || office.country !== state)
    throw new Error(`OIDC_MINISTRIES names ${id} as an office of ${state}, which it is not`);
}

/** Who somebody is, and by what they may act for the office, found out before anything is changed. */
async function standing(trx: Writer, office: OfficeDoor, { email, ...identity }: Claimed) {
  const linked = await findLinked(trx, identity);
  const address = email === undefined ? undefined : ({ kind: 'email', address: email } as const);
  const account = linked ?? (address && (await findAccountBy(trx, address))?.id);
  const held = account === undefined ? undefined : await roleIn(trx, account, office);
  const invitation = held || !address ? undefined : await findInvitationTo(trx, address.address, office);
  const isAdmitted = held !== undefined || invitation !== undefined || (!linked && office.admit === 'everyone');
  return { account, address, held, invitation, isAdmitted, isLinked: linked !== undefined };
}

/** The role in which somebody acts for the office from now on; undefined where an invitation was used at this moment by somebody else. */
async function roleFor(
  trx: Writer,
  account: string,
  office: OfficeDoor,
  { held, invitation }: Awaited<ReturnType<typeof standing>>,
): Promise<RoleRow | undefined> {
  if (held) return held;
  if (invitation && !(await acceptInvitation(trx, invitation))) return undefined;
  await openOffice(trx, office);
  return giveRole(trx, account, office);
}

/** Keeps that this identity signs in this account, of which the account is told. */
async function link(trx: Writer, { post }: Doors, account: string, { issuer, subject }: Identity, coming: Coming) {
  await insertIdentity(trx, { issuer, subject }, account);
  await tellAccount(trx, post, account, { ...coming, notice: { kind: 'ministry-linked', url: coming.page } });
  await writeOwn(trx, { kind: 'account', account, role: 'worker' }, 'identity', { before: null, after: { issuer } });
}

/**
 * Signs in whom a ministry's provider vouches for, in the role that they have at its office. The first time an invitation, or a role there,
 * must stand at their verified address; from then on they are known by issuer and subject alone. An account that is there already is
 * linked only while its owner is signed in to it: else whoever runs a provider could take any account by naming its address.
 */
export function signInByMinistry(
  doors: Doors,
  office: OfficeDoor,
  claimed: Claimed,
  { signedInAs, ...coming }: Coming,
): Promise<Admitted> {
  return acting(doors.database, DOOR, async (trx) => {
    const stands = await standing(trx, office, claimed);
    const { address, isLinked } = stands;
    if (!isLinked && !address) return refused('unverified');
    if (!stands.isAdmitted) return refused('uninvited');
    if (!isLinked && stands.account !== undefined && stands.account !== signedInAs) return refused('known');
    const account = stands.account ?? (address && (await accountAt(trx, address, coming))?.account);
    if (account === undefined) return refused('known');
    const actsAs = await roleFor(trx, account, office, stands);
    if (!actsAs) return refused('uninvited');
    if (!isLinked) await link(trx, doors, account, claimed, { ...coming, signedInAs });
    const begun = await signInAs(trx, account, coming, { isNew: stands.account === undefined, by: 'ministry' }, actsAs);
    return { ok: true, ...begun };
  });
}
