import { spawnSync } from 'node:child_process';
import { request } from 'node:http';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS } from '../../app/server/access.ts';
import { cookiesOf } from '../../app/server/session.server.ts';
import { seededDatabase } from '../support/database.ts';
import { headersOf, somebody } from '../support/identities.ts';
import { type Served, serve } from '../support/served.ts';
import { isBuilt } from '../support/server.ts';
import { Visit } from '../support/visit.ts';

const logged: string[] = [];
const log = pino(
  { level: 'trace' },
  new Writable({
    write(line, _encoding, done) {
      logged.push(String(line));
      done();
    },
  }),
);

let served: Served;
beforeAll(async () => {
  const database = await seededDatabase();
  if (isBuilt) served = await serve(database, { log });
});
afterAll(() => served?.close());

const SOME = [
  '/en',
  '/en/pathways',
  '/en/sign-in',
  '/en/account',
  '/api/v1/pathways',
  '/api/v1/none',
  '/healthz',
  '/none',
];

describe.skipIf(!isBuilt)('every answer', () => {
  it.each(SOME)('%s brings the headers that keep a browser to our own pages', async (path) => {
    const { headers } = await fetch(`${served.address}${path}`, { redirect: 'manual' });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/base-uri 'none'/);
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]{20,}'/);
    expect(policy).not.toMatch(/unsafe-|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('has a nonce of its own', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => (await fetch(`${served.address}/en`)).headers.get('content-security-policy')),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('with something in it says what it is', async () => {
    for (const path of SOME) {
      const answer = await fetch(`${served.address}${path}`, { redirect: 'manual' });
      if ((await answer.text()) !== '')
        expect(answer.headers.get('content-type'), path).toMatch(
          /^(text\/(html|plain); charset=utf-8|application\/json; charset=utf-8|application\/problem\+json(; charset=utf-8)?)$/,
        );
    }
  });
});

describe.skipIf(!isBuilt)('pages of an account', () => {
  it('are kept by nobody', async () => {
    const headers = await headersOf(served, await somebody(served, 'worker'), '/en/account');
    for (const path of ['', '/sessions', '/addresses', '/password', '/passkeys', '/delete', '/data']) {
      const answer = await fetch(`${served.address}/en/account${path}`, { headers });
      expect([answer.status, answer.headers.get('cache-control')], path).toEqual([200, 'no-store']);
    }
  });

  it('are cleared from the browser at sign-out', async () => {
    const headers = await headersOf(served, await somebody(served, 'worker'), '/en/sign-out');
    const answer = await fetch(`${served.address}/en/sign-out`, { method: 'POST', headers, redirect: 'manual' });
    expect(answer.headers.get('clear-site-data')).toBe('"cache"');
  });

  it('have cookies of this host alone where the site is reached by https', async () => {
    const cookie = await cookiesOf('https://fairway.example', 'a secret that signs').keepSession(
      's'.repeat(43),
      'worker',
    );
    expect(cookie).toMatch(/^__Host-session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe.skipIf(!isBuilt)('methods and origins', () => {
  it('TRACE and what HTTP does not know are refused', async () => {
    const { hostname, port } = new URL(served.address);
    for (const method of ['TRACE', 'PROPFIND']) {
      const status = await new Promise((resolve, reject) => {
        request({ hostname, port, path: '/en', method }, (answer) => resolve(answer.resume().statusCode))
          .on('error', reject)
          .end();
      });
      expect(status, method).toBe(405);
    }
  });

  it('no page of another origin reads what is personal, or writes anything', async () => {
    const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' };
    const preflight = await fetch(`${served.address}/api/v1/documents`, { method: 'OPTIONS', headers });
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    const page = await fetch(`${served.address}/en/account`, { headers, redirect: 'manual' });
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    expect(page.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('nothing changes by GET: every route that only reads takes no other method', () => {
    const reading = Object.entries(ACCESS).filter(([, access]) => !('POST' in access));
    expect(reading.length).toBeGreaterThan(30);
    for (const [file, access] of reading) expect(Object.keys(access), file).toEqual(['GET']);
  });
});

describe.skipIf(!isBuilt)('the log', () => {
  it('names nobody: no address, code, password or token, whatever goes wrong', async () => {
    const secrets = [
      'n.secret@example.org',
      '+254712000999',
      'three plain secret words',
      '424242',
      'fairway_nosuchtokenatall',
    ];
    const [email = '', phone = '', password = '', code = '', token = ''] = secrets;
    const visit = new Visit(served.address);
    await visit.post('/en/sign-in', { address: email });
    await visit.post('/en/sign-in', { address: phone });
    await visit.post('/en/sign-in/code', { code, do: 'sign-in' });
    await visit.post('/en/sign-in/password', { address: email, password });
    await visit.get(`/en/pathways?q=${encodeURIComponent(email)}`);
    await visit.get(`/en/invitation/${token}`);
    await fetch(`${served.address}/api/v1/pathways`, { headers: { Authorization: `Bearer ${token}` } });
    const all = logged.join('\n');
    expect(logged.length).toBeGreaterThan(5);
    for (const secret of secrets) expect(all).not.toContain(secret);
    expect(all).not.toContain('127.0.0.1');
  });

  it('has sign-ins that fail and what is forbidden', async () => {
    const visit = new Visit(served.address);
    await visit.post('/en/sign-in/password', { address: 'nobody@example.org', password: 'a few plain words' });
    const headers = await headersOf(served, await somebody(served, 'worker'), '/en/administration/officers');
    await fetch(`${served.address}/en/administration/officers`, { headers });
    const told = logged.flatMap((line) => {
      const entry: Record<string, unknown> = JSON.parse(line);
      return entry['security'] === undefined ? [] : [entry];
    });
    expect(told).toContainEqual(expect.objectContaining({ security: 'sign-in', by: 'password', outcome: 'wrong' }));
    expect(told).toContainEqual(
      expect.objectContaining({ security: 'forbidden', identity: 'worker', action: 'invite-officer' }),
    );
  });
});

describe('what is shipped', () => {
  const fromRoot = fileURLToPath(new URL('../..', import.meta.url));

  it('holds only packages whose licences are listed', () => {
    const made = spawnSync(process.execPath, ['--import', 'tsx', 'test/security/list-licences.ts', '--check'], {
      cwd: fromRoot,
      encoding: 'utf8',
    });
    expect([made.status, made.stderr]).toEqual([0, '']);
  });

  it('holds no way to run a text as a program', () => {
    const found = spawnSync('grep', ['-rnE', '\\beval\\(|new Function\\(', 'app', 'db', 'search'], {
      cwd: fromRoot,
      encoding: 'utf8',
    });
    expect(found.stdout).toBe('');
  });
});
