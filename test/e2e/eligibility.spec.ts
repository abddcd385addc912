import { expect, test } from '@playwright/test';
import pathways from '../../db/seed/pathways.json' with { type: 'json' };

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === true, 'the API knows no browser: once is enough');

const URL = '/api/v1/eligibility';
const nurse = {
  type: 'profile',
  birthDate: '1996-05-02',
  nationalities: ['PH'],
  languages: [{ language: 'de', cefr: 'B1' }],
  qualifications: [{ occupation: '2221', trainingMonths: 48, recognisedIn: [] }],
};

type Result = {
  pathway: string;
  verdict: string | null;
  obstacles?: string[];
  criteria: { id: string; finding: string }[];
};

test('every pathway is answered with every criterion, the best first', async ({ request }) => {
  const answer = await request.post(URL, { data: { profile: nurse, on: '2026-11-25' } });
  expect(answer.status()).toBe(200);
  expect(answer.headers()['cache-control']).toBe('no-store');
  const { on, results }: { on: string; results: Result[] } = await answer.json();
  expect(on).toBe('2026-11-25');
  expect(results.map(({ pathway }) => pathway).sort()).toEqual(pathways.map(({ id }) => id).sort());
  const order = ['eligible', 'possible', 'ineligible', null];
  const places = results.map(({ verdict }) => order.indexOf(verdict));
  expect(places).toEqual([...places].sort());
  const inTheWay = results
    .filter(({ verdict }) => verdict === 'ineligible')
    .map(({ obstacles = [] }) => obstacles.length);
  expect(inTheWay).toEqual([...inTheWay].sort((a, b) => a - b));
  for (const { criteria } of results) expect(criteria.length).toBeGreaterThan(0);
  const german = results.find(({ pathway }) => pathway === 'de-triple-win-nurses');
  expect(german?.criteria.find(({ id }) => id === 'origin')).toMatchObject({ finding: 'met', found: ['PH'] });
});

test('a draft is tried without being published, in place of the pathway of its id', async ({ request }) => {
  const draft = { ...pathways[0], id: 'draft', origins: ['XK'], eligibility: { all: [] } };
  const only = await (await request.post(URL, { data: { profile: nurse, pathways: [], drafts: [draft] } })).json();
  expect(only.results).toMatchObject([{ pathway: 'draft', verdict: 'ineligible', obstacles: ['origin'] }]);
  const published = { ...pathways[0], id: 'kr-eps-e9', origins: 'any', eligibility: { all: [] } };
  const same = await (await request.post(URL, { data: { profile: nurse, drafts: [published] } })).json();
  expect(same.results.filter(({ pathway }: Result) => pathway === published.id)).toMatchObject([
    { verdict: 'eligible' },
  ]);
  expect((await request.get('/api/v1/pathways/draft')).status()).toBe(404);
});

test('a pathway not in effect has no verdict and stands last', async ({ request }) => {
  const data = { profile: nurse, on: '2000-01-01', pathways: ['kr-eps-e9'] };
  const { results } = await (await request.post(URL, { data: { ...data, profile: { type: 'profile' } } })).json();
  expect(results).toMatchObject([{ pathway: 'kr-eps-e9', verdict: null }]);
});

for (const [what, data, path] of [
  ['an unknown pathway', { profile: nurse, pathways: ['kr-eps-e9', 'nowhere'] }, '/pathways/1'],
  ['a birth date after the day', { profile: nurse, on: '1990-01-01' }, '/profile/birthDate'],
  ['a day that does not exist', { profile: nurse, on: '2026-02-30' }, '/on'],
  ['a number as a string', { profile: { ...nurse, education: { isced: '6' } } }, '/profile/education/isced'],
  ['an unknown key', { profile: { ...nurse, religion: 'none' } }, '/profile/religion'],
  [
    'an unknown language',
    { profile: { ...nurse, languages: [{ language: 'qq', cefr: 'B1' }] } },
    '/profile/languages/0/language',
  ],
  ['no profile', {}, '/profile'],
  [
    'an unknown fact in a draft',
    { profile: nurse, drafts: [{ ...pathways[0], eligibility: { all: [{ id: 'x', fact: 'religion', eq: 'none' }] } }] },
    '/drafts/0/eligibility/all/0/fact',
  ],
  [
    'a comparison that a fact does not know',
    { profile: nurse, drafts: [{ ...pathways[0], eligibility: { id: 'x', fact: 'health', gte: true } }] },
    '/drafts/0/eligibility/gte',
  ],
] as const) {
  test(`${what} is refused at its place`, async ({ request }) => {
    const answer = await request.post(URL, { data });
    expect(answer.status()).toBe(422);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    expect((await answer.json()).errors.map((error: { path: string }) => error.path)).toContain(path);
  });
}

test('what is told is never refused for being odd', async ({ request }) => {
  const jobs = Array.from({ length: 1_000 }, (_, at) => ({ occupation: '9', from: `${1950 + (at % 90)}-01` }));
  const profile = {
    ...{
      type: 'profile',
      birthDate: '2004-02-29',
      nationalities: [],
      experience: jobs,
      savings: { amount: 0.1, currency: 'XOF' },
    },
    stays: [
      { country: 'KR', from: '2030-01-01' },
      { country: 'KR', from: '2020-01-01', to: '2020-02-29', leftOnTime: true, pathway: 'unknown-to-us' },
      { country: 'JP', from: '2020-01-01', to: '2020-02-29', leftOnTime: true },
    ],
    availableFrom: '2099-01-01',
  };
  expect((await request.post(URL, { data: { profile } })).status()).toBe(200);
});

test('a request that is no JSON, of another type or too large is told so', async ({ request }) => {
  const headers = { 'Content-Type': 'application/json' };
  expect((await request.post(URL, { data: Buffer.from('{'), headers })).status()).toBe(400);
  expect((await request.post(URL, { data: 'a=1', headers: { 'Content-Type': 'text/plain' } })).status()).toBe(415);
  expect((await request.post(URL, { data: Buffer.alloc(1_100_000, ' '), headers })).status()).toBe(413);
  expect((await request.get(URL)).status()).toBe(405);
});

test('a rule made to take long is bounded', async ({ request }) => {
  const item = (at: number) => ({
    id: `i${at}`,
    points: 1 + (at % 97) / 7,
    when: { id: `c${at}`, fact: 'declared', of: `d-${at}`, eq: true },
  });
  const test = (count: number) => ({
    points: { pass: count * 4, items: Array.from({ length: count }, (_, at) => item(at)) },
  });
  const draft = (eligibility: object) => ({ profile: nurse, pathways: [], drafts: [{ ...pathways[0], eligibility }] });
  expect((await request.post(URL, { data: draft(test(500)) })).status()).toBe(200);
  const refused = await request.post(URL, { data: draft(test(501)) });
  expect(refused.status()).toBe(422);
  expect(JSON.stringify(await refused.json())).toContain('at most 500');
  let deep: object = { all: [] };
  for (let level = 0; level < 60; level++) deep = { none: [deep] };
  expect(JSON.stringify(await (await request.post(URL, { data: draft(deep) })).json())).toContain('nested too deep');
});
