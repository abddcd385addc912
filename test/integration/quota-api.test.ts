import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededDatabase } from '../support/database.ts';
import { aPathway, aQuota } from '../support/documents.ts';
import { bearerOf, somebody } from '../support/identities.ts';
import { importAll } from '../support/imports.ts';
import { type Served, serve } from '../support/served.ts';

let served: Served;
let ministry: string;
let employer: string;
let abroad: string;
beforeAll(async () => {
  const database = await seededDatabase();
  served = await serve(database);
  ministry = await bearerOf(served, await somebody(served, 'destination-ministry'));
  abroad = await bearerOf(served, await somebody(served, 'destination-ministry', { state: 'IT' }));
  employer = await bearerOf(served, await somebody(served, 'employer'));
  const always = { from: '2020-01-01' };
  const { problems } = await importAll(database.db, [
    aPathway(),
    aQuota({ id: 'all', places: 10, period: always, kind: 'ceiling' }),
    aQuota({ id: 'part', places: 6, period: always, parent: 'all' }),
    aQuota({ id: 'past', period: { from: '2020-01-01', to: '2020-12-31' } }),
  ]);
  expect(problems).toEqual([]);
});
afterAll(() => served.close());

type Sent = { token?: string; body?: unknown; method?: string; type?: string | null };

async function ask(path: string, { token, body, method, type = 'application/json' }: Sent = {}) {
  const answer = await fetch(`${served.address}/api/v1${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token && { Authorization: token }),
      ...(body !== undefined && type !== null && { 'Content-Type': type }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const { status, headers } = answer;
  return { status, type: headers.get('content-type'), cache: headers.get('cache-control'), body: await answer.json() };
}

const post = (path: string, body: unknown, token: string | undefined = ministry) =>
  ask(path, { body, ...(token && { token }) });

/** What the description says of a call's answer. */
async function described(call: string, method: string, status: number) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema((await ask('/openapi.json')).body, 'openapi');
  const place = encodeURIComponent(call.replaceAll('/', '~1'));
  return ajv.compile({
    $ref: `openapi#/paths/${place}/${method}/responses/${status}/content/application~1json/schema`,
  });
}

describe('POST /quotas/{id}/allocations', () => {
  it('answers 201, then 200 with the same body, then 409 for another', async () => {
    const first = await post('/quotas/part/allocations', { places: 2, reference: 'a/1 é' });
    expect(first).toMatchObject({
      status: 201,
      cache: 'no-store',
      body: { quota: 'part', reference: 'a/1 é', places: 2, status: 'allocated' },
    });
    const again = await post('/quotas/part/allocations', { reference: 'a/1 é', places: 2 });
    expect(again).toEqual({ ...first, status: 200 });
    expect(await post('/quotas/part/allocations', { places: 3, reference: 'a/1 é' })).toMatchObject({
      status: 409,
      type: 'application/problem+json',
    });
    expect(await ask('/quotas/all')).toMatchObject({ body: { allocated: 2, used: 0, remaining: 8, places: 10 } });
  });

  it.each([
    ['zero places', { places: 0, reference: 'x' }, '/places'],
    ['fewer than none', { places: -1, reference: 'x' }, '/places'],
    ['half a place', { places: 1.5, reference: 'x' }, '/places'],
    ['more than anyone means', { places: 1e13, reference: 'x' }, '/places'],
    ['places in words', { places: '2', reference: 'x' }, '/places'],
    ['no reference', { places: 1 }, '/reference'],
    ['an empty reference', { places: 1, reference: '' }, '/reference'],
    ['a reference with a control character', { places: 1, reference: 'a\u0000b' }, '/reference'],
    ['a reason that cannot be stored', { places: 1, reference: 'x', why: 'a\u0000b' }, '/why'],
    ['half of a character', { places: 1, reference: 'x\ud800' }, '/reference'],
    ['a day for a moment', { places: 1, reference: 'x', expiresAt: '2027-01-01' }, '/expiresAt'],
    ['a moment that does not exist', { places: 1, reference: 'x', expiresAt: '2027-02-30T00:00:00Z' }, '/expiresAt'],
    [
      'a hold until a moment that is past',
      { places: 1, reference: 'x', expiresAt: '2020-01-01T00:00:00Z' },
      '/expiresAt',
    ],
    ['a vacancy that is not there', { places: 1, reference: 'x', vacancy: 'no-such' }, '/vacancy'],
    ['a country that does not exist', { places: 1, reference: 'x', origin: 'QQ' }, '/origin'],
    ['an unknown key', { places: 1, reference: 'x', note: 'y' }, '/note'],
  ])('refuses %s and names the place', async (_, body, path) => {
    expect(await post('/quotas/part/allocations', body)).toMatchObject({
      status: 422,
      type: 'application/problem+json',
      body: { status: 422, errors: [{ path }] },
    });
  });

  it('refuses what is no JSON, what is sent as something else, and what is too large', async () => {
    expect(await ask('/quotas/part/allocations', { token: ministry, body: '{"places":' })).toMatchObject({
      status: 400,
    });
    expect(
      await ask('/quotas/part/allocations', { token: ministry, body: 'places=1', type: 'text/plain' }),
    ).toMatchObject({ status: 415 });
    expect(
      await post('/quotas/part/allocations', { places: 1, reference: 'x', why: 'y'.repeat(2 ** 20) }),
    ).toMatchObject({ status: 413 });
  });

  it('says what is in the way', async () => {
    expect(await post('/quotas/part/allocations', { places: 100, reference: 'b' })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('"part" has 4 places left') },
    });
    expect(await post('/quotas/past/allocations', { places: 1, reference: 'b' })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('2020-12-31') },
    });
    expect(await post('/quotas/no-such/allocations', { places: 1, reference: 'b' })).toMatchObject({ status: 404 });
  });

  it('is for those whose places they are', async () => {
    const body = { places: 1, reference: 'c' };
    expect(await post('/quotas/part/allocations', body, '')).toMatchObject({ status: 401 });
    expect(await post('/quotas/part/allocations', body, 'Bearer no-such-token')).toMatchObject({ status: 401 });
    expect(await post('/quotas/part/allocations', body, abroad)).toMatchObject({ status: 403 });
    expect(await post('/quotas/part/allocations', body, employer)).toMatchObject({ status: 201 });
    expect(await post('/quotas/part/allocations/c/release', {}, employer)).toMatchObject({ status: 200 });
  });
});

describe('an allocation', () => {
  const settle = (how: string, more: Sent = {}, reference = 'd') =>
    ask(`/quotas/part/allocations/${encodeURIComponent(reference)}/${how}`, {
      method: 'POST',
      token: ministry,
      ...more,
    });

  it('is taken up and released, with a body or without, as often as one asks', async () => {
    await post('/quotas/part/allocations', { places: 1, reference: 'd' });
    const taken = await settle('take-up');
    expect(taken).toMatchObject({ status: 200, body: { status: 'taken-up', places: 1 } });
    expect(await settle('take-up', { body: { why: 'again' } })).toEqual(taken);
    expect(await ask('/quotas/part')).toMatchObject({ body: { allocated: 3, used: 1 } });
    expect(await settle('correct', { body: { places: 2, why: 'two came' } })).toMatchObject({
      status: 200,
      body: { places: 2 },
    });
    expect(await settle('correct', { body: { places: 2 } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/why' }] },
    });
    expect(await settle('release')).toMatchObject({ status: 200, body: { status: 'released' } });
    expect(await settle('release', {}, 'a/1 é')).toMatchObject({ status: 200 });
    expect(await settle('take-up')).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('released') },
    });
    expect(await ask('/quotas/all')).toMatchObject({ body: { allocated: 0, used: 0, remaining: 10 } });
  });

  it('of another is not there', async () => {
    await post('/quotas/part/allocations', { places: 1, reference: 'e' });
    expect(await settle('release', { token: employer }, 'e')).toMatchObject({ status: 404 });
    expect(await settle('release', { token: abroad }, 'e')).toMatchObject({ status: 404 });
    expect(await settle('release', {}, 'no-such')).toMatchObject({ status: 404 });
    expect(await settle('undo', {}, 'e')).toMatchObject({ status: 404 });
  });

  it('is listed for its ministry, and for whose it is', async () => {
    await post('/quotas/part/allocations', { places: 1, reference: 'f' }, employer);
    const references = async (token: string, query = '') => {
      const { body } = await ask(`/quotas/part/allocations${query}`, { token });
      return body.allocations.map(({ reference }: { reference: string }) => reference);
    };
    expect(await references(ministry)).toEqual(['f', 'e', 'd', 'c', 'a/1 é']);
    expect(await references(employer)).toEqual(['f', 'c']);
    expect(await references(abroad)).toEqual([]);
    const { body } = await ask('/quotas/part/allocations?limit=2', { token: ministry });
    expect(await references(ministry, `?limit=2&before=${body.before}`)).toEqual(['d', 'c']);
    expect(await ask('/quotas/part/allocations?limit=0', { token: ministry })).toMatchObject({ status: 422 });
    expect(await ask('/quotas/part/allocations')).toMatchObject({ status: 401 });
  });
});

describe('the ledger', () => {
  it('is by day for everybody, by entry for the ministry', async () => {
    const open = await ask('/quotas/all');
    const day = new Date().toISOString().slice(0, 10);
    expect(open.body.ledger).toContainEqual({ day, kind: 'published', places: 10, allocated: 0, used: 0 });
    expect(JSON.stringify(open.body)).not.toContain('reference');
    expect((await ask('/quotas/all', { token: abroad })).body).toEqual(open.body);
    const { body, cache } = await ask('/quotas/all', { token: ministry });
    expect(cache).toBe('no-store');
    const summed = body.ledger.reduce((sum: number, { allocated }: { allocated: number }) => sum + allocated, 0);
    expect([summed, body.ledger.length]).toEqual([body.allocated, body.ledger.at(-1).position]);
  });

  it('is read on from where one was', async () => {
    const { body } = await ask('/quotas/all/events?limit=3', { token: ministry });
    expect(body.events.map(({ position }: { position: number }) => position)).toEqual([1, 2, 3]);
    const rest = await ask(`/quotas/all/events?after=${body.next}`, { token: ministry });
    expect(rest.body.events[0].position).toBe(4);
    expect(await ask(`/quotas/all/events?after=${rest.body.next}`, { token: ministry })).toMatchObject({
      body: { events: [], next: rest.body.next },
    });
    expect(await ask('/quotas/all/events?after=-1', { token: ministry })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/after' }] },
    });
    expect(await ask('/quotas/all/events', { token: abroad })).toMatchObject({ status: 403 });
    expect(await ask('/quotas/all/events', { token: employer })).toMatchObject({ status: 403 });
    expect(await ask('/quotas/all/events')).toMatchObject({ status: 401 });
  });
});

describe('the description', () => {
  const allocations = '/quotas/{id}/allocations';
  it.each<[string, string, number, () => Promise<{ status: number; body: unknown }>]>([
    [
      allocations,
      'post',
      201,
      () => post('/quotas/part/allocations', { places: 1, reference: 'g', why: 'as agreed', origin: 'PH' }),
    ],
    [
      allocations,
      'post',
      200,
      () => post('/quotas/part/allocations', { places: 1, reference: 'g', why: 'as agreed', origin: 'PH' }),
    ],
    [`${allocations}/{reference}/{settlement}`, 'post', 200, () => post('/quotas/part/allocations/g/take-up', {})],
    [
      `${allocations}/{reference}/correct`,
      'post',
      200,
      () => post('/quotas/part/allocations/g/correct', { places: 2, why: 'x' }),
    ],
    [allocations, 'get', 200, () => ask('/quotas/part/allocations', { token: ministry })],
    ['/quotas/{id}/events', 'get', 200, () => ask('/quotas/part/events', { token: ministry })],
    ['/quotas/{id}', 'get', 200, () => ask('/quotas/part', { token: ministry })],
    ['/quotas/{id}', 'get', 200, () => ask('/quotas/part')],
  ])('of %s, %s, %i is what is answered', async (call, method, status, answer) => {
    const matches = await described(call, method, status);
    const { status: found, body } = await answer();
    expect(found).toBe(status);
    matches(body);
    expect(matches.errors ?? []).toEqual([]);
  });
});

describe('GET /quotas', () => {
  const ids = async (query: string) => (await ask(`/quotas?${query}`)).body.hits.map(({ id }: { id: string }) => id);

  it('lists by pathway, state and period, a page at a time', async () => {
    expect(await ids('pathway=de-test')).toEqual(['all', 'part', 'past']);
    expect(await ids('pathway=de-test&period=2020-12')).toEqual(['all', 'part', 'past']);
    expect(await ids('pathway=de-test&period=2021')).toEqual(['all', 'part']);
    expect(await ids('state=FR&pathway=de-test')).toEqual([]);
    expect(await ids('state=DE')).toEqual(expect.arrayContaining(['all', 'part', 'past']));
    expect(await ids('pathway=de-test&perPage=2&page=2')).toEqual(['past']);
    expect((await ask('/quotas?pathway=de-test&period=2021')).body).toMatchObject({
      total: 2,
      page: 1,
      hits: [{ type: 'quota', allocated: 4, remaining: 6 }, {}],
    });
  });

  it.each([
    ['period=2021-13', '/period'],
    ['period=soon', '/period'],
    ['state=Germany', '/state'],
    ['page=0', '/page'],
    ['perPage=101', '/perPage'],
  ])('refuses %s', async (query, path) => {
    expect(await ask(`/quotas?${query}`)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });
});
