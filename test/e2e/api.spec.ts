import { type APIRequestContext, expect, test } from '@playwright/test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { completeDocuments } from '../../app/domain/documents/complete-documents.ts';
import { commandBeside } from '../support/command-beside.ts';

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

/** Every call of the description, with addresses that it answers. */
const EXAMPLES: Record<string, readonly string[]> = {
  '/pathways': [
    '',
    '?perPage=100',
    '?q=nurse&destination=DE&destination=GB&locale=ar',
    '?page=999&sort=places&unknown=1',
    '?origin=PH&occupation=22&sector=Q&kind=training&status=open&commitment=none&settlement=yes&pays=nothing',
  ],
  '/pathways/{id}': ['kr-eps-e9', 'kr-eps-e9?on=2026-11-23', 'de-triple-win-nurses', 'nz-rse'],
  '/procedures/{origin}': ['PH', 'np', 'DE', 'PH?on=1990-01-01'],
  '/quotas': ['', '?pathway=kr-eps-e9&period=2026&perPage=3', '?state=DE&page=99'],
  '/quotas/{id}': ['kr-eps-e9-2026'],
  '/vacancies': ['', '?q=nurse&destination=DE&wageAtLeast=2500&currency=EUR&sort=wage&perPage=3', '?page=99&locale=ar'],
  '/partnerships': ['', '?pathway=de-triple-win-nurses&perPage=3'],
  '/occupations': ['?q=nurse', '?q=22&language=fr&limit=100', '?q=%E0%A6%A8', ''],
  '/openapi.json': [''],
  '/schemas/{type}.json': ['pathway', 'procedure', 'quota', 'vacancy', 'profile'].map((type) => `${type}.json`),
};

/** A nurse who has not told everything. */
const nurse = {
  ...{ type: 'profile', birthDate: '1996-05-02', nationalities: ['PH'], residence: 'PH', education: { isced: 6 } },
  languages: [{ language: 'en', cefr: 'B2' }],
  experience: [{ occupation: '2221', from: '2019-01', to: '2024-12' }],
  qualifications: [{ occupation: '2221', country: 'PH', trainingMonths: 48, recognisedIn: [] }],
  offer: { destination: 'GB', occupation: '5321', months: 12 },
  savings: { amount: 200, currency: 'EUR' },
};

/** No longer in effect: no verdict on it. */
const ended = { ...completeDocuments.pathway, effective: { from: '2000-01-01', to: '2001-12-31' } };

/** The bodies of those that are asked with one. */
const BODIES: Record<string, readonly object[]> = {
  '/eligibility': [
    { profile: nurse },
    { profile: { type: 'profile' }, on: '2026-11-23' },
    { profile: { ...nurse, stays: [], offer: null }, pathways: ['de-triple-win-nurses'], drafts: [ended] },
  ],
  '/unlocks': [
    { profile: nurse },
    { profile: { type: 'profile' }, atMost: 2 },
    { profile: { ...nurse, offer: null, languages: [], tests: [] }, on: '2026-11-23', atMost: 3 },
  ],
  '/matches': [{ profile: nurse }, { profile: { type: 'profile' }, on: '2026-11-23', limit: 1000 }],
};

const addressOf = (call: string, example: string) => `/api/v1${call.replace(/\{.*/, '')}${example}`;

/** The schema that the description gives for the answers of a call. */
async function describedAnswers(request: APIRequestContext): Promise<(pointer: string) => ValidateFunction> {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(await (await request.get('/api/v1/openapi.json')).json(), 'openapi');
  return (pointer) => ajv.compile({ $ref: `openapi#${pointer}` });
}

const placeIn = (call: string, method: string) => `/paths/${encodeURIComponent(call.replaceAll('/', '~1'))}/${method}`;
const ANSWER = 'responses/200/content/application~1json/schema';

test('every call is described, and answers as it is described', async ({ request }) => {
  const { paths } = await (await request.get('/api/v1/openapi.json')).json();
  const described = Object.entries<object>(paths).flatMap(([path, calls]) =>
    Object.keys(calls).map((method) => `${method} ${path}`),
  );
  const tried = [
    ...Object.keys(EXAMPLES).map((path) => `get ${path}`),
    ...Object.keys(BODIES).map((path) => `post ${path}`),
    // These take a token, or something of a kind that the seed has none of: below, and in test/integration.
    ...['get /vacancies/{id}', 'get /partnerships/{id}', 'post /partnerships'],
    'post /documents',
    ...['get /quotas/{id}/events', 'get /quotas/{id}/allocations', 'post /quotas/{id}/allocations'],
    'get /vacancies/{id}/workers',
    'post /quotas/{id}/allocations/{reference}/{settlement}',
    'post /quotas/{id}/allocations/{reference}/correct',
  ];
  expect(tried.sort()).toEqual(described.sort());
  const schemaAt = await describedAnswers(request);
  for (const [call, examples] of Object.entries(EXAMPLES)) {
    const matches = schemaAt(`${placeIn(call, 'get')}/${ANSWER}`);
    for (const example of examples) {
      const answer = await request.get(addressOf(call, example));
      expect(answer.status(), addressOf(call, example)).toBe(200);
      matches(await answer.json());
      expect(matches.errors ?? [], addressOf(call, example)).toEqual([]);
    }
  }
});

test('what is asked with a body is asked and answered as it is described', async ({ request }) => {
  const schemaAt = await describedAnswers(request);
  for (const [call, bodies] of Object.entries(BODIES)) {
    const place = placeIn(call, 'post');
    const accepts = schemaAt(`${place}/requestBody/content/application~1json/schema`);
    const matches = schemaAt(`${place}/${ANSWER}`);
    for (const data of bodies) {
      expect(accepts(data), JSON.stringify(data)).toBe(true);
      const answer = await request.post(`/api/v1${call}`, { data });
      expect(answer.status(), call).toBe(200);
      const body = await answer.json();
      // Of vacancies the seed has none.
      if (call !== '/matches') expect(body.results.length, call).toBeGreaterThan(0);
      matches(body);
      expect(matches.errors ?? [], call).toEqual([]);
    }
    for (const data of [{}, { profile: { type: 'profile', birthDate: 'yesterday' } }, { profile: nurse, no: 1 }]) {
      expect(accepts(data), JSON.stringify(data)).toBe(false);
      expect((await request.post(`/api/v1${call}`, { data })).status(), JSON.stringify(data)).toBe(422);
    }
  }
});

test('documents are published by whose they are, as it is described', async ({ request }) => {
  const token = await commandBeside('token', 'register', '--role', 'destination-ministry', '--state', 'JP');
  const headers = { Authorization: `Bearer ${token}` };
  const place = placeIn('/documents', 'post');
  const schemaAt = await describedAnswers(request);
  const accepts = schemaAt(`${place}/requestBody/content/application~1json/schema`);
  const matches = schemaAt(`${place}/${ANSWER}`);
  const problem = schemaAt('/components/schemas/Problem');
  const profile = { type: 'profile', birthDate: '2020-01-01' };
  const test = { type: 'pathway-test', id: 'jp-published', pathway: 'jp-ssw-1', on: '2026-11-23', profile };
  const data = [{ ...test, expect: 'ineligible' }];
  expect(accepts(data)).toBe(true);
  for (const counts of [
    { created: 1, updated: 0, unchanged: 0 },
    { created: 0, updated: 0, unchanged: 1 },
  ]) {
    const answer = await request.post('/api/v1/documents', { data, headers });
    expect(answer.status()).toBe(200);
    const body = await answer.json();
    expect(body).toEqual(counts);
    expect(matches(body)).toBe(true);
  }
  const lines = { ...headers, 'Content-Type': 'application/x-ndjson' };
  const refused = {
    401: [{ data }, { data, headers: { Authorization: 'Bearer fairway_unknown' } }],
    403: [{ data: [{ ...test, pathway: 'kr-eps-e9', expect: 'ineligible' }], headers }],
    413: [{ data: 'x'.repeat(1_100_000), headers: lines }],
    415: [{ data: JSON.stringify(data), headers: { ...headers, 'Content-Type': 'text/plain' } }],
    400: [{ data: Buffer.from('[{"type":'), headers: { ...headers, 'Content-Type': 'application/json' } }],
    422: [
      { data: [{ ...test, expect: 'perhaps' }], headers },
      { data: JSON.stringify({ ...test, expect: 'eligible' }), headers: lines },
    ],
  };
  for (const [status, calls] of Object.entries(refused))
    for (const call of calls) {
      const answer = await request.post('/api/v1/documents', call);
      expect(answer.status()).toBe(Number(status));
      expect(problem(await answer.json())).toBe(true);
    }
});

test('an answer is revalidated by its ETag, weakly and out of a list', async ({ request }) => {
  for (const path of ['/api/v1/pathways', '/en/pathways']) {
    const { etag = '' } = (await request.get(path)).headers();
    expect(etag).toMatch(/^W\/"/);
    const strong = etag.replace('W/', '');
    for (const known of [etag, strong, `"other", ${etag}`, `${strong} , "other"`, '*'])
      expect((await request.get(path, { headers: { 'If-None-Match': known } })).status(), known).toBe(304);
    expect((await request.get(path, { headers: { 'If-None-Match': '"other"' } })).status()).toBe(200);
  }
});

test('what depends on the reader’s language says so to caches', async ({ request }) => {
  expect((await request.get('/api/v1/pathways')).headers()['vary']).toContain('Accept-Language');
  expect((await request.get('/api/v1/pathways?locale=fr')).headers()['vary'] ?? '').not.toContain('Accept-Language');
});

test('pages of other origins may read and nothing else', async ({ request }) => {
  const headers = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' };
  for (const path of ['/api/v1/pathways/nz-rse', '/api/v1/pathways/no-such'])
    expect((await request.get(path, { headers })).headers()['access-control-allow-origin']).toBe('*');
  const asked = await request.fetch('/api/v1/pathways', { method: 'OPTIONS', headers });
  expect([asked.status(), asked.headers()['access-control-allow-methods']]).toEqual([204, 'GET, HEAD']);
  expect(
    (await request.post('/api/v1/pathways', { headers })).headers()['access-control-allow-origin'],
  ).toBeUndefined();
});

for (const [path, status, pointer] of [
  ['/api/v1/pathways?page=0', 422, '/page'],
  ['/api/v1/pathways?perPage=101', 422, '/perPage'],
  ['/api/v1/pathways?destination=ZZ', 422, '/destination'],
  ['/api/v1/occupations?q=nurse&limit=101', 422, '/limit'],
  ['/api/v1/pathways?locale=de', 422, '/locale'],
  [`/api/v1/pathways?q=${'x'.repeat(201)}`, 422, '/q'],
  ['/api/v1/occupations?q=nurse&limit=5&limit=0', 422, '/limit'],
  ['/api/v1/occupations?q=nurse&language=english', 422, '/language'],
  ['/api/v1/pathways/kr-eps-e9?on=2025-02-30', 422, '/on'],
  ['/api/v1/pathways/kr-eps-e9?on=1990-01-01', 404, undefined],
  ['/api/v1/procedures/PH?on=yesterday', 422, '/on'],
  ['/api/v1/pathways/%00', 404, undefined],
  ['/api/v1/quotas/a%00b', 404, undefined],
  ['/api/v1/pathways/%E0%A4%A', 400, undefined],
  ['/api/v1/pathways/no-such', 404, undefined],
  ['/api/v1/quotas/no-such', 404, undefined],
  ['/api/v1/procedures/ZZ', 404, undefined],
  ['/api/v1/schemas/nothing.json', 404, undefined],
  ['/api/v1/nothing', 404, undefined],
  ['/api/v1', 404, undefined],
  ['/api/v2/pathways', 404, undefined],
  ['/api', 404, undefined],
] as const) {
  test(`${path.slice(0, 60)} is a problem of status ${status}`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(status);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    const body = await answer.json();
    expect(body).toMatchObject({ status });
    expect((await describedAnswers(request))('/components/schemas/Problem')(body)).toBe(true);
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
});

test('what can only be read refuses to be written, and says what it allows', async ({ request }) => {
  for (const path of ['/api/v1/pathways', '/api/v1/quotas/kr-eps-e9-2026', '/healthz', '/readyz', '/metrics']) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await request.fetch(path, { method, data: {} });
      expect([answer.status(), answer.headers()['allow']], `${method} ${path}`).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
    expect((await request.head(path)).status(), path).toBe(200);
  }
});

for (const [path, status, words] of [
  ['/es/%ff', 400, 'No se puede leer esta dirección'],
  ['/fr/pathways/%00', 404, 'Introuvable'],
  ['/assets/none.css', 404, 'Not found'],
  ['/assets/..%2f..%2fpackage.json', 404, 'Not found'],
] as const) {
  test(`${path} is a page of status ${status} in the reader’s language`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(status);
    expect(await answer.text()).toContain(words);
  });
}

test('a page that takes nothing says so to whoever sends it something', async ({ request }) => {
  const answer = await request.post('/es/pathways', { form: { q: 'x' } });
  expect(answer.status()).toBe(405);
  expect(await answer.text()).toContain('Esta página solo se puede leer');
});

test('`/` goes to the reader’s language', async ({ request }) => {
  const answer = await request.get('/', { headers: { 'Accept-Language': 'bn, ar;q=0.8' }, maxRedirects: 0 });
  expect([answer.status(), answer.headers()['location']]).toEqual([302, '/ar']);
});
