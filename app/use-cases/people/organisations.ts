import { randomBytes } from 'node:crypto';
import { acting, become } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { insertRole, listRoles } from '../../../db/queries/account.ts';
import {
  insertOrganisation,
  insertVerification,
  type Licence,
  upsertLicence,
  withdrawVerification,
} from '../../../db/queries/organisation.ts';
import { chainOf } from '../../domain/audit/chain.ts';
import { type Registration, slugOf } from '../../domain/people/organisation.ts';
import { DOOR } from '../../domain/people/who.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Officer } from '../publishing/officer.ts';
import type { Session } from './sessions.ts';

/** Readable, and of nobody else: names repeat. */
const newId = (name: string): string => `${slugOf(name) || 'organisation'}-${randomBytes(3).toString('hex')}`;

/**
 * Registers an employer or a labour recruiter, whose first member is whoever does it. The id of the role in which they may now act;
 * undefined where it stands in that register under that number already.
 */
export function registerOrganisation(
  db: Db,
  { who }: Session,
  registration: Registration,
): Promise<string | undefined> {
  const id = newId(registration.name);
  return acting(db, DOOR, async (trx) => {
    if (!(await insertOrganisation(trx, { id, ...registration }))) return undefined;
    await insertRole(trx, { account: who.account, role: 'employer', state: null, organisation: id });
    const roles = await listRoles(trx, who.account);
    await become(trx, who);
    await appendAudit(trx, {
      ...{ chain: id, who, action: 'register-organisation', object: { type: 'organisation', id }, after: registration },
    });
    return roles.find(({ organisation }) => organisation === id)?.id;
  });
}

type Verified = { organisation: string; basis: string; on: string };

/**
 * Writes down that an officer's state looked at an organisation, and by what it was found. `again`: it was so already; `own`: nobody
 * verifies what they are a member of.
 */
export function verifyOrganisation(
  db: Db,
  { who, office, state }: Officer,
  { organisation, basis, on }: Verified,
): Promise<'verified' | 'again' | 'own'> {
  return acting(db, who, async (trx) => {
    const roles = await listRoles(trx, who.account);
    if (roles.some((one) => one.organisation === organisation)) return 'own';
    if (!(await insertVerification(trx, { organisation, state, office, basis, verified_on: on }))) return 'again';
    await appendAudit(trx, {
      ...{
        chain: chainOf(who),
        who,
        action: 'verify-organisation',
        object: { type: 'organisation', id: organisation },
      },
      after: { state, basis, on },
    });
    return 'verified';
  });
}

export function endVerification(
  db: Db,
  { who, state }: Officer,
  { organisation, why, on }: { organisation: string; why: string; on: string },
): Promise<boolean> {
  return acting(db, who, async (trx) => {
    if (!(await withdrawVerification(trx, { organisation, state }, { on, why }))) return false;
    await appendAudit(trx, {
      ...{
        chain: chainOf(who),
        who,
        action: 'verify-organisation',
        object: { type: 'organisation', id: organisation },
      },
      ...{ before: { state }, after: null, why },
    });
    return true;
  });
}

/**
 * Writes down a licence that an officer's state issued to a labour recruiter, or what has become of it; whether the number is not
 * another's.
 */
export function recordLicence(
  db: Db,
  { who, state }: Officer,
  licence: Pick<Licence, 'organisation' | 'number' | 'validFrom' | 'validTo' | 'status'>,
  on: string,
): Promise<boolean> {
  const id = newId(`${state} ${licence.number}`);
  return acting(db, who, async (trx) => {
    if (!(await upsertLicence(trx, { ...licence, id, issuingState: state, recordedOn: on }))) return false;
    const object = { type: 'recruiter-licence', id: `${state} ${licence.number}` };
    await appendAudit(trx, { chain: chainOf(who), who, action: 'record-licence', object, after: licence });
    return true;
  });
}
