import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '../../app/i18n/notice.ts';
import { verifyAudit } from '../../app/use-cases/audit/verify-audit.ts';
import { invite } from '../../app/use-cases/people/invitations.ts';
import type { Post } from '../../app/use-cases/people/post.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { cookieOf, somebody } from '../support/identities.ts';
import { type Served, serve } from '../support/served.ts';
import { isBuilt } from '../support/server.ts';
import { Visit } from '../support/visit.ts';

let database: TestDatabase;
let served: Served;
const sent: { to: string; notice: Notice }[] = [];
const post: Post = async (_trx, { to, notice }) => void sent.push({ to: to.address, notice });

beforeAll(async () => {
  database = await seededDatabase();
  if (isBuilt) served = await serve(database, { post, sends: ['email', 'phone'] });
});
afterAll(() => served?.close());
beforeEach(() => void sent.splice(0));

const newAddress = () => `${randomUUID()}@example.org`;
const codeTo = (address: string): string => {
  const notice = sent.findLast(({ to }) => to === address)?.notice;
  if (notice?.kind !== 'code') throw new Error(`no code went to ${address}`);
  return notice.code;
};
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const askFor = async (visit: Visit, address: string, more: Record<string, string> = {}) =>
  visit.post('/en/sign-in', { address, ...more });
const type = (visit: Visit, code: string) => visit.post('/en/sign-in/code', { code, do: 'sign-in' });

async function signIn(address: string, visit = new Visit(served.address)): Promise<Visit> {
  await askFor(visit, address);
  const answer = await type(visit, codeTo(address.toLowerCase()));
  expect(answer.status, answer.text).toBe(303);
  return visit;
}

const isSignedIn = async (visit: Visit) => (await visit.get('/en/account')).status === 200;

/** The words of the error on a page. */
const slipsOf = (text: string) => [...text.matchAll(/class="slip"[^>]*>([^<]*)</g)].map(([, words]) => words);

describe.skipIf(!isBuilt)('signing in by a code', () => {
  it('makes the account where there is none, and signs the same one in afterwards', async () => {
    const address = newAddress();
    const first = await signIn(address);
    const { account } = JSON.parse((await first.get('/en/account/data')).text);
    const second = await signIn(address.toUpperCase());
    expect(JSON.parse((await second.get('/en/account/data')).text).account.id).toBe(account.id);
  });

  it('says the same, in the same way, of an address that has an account and of one that has none', async () => {
    const known = newAddress();
    await signIn(known);
    const shapes = await Promise.all(
      [known, newAddress()].map(async (address) => {
        const visit = new Visit(served.address);
        const asked = await askFor(visit, address);
        const page = await visit.get('/en/sign-in/code');
        const wrong = await type(visit, otherThan(codeTo(address)));
        const hidden = (text: string) => text.replace(/[\w]?•••@/g, '').replace(/nonce-[^']*/g, '');
        return [asked.status, asked.location, page.status, hidden(page.text), wrong.status, hidden(wrong.text)];
      }),
    );
    expect(shapes[0]).toEqual(shapes[1]);
  });

  it('takes a code in the digits of any script, and with spaces', async () => {
    const [visit, address] = [new Visit(served.address), newAddress()];
    await askFor(visit, address);
    const arabic = [...codeTo(address)].map((digit) => String.fromCodePoint(0x0660 + Number(digit))).join(' ');
    expect((await type(visit, arabic)).status).toBe(303);
  });

  it('takes no code twice', async () => {
    const [visit, address] = [new Visit(served.address), newAddress()];
    await askFor(visit, address);
    const code = codeTo(address);
    expect((await type(visit, code)).status).toBe(303);
    const again = await type(visit, code);
    expect([again.status, slipsOf(again.text)]).toEqual([422, [expect.stringMatching(/does not hold any more/)]]);
  });

  it('takes a code only in the browser that asked for it', async () => {
    const [mine, theirs, address] = [new Visit(served.address), new Visit(served.address), newAddress()];
    await askFor(mine, address);
    await askFor(theirs, newAddress());
    expect((await type(theirs, codeTo(address))).status).toBe(422);
    expect((await type(new Visit(served.address), codeTo(address))).location).toMatch(/sign-in/);
    expect((await type(mine, codeTo(address))).status).toBe(303);
  });

  it('takes no code after five wrong ones, and says so', async () => {
    const [visit, address] = [new Visit(served.address), newAddress()];
    await askFor(visit, address);
    const code = codeTo(address);
    for (let at = 0; at < 5; at++) {
      const wrong = await type(visit, otherThan(code));
      expect([wrong.status, slipsOf(wrong.text)]).toEqual([422, [expect.stringMatching(/This is not the code/)]]);
    }
    const right = await type(visit, code);
    expect([right.status, slipsOf(right.text)]).toEqual([422, [expect.stringMatching(/Too many wrong codes/)]]);
  });

  it('takes no code after ten minutes', async () => {
    const [visit, address] = [new Visit(served.address), newAddress()];
    await askFor(visit, address);
    await database.db
      .updateTable('sign_in_attempt')
      .set({ expires_at: new Date(Date.now() - 1) })
      .where('address', '=', address)
      .execute();
    const late = await type(visit, codeTo(address));
    expect([late.status, slipsOf(late.text)]).toEqual([422, [expect.stringMatching(/does not hold any more/)]]);
  });

  it('lets each of two tabs use the code that it asked for', async () => {
    const [visit, address, other] = [new Visit(served.address), newAddress(), newAddress()];
    await askFor(visit, address);
    await askFor(visit, other);
    expect((await type(visit, codeTo(address))).status).toBe(303);
  });

  it('sends no second code within a minute', async () => {
    const [visit, address] = [new Visit(served.address), newAddress()];
    await askFor(visit, address);
    await askFor(visit, address);
    expect(sent.filter(({ to }) => to === address)).toHaveLength(1);
  });

  it('keeps what was typed, and says what is wrong with it', async () => {
    const answer = await askFor(new Visit(served.address), 'name@');
    expect([answer.status, slipsOf(answer.text)]).toEqual([422, [expect.stringMatching(/no e-mail address/)]]);
    expect(answer.text).toContain('value="name@"');
  });

  it('goes on to where one was on the way, and to nowhere else', async () => {
    for (const [next, to] of [
      ['/en/account/sessions', '/en/account/sessions'],
      ['https://evil.example/', '/en/account'],
      ['//evil.example/x', '/en/account'],
      ['/\\evil.example', '/en/account'],
    ] as const) {
      const [visit, address] = [new Visit(served.address), newAddress()];
      await askFor(visit, address, { next });
      expect((await type(visit, codeTo(address))).location).toMatch(new RegExp(`^${to}(\\?new=yes)?$`));
    }
  });

  it('makes the answers of a check the profile of a new account', async () => {
    const [visit, address] = [new Visit(served.address), newAddress()];
    await askFor(visit, address, { check: 'citizen=PH&born=1996-05-02' });
    await type(visit, codeTo(address));
    const { profile } = JSON.parse((await visit.get('/en/account/data')).text);
    expect(profile).toMatchObject({ type: 'profile', nationalities: ['PH'], birthDate: '1996-05-02' });
  });

  it('makes one account where two codes for one new address are used at once', async () => {
    const address = newAddress();
    const visits = [new Visit(served.address), new Visit(served.address)];
    const codes: string[] = [];
    for (const visit of visits) {
      await askFor(visit, address);
      codes.push(codeTo(address));
    }
    const answers = await Promise.all(visits.map((visit, at) => type(visit, codes[at] ?? '')));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const rows = await database.db.selectFrom('account_address').selectAll().where('address', '=', address).execute();
    expect(rows).toHaveLength(1);
  });
});

describe.skipIf(!isBuilt)('a session', () => {
  it('has a cookie that no script reads and no other site sends, and a new id at each sign-in', async () => {
    const [visit, address] = [new Visit(served.address), newAddress()];
    await askFor(visit, address);
    visit.cookies.set('session', 'fixed-by-somebody-else');
    const answer = await type(visit, codeTo(address));
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('session=')) ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Path=\//i);
    const before = visit.cookies.get('session');
    expect(before).not.toBe('fixed-by-somebody-else');
    await signIn(address, visit);
    expect(visit.cookies.get('session')).not.toBe(before);
  });

  it('is over when it is signed out, whoever kept a copy of its cookie', async () => {
    const visit = await signIn(newAddress());
    const thief = new Visit(served.address);
    thief.cookies.set('session', visit.cookies.get('session') ?? '');
    expect(await isSignedIn(thief)).toBe(true);
    expect((await visit.post('/en/sign-out', {})).location).toBe('/en');
    expect(await isSignedIn(thief)).toBe(false);
    expect(visit.cookies.has('session')).toBe(false);
  });

  it.each([
    ['altered', (cookie: string) => `${cookie.slice(0, -4)}AAAA`],
    ['signed with another secret', (cookie: string) => `${cookie.split('.')[0]}.c2lnbmVkIGJ5IHNvbWVib2R5IGVsc2U`],
    ['without a signature', (cookie: string) => cookie.split('.')[0] ?? ''],
  ])('is not there for a cookie %s', async (_, change) => {
    const visit = await signIn(newAddress());
    visit.cookies.set('session', change(visit.cookies.get('session') ?? ''));
    expect(await isSignedIn(visit)).toBe(false);
  });

  it('ends when it was not used for too long, and lasts no longer than it may', async () => {
    for (const past of [{ used_at: 15 }, { created_at: 91 }] as const) {
      const visit = await signIn(newAddress());
      const days = (count: number) => new Date(Date.now() - count * 86_400_000);
      const { account } = JSON.parse((await visit.get('/en/account/data')).text);
      const then = Object.fromEntries(Object.entries(past).map(([column, count]) => [column, days(count)]));
      await database.db.updateTable('account_session').set(then).where('account', '=', account.id).execute();
      expect(await isSignedIn(visit), JSON.stringify(past)).toBe(false);
    }
  });

  it('that is older than a quarter of an hour changes no way in, deletes nothing and hands nothing out', async () => {
    const visit = await signIn(newAddress());
    const { account } = JSON.parse((await visit.get('/en/account/data')).text);
    await database.db
      .updateTable('account_session')
      .set({ created_at: new Date(Date.now() - 16 * 60_000) })
      .where('account', '=', account.id)
      .execute();
    const tried = [
      await visit.post('/en/account/password', { do: 'set', password: 'three plain words in a row' }),
      await visit.post('/en/account/addresses', { do: 'add', address: newAddress() }),
      await visit.post('/en/account/delete', { sure: 'yes' }),
      await visit.get('/en/account/data'),
    ];
    for (const { status, location } of tried)
      expect([status, location]).toEqual([303, expect.stringMatching(/^\/en\/sign-in\?next=.*&again=yes$/)]);
    const row = await database.db.selectFrom('account').selectAll().where('id', '=', account.id).executeTakeFirst();
    expect(row).toMatchObject({ password_hash: null });
  });

  it('takes the place of the one that the browser had', async () => {
    const address = newAddress();
    const visit = await signIn(address);
    const before = new Visit(served.address);
    before.cookies.set('session', visit.cookies.get('session') ?? '');
    await signIn(address, visit);
    expect([await isSignedIn(before), await isSignedIn(visit)]).toEqual([false, true]);
  });

  it('of an officer ends in the middle when the role is taken away', async () => {
    const officer = await somebody(served, 'destination-ministry');
    const visit = new Visit(served.address);
    const [name = '', ...value] = (await cookieOf(served, officer)).split('=');
    visit.cookies.set(name, value.join('='));
    expect((await visit.get('/en/ministry/organisations')).status).toBe(200);
    await database.db
      .updateTable('account_role')
      .set({ ended_at: new Date() })
      .where('account', '=', officer.account)
      .execute();
    expect((await visit.get('/en/ministry/organisations')).location).toMatch(/\/en\/sign-in\?.*ended=yes/);
  });

  it('goes on under another id in another role', async () => {
    const administrator = await somebody(served, 'administrator');
    const visit = new Visit(served.address);
    const [name = '', ...value] = (await cookieOf(served, administrator)).split('=');
    visit.cookies.set(name, value.join('='));
    const before = visit.cookies.get(name);
    await visit.post('/en/account/role', { role: 'worker' });
    expect(visit.cookies.get(name)).not.toBe(before);
    expect((await visit.get('/en/administration/officers')).status).toBe(403);
    const thief = new Visit(served.address);
    thief.cookies.set(name, before ?? '');
    expect(await isSignedIn(thief)).toBe(false);
  });
});

describe.skipIf(!isBuilt)('what is others’', () => {
  const two = async () => {
    const [mine, theirs] = [await signIn(newAddress()), await signIn(newAddress())];
    const their = JSON.parse((await theirs.get('/en/account/data')).text);
    return { mine, theirs, their };
  };

  it('sessions stay', async () => {
    const { mine, theirs, their } = await two();
    await mine.post('/en/account/sessions', { end: their.sessions[0].id });
    expect(await isSignedIn(theirs)).toBe(true);
  });

  it('addresses stay', async () => {
    const { mine, their } = await two();
    const answer = await mine.post('/en/account/addresses', { do: 'remove', address: their.addresses[0].address });
    expect(answer.status).toBe(422);
    const [{ address }] = their.addresses;
    expect(
      await database.db.selectFrom('account_address').select('account').where('address', '=', address).execute(),
    ).toEqual([{ account: their.account.id }]);
  });

  it('roles are not taken on', async () => {
    const { account } = await somebody(served, 'administrator');
    const [role] = await database.db.selectFrom('account_role').select('id').where('account', '=', account).execute();
    const mine = await signIn(newAddress());
    await mine.post('/en/account/role', { role: role?.id ?? '' });
    expect((await mine.get('/en/administration/officers')).status).toBe(403);
  });

  it('codes that add an address add it to nobody else', async () => {
    const [mine, theirs, address] = [await signIn(newAddress()), await signIn(newAddress()), newAddress()];
    await mine.post('/en/account/addresses', { do: 'add', address });
    for (const [name, value] of mine.cookies) if (name === 'sign-in') theirs.cookies.set(name, value);
    expect((await theirs.post('/en/account/addresses', { do: 'added', code: codeTo(address) })).status).toBe(422);
  });
});

describe.skipIf(!isBuilt)('forms from elsewhere', () => {
  it.each(['https://evil.example', 'null', 'not an origin'])('are refused with 403: %s', async (origin) => {
    const visit = await signIn(newAddress());
    for (const path of ['/en/sign-out', '/en/account/delete', '/en/account/role', '/en/sign-in'])
      expect((await visit.post(path, { sure: 'yes' }, { Origin: origin })).status, path).toBe(403);
    expect(await isSignedIn(visit)).toBe(true);
  });

  it('are told so by the browser, where it tells no origin', async () => {
    const visit = await signIn(newAddress());
    const answer = await fetch(`${served.address}/en/sign-out`, {
      method: 'POST',
      headers: { Cookie: visit.cookie(), 'Sec-Fetch-Site': 'cross-site' },
      redirect: 'manual',
    });
    expect(answer.status).toBe(403);
    expect(await isSignedIn(visit)).toBe(true);
  });
});

describe.skipIf(!isBuilt)('a new address', () => {
  const added = async () => {
    const [old, address] = [newAddress(), newAddress()];
    const visit = await signIn(old);
    await visit.post('/en/account/addresses', { do: 'add', address });
    expect((await visit.post('/en/account/addresses', { do: 'added', code: codeTo(address) })).status).toBe(303);
    return { old, address, visit };
  };

  it('waits 72 hours, and the old one is told', async () => {
    const { old, address } = await added();
    expect(sent.findLast(({ to }) => to === old)?.notice).toMatchObject({ kind: 'address-added' });
    const stranger = new Visit(served.address);
    await askFor(stranger, address);
    const early = await type(stranger, codeTo(address));
    expect([early.status, slipsOf(early.text)]).toEqual([422, [expect.stringMatching(/72 hours/)]]);
    await database.db
      .updateTable('account_address')
      .set({ usable_from: new Date() })
      .where('address', '=', address)
      .execute();
    await signIn(address);
  });

  it('may be used at once when a code to the old one confirms it', async () => {
    const { old, address, visit } = await added();
    sent.splice(0);
    await visit.post('/en/account/addresses', { do: 'release', address: old });
    expect((await visit.post('/en/account/addresses', { do: 'released', code: codeTo(old) })).status).toBe(303);
    await signIn(address);
  });

  it('cannot confirm itself', async () => {
    const { address, visit } = await added();
    sent.splice(0);
    await visit.post('/en/account/addresses', { do: 'release', address });
    expect(sent).toEqual([]);
  });

  it('cannot be invited while it waits, and the invitation stands', async () => {
    const { address } = await added();
    const invited = { email: address, role: 'administrator' } as const;
    const token = await invite(served.context.database, { kind: 'door' }, invited, new Date());
    const visit = new Visit(served.address);
    expect((await visit.post(`/en/invitation/${token}`, {})).status).toBe(409);
    await database.db
      .updateTable('account_address')
      .set({ usable_from: new Date() })
      .where('address', '=', address)
      .execute();
    expect((await visit.post(`/en/invitation/${token}`, {})).location).toBe('/en/account?new=yes');
  });

  it('does not take the place of the old one while it waits', async () => {
    const { old, visit } = await added();
    const answer = await visit.post('/en/account/addresses', { do: 'remove', address: old });
    expect([answer.status, slipsOf(answer.text)]).toEqual([422, [expect.stringMatching(/could not sign in/)]]);
  });
});

describe.skipIf(!isBuilt)('a password', () => {
  const PASSWORD = 'three plain words in a row';
  const withPassword = async () => {
    const address = newAddress();
    const visit = await signIn(address);
    expect((await visit.post('/en/account/password', { do: 'set', password: PASSWORD })).status).toBe(303);
    return { address, visit };
  };
  const tryWith = (address: string, password: string) =>
    new Visit(served.address).post('/en/sign-in/password', { address, password });

  it('signs in', async () => {
    const { address } = await withPassword();
    expect((await tryWith(address, PASSWORD)).location).toBe('/en/account');
  });

  it('says the same where it is wrong, where none was set and where there is no account', async () => {
    const { address } = await withPassword();
    const without = newAddress();
    await signIn(without);
    const told = await Promise.all(
      [address, without, newAddress()].map(async (one) => {
        const { status, text } = await tryWith(one, 'another few plain words');
        return [status, text.replaceAll(one, '')];
      }),
    );
    expect(told[0]?.[0]).toBe(422);
    expect(told).toEqual([told[0], told[0], told[0]]);
  });

  it('ends all other sessions when it changes, and is never sent back', async () => {
    const { address, visit } = await withPassword();
    const other = await signIn(address);
    const short = await visit.post('/en/account/password', { do: 'set', password: 'too short' });
    expect([short.status, short.text.includes('too short')]).toEqual([422, false]);
    await visit.post('/en/account/password', { do: 'set', password: `${PASSWORD} again` });
    expect([await isSignedIn(visit), await isSignedIn(other)]).toEqual([true, false]);
  });
});

describe.skipIf(!isBuilt)('an account', () => {
  it('is deleted with all that belongs to it, and what stays in the audit names nobody', async () => {
    const address = newAddress();
    const visit = await signIn(address);
    const { account } = JSON.parse((await visit.get('/en/account/data')).text);
    expect((await visit.post('/en/account/delete', {})).status).toBe(422);
    expect((await visit.post('/en/account/delete', { sure: 'yes' })).location).toBe('/en');
    for (const table of [
      'account_address',
      'account_session',
      'account_passkey',
      'account_identity',
      'profile',
      'consent',
    ] as const)
      expect(
        await database.db.selectFrom(table).select('account').where('account', '=', account.id).execute(),
        table,
      ).toEqual([]);
    const said = await database.db.selectFrom('audit_entry').select('body').execute();
    expect(said.some(({ body }) => body.includes(account.id))).toBe(true);
    expect(said.some(({ body }) => body.includes(address))).toBe(false);
  });

  it('leaves a sound audit of all this', async () => {
    const report = await database.db.transaction().execute((trx) => verifyAudit(trx));
    expect(report).toMatchObject({ broken: [], brokenAnchor: undefined });
    expect(report.entries).toBeGreaterThan(50);
  });
});
