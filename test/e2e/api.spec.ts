import { expect, test } from '@playwright/test';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === true, 'the API knows no browser: once is enough');

test('a pathway is given back as published, with its quotas', async ({ request }) => {
  const answer = await request.get('/api/v1/pathways/kr-eps-e9');
  expect(answer.status()).toBe(200);
  const { quotas, ...document } = await answer.json();
  const { default: seed } = await import('../../db/seed/pathways.json', { with: { type: 'json' } });
  expect(document).toEqual(seed.find(({ id }) => id === 'kr-eps-e9'));
  expect(quotas.length).toBeGreaterThan(5);
  expect(quotas[0]).toMatchObject({ allocated: 0, used: 0 });
});

test('an answer is revalidated by its ETag', async ({ request }) => {
  for (const path of ['/api/v1/pathways', '/en/pathways']) {
    const { etag = '' } = (await request.get(path)).headers();
    expect(etag).toMatch(/^W\/"/);
    expect((await request.get(path, { headers: { 'If-None-Match': etag } })).status(), path).toBe(304);
  }
});

for (const [path, status, pointer] of [
  ['/api/v1/pathways?page=0', 422, '/page'],
  ['/api/v1/pathways?perPage=101', 422, '/perPage'],
  ['/api/v1/pathways?destination=ZZ', 422, '/destination'],
  ['/api/v1/occupations?q=nurse&limit=101', 422, '/limit'],
  ['/api/v1/pathways/no-such', 404, undefined],
  ['/api/v1/quotas/no-such', 404, undefined],
  ['/api/v1/procedures/ZZ', 404, undefined],
  ['/api/v1/schemas/nothing.json', 404, undefined],
  ['/api/v1/nothing', 404, undefined],
] as const) {
  test(`${path} is a problem of status ${status}`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(status);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    const body = await answer.json();
    expect(body).toMatchObject({ status });
    expect(body.errors?.[0]?.path).toBe(pointer);
  });
}

test('facets leave their own filter out, and «any» counts for none', async ({ request }) => {
  const all = await (await request.get('/api/v1/pathways?perPage=100')).json();
  const one = await (await request.get('/api/v1/pathways?destination=DE')).json();
  expect(one.facets.destination).toEqual(all.facets.destination);
  expect(one.total).toBe(all.facets.destination.DE);
  expect(Object.keys(all.facets.origin)).not.toContain('any');
  expect(all.total).toBe(49);
});

test('a job title in any language is an occupation', async ({ request }) => {
  for (const [q, code] of [
    ['nurse', '2221'],
    ['albañil', '7112'],
    ['infirmière', '2221'],
    ['ممرضة', '2221'],
    ['bricklayr', '7112'],
  ] as const) {
    const { hits } = await (await request.get(`/api/v1/occupations?q=${encodeURIComponent(q)}&limit=5`)).json();
    expect(
      hits.map((hit: { code: string }) => hit.code),
      q,
    ).toContain(code);
  }
});

test('schemas and the description of the API are served', async ({ request }) => {
  for (const type of ['pathway', 'procedure', 'quota', 'vacancy', 'profile'])
    expect((await request.get(`/api/v1/schemas/${type}.json`)).status()).toBe(200);
  const description = await (await request.get('/api/v1/openapi.json')).json();
  expect(Object.keys(description.paths)).toContain('/pathways/{id}');
  expect(description.components.schemas.pathway.required).toContain('return');
});

test('probes, headers, limits', async ({ request }) => {
  expect((await request.get('/healthz')).status()).toBe(200);
  expect(await (await request.get('/readyz')).json()).toMatchObject({ status: 'ok' });
  expect(await (await request.get('/metrics')).text()).toContain('http_request_duration_seconds');
  const { 'content-security-policy': policy = '', 'referrer-policy': referrer } = (await request.get('/en')).headers();
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'nonce-[^']+'$/);
  expect(referrer).toBe('strict-origin-when-cross-origin');
  expect((await request.post('/api/v1/pathways', { data: 'x'.repeat(1_100_000) })).status()).toBe(413);
  expect((await request.post('/api/v1/pathways', { data: {} })).status()).toBe(405);
});

test('`/` goes to the reader’s language', async ({ request }) => {
  const answer = await request.get('/', { headers: { 'Accept-Language': 'bn, ar;q=0.8' }, maxRedirects: 0 });
  expect([answer.status(), answer.headers()['location']]).toEqual([302, '/ar']);
});
