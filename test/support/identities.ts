import { randomUUID } from 'node:crypto';
import { isMinistry, type Role } from '../../app/domain/people/who.ts';
import { beginSession } from '../../app/use-cases/people/sessions.ts';
import { issueToken } from '../../app/use-cases/people/tokens.ts';
import { acting } from '../../db/acting.server.ts';
import { insertAccount, insertAddress, insertRole, listRoles } from '../../db/queries/account.ts';
import type { Served } from './served.ts';
import { Visit } from './visit.ts';

/** Somebody with an account, in a role. */
export type Somebody = { account: string; role: Role; state: string | null; organisation: string | null };

const STATES: Partial<Record<Role, string>> = { 'origin-ministry': 'PH', 'destination-ministry': 'DE' };

/** Makes an account in a role, written by the owner of the database; ministries of PH and DE unless said otherwise. */
export async function somebody(
  { context }: Served,
  role: Role,
  { state = STATES[role] ?? null, organisation }: { state?: string | null; organisation?: string } = {},
): Promise<Somebody> {
  const office = organisation ?? (role === 'worker' || role === 'administrator' ? null : `office-${randomUUID()}`);
  return acting(context.database, { kind: 'door' }, async (trx) => {
    if (office !== null && organisation === undefined)
      await trx
        .insertInto('organisation')
        .values({
          ...{ id: office, name: office, country: state ?? 'DE' },
          ...(isMinistry(role)
            ? { kind: 'ministry' as const }
            : { kind: 'employer' as const, register: 'Examples', register_number: office }),
        })
        .execute();
    const account = await insertAccount(trx, { locale: 'en', auditKey: 'a'.repeat(64) });
    await insertAddress(trx, account, { kind: 'email', address: `${account}@example.org` }, new Date(0));
    if (role !== 'worker') await insertRole(trx, { account, role, state, organisation: office });
    return { account, role, state, organisation: office };
  });
}

/** The Cookie header of a new session in that role. */
export async function cookieOf({ context }: Served, { account, role }: Somebody): Promise<string> {
  const secret = await acting(context.database, { kind: 'door' }, async (trx) => {
    const roles = await listRoles(trx, account);
    const actsAs = roles.find((one) => one.role === role) ?? null;
    return beginSession(trx, { account, actsAs, browser: 'Firefox', now: new Date() });
  });
  return (await context.cookies.keepSession(secret, role)).split(';')[0] ?? '';
}

/** A browser in which somebody is signed in, in that role, since this moment. */
export async function visitOf(served: Served, who: Somebody): Promise<Visit> {
  const visit = new Visit(served.address);
  const [name = '', ...value] = (await cookieOf(served, who)).split('=');
  visit.cookies.set(name, value.join('='));
  return visit;
}

/** The Authorization header of a new token in that role. */
export async function bearerOf({ context }: Served, { role, state, organisation }: Somebody): Promise<string> {
  const capacity = { role, ...(state !== null && { state }), ...(organisation !== null && { organisation }) };
  const token = await issueToken(context.database, { kind: 'door' }, { name: 'test', ...capacity });
  return `Bearer ${token}`;
}

/** The headers by which a request is somebody's: a cookie on pages, a token on the API; of a visitor none. */
export async function headersOf(
  served: Served,
  who: Somebody | undefined,
  path: string,
): Promise<Record<string, string>> {
  if (!who) return {};
  return path.startsWith('/api/')
    ? { Authorization: await bearerOf(served, who) }
    : { Cookie: await cookieOf(served, who) };
}
