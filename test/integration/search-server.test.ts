import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { freePort } from '../../db/embedded/free-port.ts';
import { connectMeilisearch } from '../../search/meilisearch.server.ts';
import { FAULTS, type FlakyServer, flakyServer, handsOnTo, hang } from '../support/flaky-server.ts';
import { meilisearchKey, meilisearchUrl, skippedWithout } from '../support/meilisearch.ts';
import { type Running, scratchFolder, start } from '../support/processes.ts';

const built = existsSync(new URL('../../build/server/index.js', import.meta.url));
const prefix = `test-${randomBytes(4).toString('hex')}`;

const Ready = z.object({ status: z.string(), database: z.string(), search: z.string() });
const Answer = z.object({ total: z.number(), engine: z.string(), degraded: z.boolean().optional() });

let meilisearch: FlakyServer;
let server: Running;
let address = '';

const ready = async () => {
  const response = await fetch(`${address}/readyz`);
  return { code: response.status, ...Ready.parse(await response.json()) };
};
const search = async (query = '') =>
  Answer.parse(await (await fetch(`${address}/api/v1/pathways?locale=en&${query}`)).json());
const page = async () => {
  const response = await fetch(`${address}/en/pathways?q=nurse`);
  return { status: response.status, text: await response.text() };
};
const NOTICE = 'The main search does not answer.';

describe.skipIf(!built)('a server whose Meilisearch hangs from the start', () => {
  beforeAll(async () => {
    meilisearch = await flakyServer(hang);
    const port = await freePort();
    server = start('server', ['--jobs'], {
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: path.join(await scratchFolder(), 'data'),
      LOG_LEVEL: 'silent',
      MEILI_URL: meilisearch.url,
      MEILI_API_KEY: meilisearchKey ?? '',
      MEILI_PREFIX: prefix,
    });
    await server.firstLine;
    address = `http://127.0.0.1:${port}`;
  }, 120_000);

  afterAll(async () => {
    server.child.kill('SIGTERM');
    await server.outcome;
  });

  it('is ready, and says that its search is not what it should be', async () =>
    expect(await ready()).toEqual({ code: 200, status: 'degraded', database: 'ok', search: 'degraded' }));

  it('answers by PostgreSQL', async () => {
    expect(await search()).toMatchObject({ engine: 'postgres', degraded: true, total: expect.any(Number) });
    const { status, text } = await page();
    expect(status).toBe(200);
    expect(text).toContain(NOTICE);
    expect(await (await fetch(`${address}/metrics`)).text()).toMatch(/^search_degraded 1$/m);
  });

  describe.skipIf(meilisearchUrl === undefined)(
    meilisearchUrl === undefined ? `and then answers (${skippedWithout})` : 'and then answers',
    () => {
      afterAll(async () => {
        const client = connectMeilisearch(meilisearchUrl ?? '', meilisearchKey);
        const { results } = await client.getRawIndexes({ limit: 1_000 });
        for (const { uid } of results) if (uid.startsWith(prefix)) await client.deleteIndex(uid).waitTask();
      });

      const comesBack = async (total: number) => {
        meilisearch.turn(handsOnTo(meilisearchUrl ?? ''));
        await expect.poll(ready, { timeout: 60_000, interval: 200 }).toMatchObject({ code: 200, status: 'ok' });
        await expect.poll(() => search(), { timeout: 20_000 }).toEqual({ total, engine: 'meilisearch' });
        expect((await page()).text).not.toContain(NOTICE);
      };

      it('makes and fills its index and asks it, and so after every fault', { timeout: 120_000 }, async () => {
        const { total } = await search();
        await comesBack(total);
        for (const fault of [hang, FAULTS['answers 500'], FAULTS['breaks off in the middle of an answer']]) {
          meilisearch.turn(fault ?? hang);
          expect(await search()).toEqual({ total, engine: 'postgres', degraded: true });
          expect(await ready()).toEqual({ code: 200, status: 'degraded', database: 'ok', search: 'degraded' });
          await comesBack(total);
        }
        await meilisearch.refuse();
        expect(await search()).toEqual({ total, engine: 'postgres', degraded: true });
        await meilisearch.reopen();
        await comesBack(total);
      });
    },
  );
});
