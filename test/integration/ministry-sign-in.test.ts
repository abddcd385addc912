import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { providersOf } from '../../app/server/ministry/provider.server.ts';
import { verifyAudit } from '../../app/use-cases/audit/verify-audit.ts';
import { invite } from '../../app/use-cases/people/invitations.ts';
import type { Post } from '../../app/use-cases/people/post.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { type Somebody, somebody, visitOf } from '../support/identities.ts';
import { type Fault, type Ministry, ministryProvider, type Person } from '../support/ministry-provider.ts';
import { type Served, serve } from '../support/served.ts';
import { isBuilt } from '../support/server.ts';
import { type Answer, Visit } from '../support/visit.ts';

const OFFICE = { role: 'destination-ministry', state: 'DE', organisation: 'ministry-de' } as const;

let database: TestDatabase;
let served: Served;
let ministry: Ministry;
let other: Ministry;
const sent: { to: string; kind: string }[] = [];
const post: Post = async (_trx, { to, notice }) => void sent.push({ to: to.address, kind: notice.kind });

beforeAll(async () => {
  database = await seededDatabase();
  if (!isBuilt) return;
  [ministry, other] = [await ministryProvider(), await ministryProvider()];
  const setting = { ...OFFICE, admit: 'invited' as const, label: 'BMAS' };
  served = await serve(database, { post });
  served.context.ministries = providersOf(
    [
      { ...setting, ...ministry, id: 'bmas' },
      { ...setting, ...other, id: 'other' },
      { ...setting, ...other, id: 'open', organisation: 'agency-de', label: 'Agency', admit: 'everyone' },
    ],
    served.address,
  );
});
afterAll(async () => {
  await Promise.all([served?.close(), ministry?.close(), other?.close()]);
});
beforeEach(() => void sent.splice(0));

const newPerson = () => ({ sub: randomUUID(), email: `${randomUUID()}@ministry.example`, email_verified: true });
const invited = (email: string) =>
  invite(served.context.database, { kind: 'door' }, { email, role: OFFICE.role, state: OFFICE.state }, new Date());

/** Sets out for a provider and is let in there: where the browser is sent back to. */
async function through(
  visit: Visit,
  provider: Ministry,
  person: Person,
  fault: Fault = {},
  id = 'bmas',
): Promise<string> {
  const out = await visit.get(`/en/sign-in/ministry/${id}`);
  expect(out.status, out.text).toBe(303);
  provider.signsIn(person, fault);
  const there = await fetch(out.location ?? '', { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  expect(back.origin).toBe(served.address);
  return `${back.pathname}${back.search}`;
}

const signIn = async (visit: Visit, person: Person, fault: Fault = {}) =>
  visit.get(await through(visit, ministry, person, fault));

/** The problem that a sign-in ended with, as its page says it. */
async function problemOf(visit: Visit, { location }: Answer) {
  const page = await visit.get(location ?? '');
  return {
    status: page.status,
    words: /class="lede">([^<]*)</.exec(page.text)?.[1],
    isIn: visit.cookies.has('session'),
  };
}

const refusedAs = (words: RegExp, status = 409) => ({ status, words: expect.stringMatching(words), isIn: false });

const idOf = async (visit: Visit) => JSON.parse((await visit.get('/en/account/data')).text).account.id;

async function linked() {
  const person = newPerson();
  await invited(person.email);
  const visit = new Visit(served.address);
  expect((await signIn(visit, person)).location).toBe('/en/account');
  return { person, account: await idOf(visit) };
}

describe.skipIf(!isBuilt)('a ministry’s provider', () => {
  it('is offered where people sign in, and sends them back to where they were on the way', async () => {
    const person = newPerson();
    await invited(person.email);
    const visit = new Visit(served.address);
    const page = await visit.get('/es/sign-in?next=%2Fes%2Fministry');
    expect(page.text).toContain('Iniciar sesión con BMAS');
    const [, href = ''] = /href="(\/es\/sign-in\/ministry\/bmas[^"]*)"/.exec(page.text) ?? [];
    const out = await visit.get(href);
    ministry.signsIn(person);
    const back = (await fetch(out.location ?? '', { redirect: 'manual' })).headers.get('location') ?? '';
    const { pathname, search } = new URL(back);
    expect((await visit.get(`${pathname}${search}`)).location).toBe('/es/ministry');
    expect((await visit.get('/es/ministry')).status).toBe(200);
  });

  it('is asked for a code with PKCE, by a state and a nonce that nobody can foretell, and a sign-in of this quarter of an hour', async () => {
    const asked = await Promise.all(
      [1, 2].map(async () => {
        const { location } = await new Visit(served.address).get('/en/sign-in/ministry/bmas');
        return new URL(location ?? '').searchParams;
      }),
    );
    for (const each of asked)
      expect(Object.fromEntries(each)).toMatchObject({
        ...{ response_type: 'code', client_id: ministry.clientId, code_challenge_method: 'S256', max_age: '900' },
        ...{ redirect_uri: `${served.address}/sign-in/ministry/bmas`, scope: 'openid email' },
        ...{ state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[0-9a-f]{64}$/) },
      });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[0]?.get(name)).not.toBe(asked[1]?.get(name));
  });

  it('makes an officer of whoever was invited under their address there, who is known by issuer and subject from then on', async () => {
    const { person, account } = await linked();
    const visit = new Visit(served.address);
    expect((await signIn(visit, { sub: person.sub })).location).toBe('/en/account');
    expect(await idOf(visit)).toBe(account);
    const renamed = new Visit(served.address);
    await signIn(renamed, { ...newPerson(), sub: person.sub });
    expect(await idOf(renamed)).toBe(account);
    const roles = await database.db.selectFrom('account_role').selectAll().where('account', '=', account).execute();
    expect(roles).toMatchObject([OFFICE]);
  });

  it('begins a session under a new id, which counts as fresh and takes the place of the one that the browser had', async () => {
    const { person } = await linked();
    const visit = await visitOf(served, await somebody(served, 'worker'));
    const before = new Visit(served.address);
    before.cookies.set('session', visit.cookies.get('session') ?? '');
    await signIn(visit, person);
    expect(visit.cookies.get('session')).not.toBe(before.cookies.get('session'));
    expect((await before.get('/en/account')).status).toBe(303);
    expect((await visit.get('/en/account/data')).status).toBe(200);
  });
});

describe.skipIf(!isBuilt)('nobody is signed in', () => {
  it('whom nobody invited, and the page says whom to ask', async () => {
    const visit = new Visit(served.address);
    const answer = await signIn(visit, newPerson());
    expect(await problemOf(visit, answer)).toEqual(
      refusedAs(/nobody has invited you.*administrator of this installation/),
    );
  });

  it('who was invited to another office or in another role', async () => {
    const person = newPerson();
    for (const elsewhere of [
      { role: 'origin-ministry', state: 'DE' },
      { role: 'destination-ministry', state: 'FR' },
      { role: 'administrator' },
    ] as const)
      await invite(served.context.database, { kind: 'door' }, { email: person.email, ...elsewhere }, new Date());
    const visit = new Visit(served.address);
    expect(await problemOf(visit, await signIn(visit, person))).toEqual(refusedAs(/nobody has invited you/));
  });

  it.each([{ email_verified: false }, { email_verified: undefined }, { email: 'not an address' }])(
    'whose address the provider does not vouch for: %j',
    async (twist) => {
      const person = newPerson();
      await invited(person.email);
      const visit = new Visit(served.address);
      const { email_verified, ...rest } = { ...person, ...twist };
      const answer = await signIn(visit, { ...rest, ...(email_verified !== undefined && { email_verified }) });
      expect(await problemOf(visit, answer)).toEqual(refusedAs(/confirms no e-mail address/));
    },
  );

  it('whose role has ended', async () => {
    const { person, account } = await linked();
    await database.db
      .updateTable('account_role')
      .set({ ended_at: new Date() })
      .where('account', '=', account)
      .execute();
    const visit = new Visit(served.address);
    expect(await problemOf(visit, await signIn(visit, person))).toEqual(refusedAs(/nobody has invited you/));
  });

  it('with the subject of another provider', async () => {
    const { person } = await linked();
    const visit = new Visit(served.address);
    const back = await through(visit, other, { sub: person.sub }, {}, 'other');
    expect(await problemOf(visit, await visit.get(back))).toEqual(refusedAs(/confirms no e-mail address/));
  });

  it.each([
    ['whose token answers another request', { claims: { nonce: 'another' } }],
    ['whose token has expired', { claims: { exp: 1 } }],
    ['whose token is for another client', { claims: { aud: 'another' } }],
    ['whose token is of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['whose token another key signed', { forged: true }],
    ['who signed in there too long ago', { claims: { auth_time: 1 } }],
  ])('%s', async (_, fault) => {
    const { person } = await linked();
    const visit = new Visit(served.address);
    expect(await problemOf(visit, await signIn(visit, person, fault))).toEqual(
      refusedAs(/did not confirm who you are/),
    );
  });

  it('who comes back with another state, another’s, again, too late or by another provider’s way', async () => {
    const { person } = await linked();
    const [mine, theirs] = [new Visit(served.address), new Visit(served.address)];
    const back = await through(mine, ministry, person);
    const their = await through(theirs, ministry, newPerson());
    const late = await through(new Visit(served.address), ministry, person);
    const state = (path: string) => new URL(path, served.address).searchParams.get('state') ?? '';
    const past = { expires_at: new Date(Date.now() - 1) };
    await database.db.updateTable('sign_in_challenge').set(past).where('challenge', '=', state(late)).execute();
    for (const wrong of [
      ...[back.replace(state(back), 'x'.repeat(43)), back.replace(/state=[^&]*&?/, ''), '/sign-in/ministry/bmas'],
      ...[their, late, (await through(mine, ministry, person)).replace('/bmas', '/other')],
    ])
      expect(await problemOf(mine, await mine.get(wrong)), wrong).toEqual(refusedAs(/was used already/));
    expect((await mine.get(back)).location).toBe('/en/account');
    const again = new Visit(served.address);
    again.cookies.set('sign-in', mine.cookies.get('sign-in') ?? '');
    expect(await problemOf(again, await again.get(back))).toEqual(refusedAs(/was used already/));
  });

  it('whom the provider sends back with an error', async () => {
    const visit = new Visit(served.address);
    const { location } = await visit.get('/en/sign-in/ministry/bmas');
    const state = new URL(location ?? '').searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error: 'access_denied', state, iss: ministry.issuer });
    const answer = await visit.get(`/sign-in/ministry/bmas?${query}`);
    expect(await problemOf(visit, answer)).toEqual(refusedAs(/did not confirm who you are/));
  });
});

describe.skipIf(!isBuilt)('an account that is there already', () => {
  const officer = async (): Promise<Somebody & { person: Person }> => {
    const found = await somebody(served, OFFICE.role, { organisation: OFFICE.organisation });
    return { ...found, person: { sub: randomUUID(), email: `${found.account}@example.org`, email_verified: true } };
  };
  beforeAll(() => linked()); // which makes the office

  it('is linked only while its owner is signed in to it, and is told', async () => {
    const { person, ...who } = await officer();
    const visit = new Visit(served.address);
    expect(await problemOf(visit, await signIn(visit, person))).toEqual(refusedAs(/has an account here already/));
    const stranger = await visitOf(served, await somebody(served, 'administrator'));
    expect(await problemOf(stranger, await signIn(stranger, person))).toMatchObject({ status: 409, isIn: true });
    expect(sent).toEqual([]);
    const owner = await visitOf(served, who);
    expect((await signIn(owner, person)).location).toBe('/en/account');
    expect(sent).toEqual([{ to: person.email, kind: 'ministry-linked' }]);
    expect((await signIn(visit, person)).location).toBe('/en/account');
    expect(await idOf(visit)).toBe(who.account);
  });

  it('and is nobody’s officer is not told of to the provider’s people', async () => {
    const worker = await somebody(served, 'worker');
    const person = { sub: randomUUID(), email: `${worker.account}@example.org`, email_verified: true };
    const visit = new Visit(served.address);
    expect(await problemOf(visit, await signIn(visit, person))).toEqual(refusedAs(/nobody has invited you/));
  });
});

describe.skipIf(!isBuilt)('an office that admits everyone of its provider', () => {
  it('makes an officer of whoever comes for the first time, and not again once the role has ended', async () => {
    const [visit, person] = [new Visit(served.address), newPerson()];
    const back = await through(visit, other, person, {}, 'open');
    expect((await visit.get(back)).location).toBe('/en/account');
    const roles = () => database.db.selectFrom('account_role').selectAll().where('organisation', '=', 'agency-de');
    expect(await roles().execute()).toMatchObject([{ role: OFFICE.role, state: 'DE', ended_at: null }]);
    await database.db
      .updateTable('account_role')
      .set({ ended_at: new Date() })
      .where('organisation', '=', 'agency-de')
      .execute();
    const later = new Visit(served.address);
    const answer = await later.get(await through(later, other, person, {}, 'open'));
    expect(await problemOf(later, answer)).toEqual(refusedAs(/nobody has invited you/));
  });
});

describe.skipIf(!isBuilt)('a provider that does not answer', () => {
  it('is told of before anybody leaves, other ways work, and it is asked anew', async () => {
    const [late, visit] = [await ministryProvider(), new Visit(served.address)];
    const setting = { ...OFFICE, ...late, id: 'late', label: 'Late', admit: 'invited' as const };
    const usual = served.context.ministries;
    served.context.ministries = providersOf(
      [setting, { ...setting, id: 'gone', issuer: 'http://127.0.0.1:9' }],
      served.address,
    );
    late.signsIn(newPerson(), { silent: 'everywhere' });
    for (const id of ['late', 'gone']) {
      const page = await visit.get(`/en/sign-in/ministry/${id}`);
      expect([page.status, page.text]).toEqual([503, expect.stringContaining('does not answer at this moment')]);
    }
    expect((await visit.get('/en/sign-in')).status).toBe(200);
    late.signsIn(newPerson());
    const back = await through(visit, late, newPerson(), { silent: 'for tokens' }, 'late');
    expect(await problemOf(visit, await visit.get(back))).toEqual(refusedAs(/does not answer at this moment/, 503));
    served.context.ministries = usual;
    await late.close();
  });

  it('and one that is not set up is a page that is not there', async () => {
    const visit = new Visit(served.address);
    expect((await visit.get('/en/sign-in/ministry/none')).status).toBe(404);
    expect((await visit.get('/sign-in/ministry/none?state=a&code=b')).status).toBe(404);
  });
});

it.skipIf(!isBuilt)('leaves a sound audit, which says who was linked and by what they signed in', async () => {
  const report = await database.db.transaction().execute((trx) => verifyAudit(trx));
  expect(report).toMatchObject({ broken: [], brokenAnchor: undefined });
  const said = await database.db.selectFrom('audit_entry').select('body').execute();
  for (const words of [/"by":"ministry"/, /"type":"identity"/, /"action":"accept-invitation"/])
    expect(
      said.some(({ body }) => words.test(body)),
      String(words),
    ).toBe(true);
});
