import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Registration } from '../../app/domain/people/organisation.ts';
import {
  endVerification,
  recordLicence,
  registerOrganisation,
  verifyOrganisation,
} from '../../app/use-cases/people/organisations.ts';
import { beginSession, openSession, type Session } from '../../app/use-cases/people/sessions.ts';
import { type Officer, officerOf } from '../../app/use-cases/publishing/officer.ts';
import { acting } from '../../db/acting.server.ts';
import { insertAccount, listRoles } from '../../db/queries/account.ts';
import { insertOffice, listLicences, listOrganisations, listVerifications } from '../../db/queries/organisation.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

const ON = '2026-11-25';
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.db.transaction().execute(async (trx) => {
    for (const state of ['DE', 'PH'])
      await insertOffice(trx, {
        id: `ministry-${state.toLowerCase()}`,
        name: `Labour ministry, ${state}`,
        country: state,
      });
  });
});

async function aSession(): Promise<Session> {
  const secret = await acting(database.db, { kind: 'door' }, async (trx) => {
    const account = await insertAccount(trx, { locale: 'en', auditKey: 'a'.repeat(64) });
    return beginSession(trx, { account, actsAs: null, browser: '', now: new Date() });
  });
  const session = await openSession(database.db, secret, new Date());
  if (!session) throw new Error('a session that just began is open');
  return session;
}

function officer(state: string, account: string = randomUUID()): Officer {
  const role = state === 'PH' ? 'origin-ministry' : 'destination-ministry';
  const organisation = `ministry-${state.toLowerCase()}`;
  const found = officerOf({ kind: 'account', account, role, state, organisation });
  if (!found) throw new Error(`${role} is an officer`);
  return found;
}

const registration = (over: Partial<Registration> = {}): Registration => ({
  ...{ kind: 'recruiter', name: 'Example Overseas Placement', country: 'PH', register: 'Example register' },
  registerNumber: randomUUID(),
  ...over,
});

async function registered(over: Partial<Registration> = {}): Promise<{ id: string; session: Session }> {
  const session = await aSession();
  await registerOrganisation(database.db, session, registration(over));
  const [role] = await listRoles(database.db, session.who.account);
  return { id: role?.organisation ?? '', session };
}

describe('an organisation', () => {
  it('is registered by its first member', async () => {
    const { id } = await registered({ name: 'Société Exemple' });
    expect(id).toMatch(/^societe-exemple-[0-9a-f]{6}$/);
  });

  it('is registered once under a number, however the number is written', async () => {
    const registerNumber = `HRB-${randomUUID()}`;
    await registered({ registerNumber });
    const again = registration({ registerNumber: registerNumber.toUpperCase() });
    expect(await registerOrganisation(database.db, await aSession(), again)).toBeUndefined();
  });

  it('is verified by a state once, with day and basis, until that is withdrawn with a reason', async () => {
    const { id } = await registered();
    const verify = () =>
      verifyOrganisation(database.db, officer('DE'), { organisation: id, basis: 'an extract', on: ON });
    expect([await verify(), await verify()]).toEqual(['verified', 'again']);
    const end = () => endVerification(database.db, officer('DE'), { organisation: id, why: 'it closed', on: ON });
    expect([await end(), await end()]).toEqual([true, false]);
    expect(await listVerifications(database.db, id)).toEqual([
      {
        ...{ state: 'DE', office: 'ministry-de', officeName: 'Labour ministry, DE', basis: 'an extract' },
        ...{ verifiedOn: ON, withdrawnOn: ON, withdrawnWhy: 'it closed' },
      },
    ]);
  });

  it('is not verified by its own member', async () => {
    const { id, session } = await registered();
    const own = officer('DE', session.who.account);
    expect(await verifyOrganisation(database.db, own, { organisation: id, basis: 'I know it', on: ON })).toBe('own');
    expect(await listVerifications(database.db, id)).toEqual([]);
  });

  it('is found by each word of its name and its numbers, with or without accents', async () => {
    const { id } = await registered({ name: 'Agência Única do Emprego', registerNumber: 'Z-77%1' });
    const found = async (q: string) => {
      const search = { kind: 'recruiter', q, country: undefined, page: 1, perPage: 50 } as const;
      return (await listOrganisations(database.db, search)).organisations.map((one) => one.id);
    };
    expect(await found('unica AGENCIA')).toEqual([id]);
    expect(await found('77%1')).toEqual([id]);
    expect(await found('agencia 7_%1')).toEqual([]);
    expect(await found('nobody')).toEqual([]);
  });
});

describe('a recruiter’s licence', () => {
  const term = { validFrom: '2026-01-01', validTo: null, status: 'valid' } as const;

  it('is what its issuer said last, and of one organisation', async () => {
    const [{ id }, other] = [await registered(), await registered()];
    const number = randomUUID();
    const record = (organisation: string, status: 'valid' | 'revoked') =>
      recordLicence(database.db, officer('PH'), { ...term, organisation, number, status }, ON);
    expect([await record(id, 'valid'), await record(id, 'revoked'), await record(other.id, 'valid')]).toEqual([
      ...[true, true, false],
    ]);
    expect(await listLicences(database.db, id)).toMatchObject([{ number, issuingState: 'PH', status: 'revoked' }]);
  });

  it.each([
    ['holds', { ...term }, undefined],
    ['is suspended', { ...term, status: 'suspended' as const }, /is suspended/],
    ['was revoked', { ...term, status: 'revoked' as const }, /was revoked/],
    ['has lapsed', { ...term, validTo: '2026-02-01' }, /has lapsed/],
    ['is not valid yet', { ...term, validFrom: '2999-01-01' }, /is not valid yet/],
  ])('that %s: a vacancy naming it', async (_, licence, refusal) => {
    const { id } = await registered();
    await recordLicence(database.db, officer('PH'), { ...licence, organisation: id, number: randomUUID() }, ON);
    const [recorded] = await listLicences(database.db, id);
    const recruiter = recorded?.id ?? '';
    await importAll(database.db, [aPathway({ id: 'licensed' })]);
    const report = await importAll(database.db, [
      aVacancy({ id: `v-${randomUUID()}`, pathway: 'licensed', recruiter }),
    ]);
    const told = report.problems.map(({ path, message }) => ({ path, message }));
    expect(told).toEqual(refusal ? [{ path: '/recruiter', message: expect.stringMatching(refusal) }] : []);
  });

  it('that nobody recorded here does not stand in the way of a document from elsewhere', async () => {
    await importAll(database.db, [aPathway({ id: 'licensed' })]);
    const elsewhere = aVacancy({ id: `v-${randomUUID()}`, pathway: 'licensed', recruiter: 'kept-elsewhere' });
    expect((await importAll(database.db, [elsewhere])).problems).toEqual([]);
  });
});
