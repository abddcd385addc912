import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../app/use-cases/audit/verify-audit.ts';
import type { Post } from '../../app/use-cases/people/post.ts';
import { Authenticator, type Options } from '../support/authenticator.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { somebody, visitOf } from '../support/identities.ts';
import { type Served, serve } from '../support/served.ts';
import { isBuilt } from '../support/server.ts';
import { type Answer, Visit } from '../support/visit.ts';

const ORIGIN = 'https://fairway.example';

let database: TestDatabase;
let served: Served;
const sent: { to: string; kind: string }[] = [];
const post: Post = async (_trx, { to, notice }) => void sent.push({ to: to.address, kind: notice.kind });

beforeAll(async () => {
  database = await seededDatabase();
  if (isBuilt) served = await serve(database, { post, publicUrl: ORIGIN });
});
afterAll(() => served?.close());
beforeEach(() => void sent.splice(0));

const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What the form of a page hands to the browser. */
function optionsOn({ text }: Answer): Options {
  const [, options] = /data-options="([^"]*)"/.exec(text) ?? [];
  if (options === undefined) throw new Error('the page asks for no passkey');
  return JSON.parse(unescaped(options));
}

/** What is wrong, as the page says it. */
const slipOf = ({ text }: Answer) => /class="slip"[^>]*>([^<]*)</.exec(text)?.[1];

const PAGE = { make: '/en/account/passkeys', show: '/en/sign-in/passkey' } as const;

async function asked(visit: Visit, page: string): Promise<Options> {
  expect((await visit.post(page, { do: 'begin' })).location).toBe(page);
  return optionsOn(await visit.get(page));
}
const made = (visit: Visit, answer: string) => visit.post(PAGE.make, { do: 'answer', name: 'Phone for work', answer });
const shown = (visit: Visit, answer: string) => visit.post(PAGE.show, { do: 'answer', answer });

/** Somebody with a passkey. */
async function withPasskey() {
  const who = await somebody(served, 'destination-ministry');
  const visit = await visitOf(served, who);
  const passkey = new Authenticator(ORIGIN);
  const answer = await made(visit, passkey.make(await asked(visit, PAGE.make)));
  expect([answer.status, answer.location], slipOf(answer)).toEqual([303, PAGE.make]);
  return { who, visit, passkey };
}

const signedInAs = async (visit: Visit) => JSON.parse((await visit.get('/en/account/data')).text).account.id;

describe.skipIf(!isBuilt)('a passkey', () => {
  it('is added, told of, listed, and signs in', async () => {
    const { who, visit, passkey } = await withPasskey();
    expect(sent).toEqual([{ to: `${who.account}@example.org`, kind: 'passkey-added' }]);
    expect((await visit.get(PAGE.make)).text).toMatch(/Phone for work.*not used yet/);
    const other = new Visit(served.address);
    const answer = await shown(other, passkey.show(await asked(other, PAGE.show)));
    expect([answer.status, answer.location], slipOf(answer)).toEqual([303, '/en/account']);
    expect(await signedInAs(other)).toBe(who.account);
    expect((await other.get('/en/ministry')).status, 'in the role of an officer').toBe(200);
    expect((await visit.get(PAGE.make)).text).toMatch(/Phone for work.*last used/);
  });

  it('begins a new session, which counts as fresh and takes the place of the one that the browser had', async () => {
    const { who, visit, passkey } = await withPasskey();
    const before = new Visit(served.address);
    before.cookies.set('session', visit.cookies.get('session') ?? '');
    const then = { created_at: new Date(Date.now() - 16 * 60_000) };
    await database.db.updateTable('account_session').set(then).where('account', '=', who.account).execute();
    expect((await visit.post(PAGE.make, { do: 'begin' })).location).toMatch(/sign-in\?.*again=yes/);
    await visit.post(PAGE.show, { do: 'begin', next: PAGE.make });
    const answer = await shown(visit, passkey.show(optionsOn(await visit.get(PAGE.show))));
    expect(answer.location).toBe(PAGE.make);
    await asked(visit, PAGE.make);
    expect((await before.get('/en/account')).status).toBe(303);
  });

  it('signs in once for each time it was asked for', async () => {
    const { passkey } = await withPasskey();
    const visit = new Visit(served.address);
    const answer = passkey.show(await asked(visit, PAGE.show));
    expect((await shown(visit, answer)).status).toBe(303);
    const again = await shown(visit, answer);
    expect([again.status, slipOf(again)]).toEqual([422, expect.stringMatching(/used already/)]);
  });

  it('signs in where it was asked for alone, and within ten minutes', async () => {
    const { passkey } = await withPasskey();
    const [mine, theirs] = [new Visit(served.address), new Visit(served.address)];
    const options = await asked(mine, PAGE.show);
    await asked(theirs, PAGE.show);
    expect(slipOf(await shown(theirs, passkey.show(options)))).toMatch(/used already/);
    const late = { expires_at: new Date(Date.now() - 1) };
    await database.db.updateTable('sign_in_challenge').set(late).where('challenge', '=', options.challenge).execute();
    expect(slipOf(await shown(mine, passkey.show(options)))).toMatch(/ten minutes have passed/);
  });

  it.each([
    ['to a page of another origin', { origin: 'https://fairway.example.evil.example' }],
    ['without whoever unlocks the device', { flags: 0x01 }],
    ['in another’s name', { userHandle: Buffer.from('another').toString('base64url') }],
  ])('that answers %s signs nobody in', async (_, twist) => {
    const { passkey } = await withPasskey();
    const visit = new Visit(served.address);
    const answer = await shown(visit, passkey.show(await asked(visit, PAGE.show), twist));
    expect([answer.status, slipOf(answer)]).toEqual([422, expect.stringMatching(/was not accepted/)]);
    expect(visit.cookies.has('session')).toBe(false);
  });

  it('is not one with another’s id', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    const visit = new Visit(served.address);
    const answer = mine.passkey.show(await asked(visit, PAGE.show), {
      ...{ id: theirs.passkey.id, userHandle: Buffer.from(theirs.who.account).toString('base64url') },
    });
    expect(slipOf(await shown(visit, answer))).toMatch(/was not accepted/);
  });

  it('whose count went back was copied, and signs nobody in', async () => {
    const { passkey } = await withPasskey();
    const visit = new Visit(served.address);
    passkey.counter = 5;
    expect((await shown(visit, passkey.show(await asked(visit, PAGE.show)))).status).toBe(303);
    passkey.counter = 5;
    expect(slipOf(await shown(visit, passkey.show(await asked(visit, PAGE.show))))).toMatch(/was not accepted/);
  });

  it('that was removed signs nobody in, and its owner is told', async () => {
    const { who, visit, passkey } = await withPasskey();
    sent.splice(0);
    expect((await visit.post(PAGE.make, { do: 'remove', passkey: passkey.id })).status).toBe(303);
    expect(sent).toEqual([{ to: `${who.account}@example.org`, kind: 'passkey-removed' }]);
    const other = new Visit(served.address);
    expect(slipOf(await shown(other, passkey.show(await asked(other, PAGE.show))))).toMatch(/not known here/);
  });

  it('of others is neither removed nor added', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    sent.splice(0);
    await mine.visit.post(PAGE.make, { do: 'remove', passkey: theirs.passkey.id });
    const again = await made(mine.visit, theirs.passkey.make(await asked(mine.visit, PAGE.make)));
    expect([again.status, slipOf(again)]).toEqual([422, expect.stringMatching(/belongs to an account already/)]);
    expect(sent).toEqual([]);
    expect((await theirs.visit.get(PAGE.make)).text).toContain('Phone for work');
  });

  it('is added to whoever asked for it, once, from our own pages', async () => {
    const visit = await visitOf(served, await somebody(served, 'administrator'));
    const other = await visitOf(served, await somebody(served, 'administrator'));
    const options = await asked(visit, PAGE.make);
    other.cookies.set('sign-in', visit.cookies.get('sign-in') ?? '');
    const answer = new Authenticator(ORIGIN).make(options);
    expect(slipOf(await made(other, answer))).toMatch(/used already/);
    expect(slipOf(await made(visit, answer)), 'it was used up').toMatch(/used already/);
    const elsewhere = new Authenticator('https://evil.example').make(await asked(visit, PAGE.make));
    expect(slipOf(await made(visit, elsewhere))).toMatch(/was not accepted/);
  });

  it('that is none is told so, where no script ran', async () => {
    const visit = await visitOf(served, await somebody(served, 'worker'));
    await asked(visit, PAGE.make);
    await asked(visit, PAGE.show);
    for (const answer of ['', 'null', '{"id":"a"}', '{'])
      for (const tried of [await made(visit, answer), await shown(visit, answer)])
        expect([tried.status, slipOf(tried)], answer).toEqual([422, expect.stringMatching(/needs JavaScript/)]);
    const unnamed = await visit.post(PAGE.make, { do: 'answer', name: '', answer: '{}' });
    expect([unnamed.status, slipOf(unnamed)]).toEqual([422, expect.any(String)]);
  });

  it('leaves a sound audit, which says what was done and with which', async () => {
    const report = await database.db.transaction().execute((trx) => verifyAudit(trx));
    expect(report).toMatchObject({ broken: [], brokenAnchor: undefined });
    const said = await database.db.selectFrom('audit_entry').select('body').execute();
    expect(said.some(({ body }) => /"by":"passkey"/.test(body))).toBe(true);
    expect(said.some(({ body }) => /"type":"passkey"/.test(body))).toBe(true);
  });
});

it.skipIf(!isBuilt)('where browsers give no passkey none is asked for, and the page says so', async () => {
  const plain = await serve(database);
  const visit = await visitOf(plain, await somebody(plain, 'administrator'));
  expect((await visit.get('/en/sign-in')).text).not.toContain('Sign in with a passkey');
  for (const page of Object.values(PAGE)) {
    expect((await visit.get(page)).text).toContain('Passkeys do not work at this address');
    expect((await visit.post(page, { do: 'answer', name: 'a', answer: '{}' })).status).toBe(422);
  }
  await plain.close();
});
