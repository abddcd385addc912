import { expect, it } from 'vitest';
import { respond } from './etag.server.ts';

const ask = (body: string, known?: string, method = 'GET') =>
  respond(
    new Request('http://localhost/', { method, headers: known === undefined ? {} : { 'If-None-Match': known } }),
    body,
    { headers: new Headers({ 'Content-Type': 'text/plain' }) },
  );

it('says 304 to a reader that holds the body, and gives it to one that does not', async () => {
  const etag = ask('one').headers.get('ETag') ?? '';
  expect(ask('one', etag).status).toBe(304);
  expect(ask('one', `"other", ${etag}`).status).toBe(304);
  expect(await ask('two', etag).text()).toBe('two');
  expect(ask('one').headers.get('ETag')).not.toBe(ask('two').headers.get('ETag'));
});

it('never validates an error', () => {
  const broken = respond(new Request('http://localhost/'), 'no', { status: 503, headers: new Headers() });
  expect([broken.status, broken.headers.get('ETag')]).toEqual([503, null]);
});
