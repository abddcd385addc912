import { once } from 'node:events';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitRate, networkOf } from './rate-limit.server.ts';
import { refuser } from './refuse.server.ts';

describe('whom an address belongs to', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('%s: %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('more than is allowed from one network', () => {
  const warnings: string[] = [];
  const serve = async (trusted: string[]) => {
    const app = express();
    app.set('trust proxy', trusted);
    const limit = { points: 3, duration: 60 };
    app.use(limitRate(refuser('styles.css'), { warn: (line: string) => warnings.push(line) }, limit));
    app.get('*', (_request, response) => void response.send('read'));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
  };
  const servers: { close(): void }[] = [];
  const ask = (server: string, path: string, headers: Record<string, string> = {}) => fetch(server + path, { headers });
  let direct = '';
  let behind = '';
  beforeAll(async () => {
    direct = await serve([]);
    behind = await serve(['loopback']);
  });
  afterAll(() => {
    for (const server of servers) server.close();
  });

  it('is 429 with Retry-After: a problem under /api, elsewhere a page in the language of the address or the reader', async () => {
    for (const path of ['/en', '/ar/pathways', '/api/v1/pathways']) expect((await ask(direct, path)).status).toBe(200);
    const refused = await ask(direct, '/api/v1/pathways');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(refused.headers.get('Content-Type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({ status: 429, title: 'Too Many Requests' });
    for (const [path, language, words] of [
      ['/en/pathways', 'es', 'Too many requests'],
      ['/fr', 'en', 'Trop de demandes'],
      ['/ar', 'en', 'طلبات كثيرة جدًا'],
      ['/', 'es-MX', 'Demasiadas solicitudes'],
    ] as const) {
      const page = await ask(direct, path, { 'Accept-Language': language });
      expect([page.status, await page.text()]).toEqual([429, expect.stringContaining(words)]);
    }
  });

  it('does not believe X-Forwarded-For of just anybody, and says once what to do about it', async () => {
    for (const reader of ['192.0.2.1', '192.0.2.2'])
      expect((await ask(direct, '/en', { 'X-Forwarded-For': reader })).status).toBe(429);
    expect(warnings).toEqual([expect.stringContaining('TRUST_PROXY')]);
  });

  it('is counted for each reader behind a proxy that is trusted', async () => {
    for (const reader of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'])
      expect((await ask(behind, '/en', { 'X-Forwarded-For': reader })).status).toBe(200);
    for (const status of [200, 200, 429])
      expect((await ask(behind, '/en', { 'X-Forwarded-For': '192.0.2.1' })).status).toBe(status);
  });
});
