import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { loader as list } from '../../app/routes/api/vacancies.ts';
import { loader as one } from '../../app/routes/api/vacancy.ts';
import { loader as opening } from '../../app/routes/public/position-opening.ts';
import { openApi } from '../../app/server/openapi.server.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { loadContextOver } from '../support/load-context.ts';
import { fillWithVacancies, ON, OPEN } from '../support/vacancy-corpus.ts';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(JSON.parse(JSON.stringify(openApi('http://localhost'))), 'openapi');
const answerOf = (path: string) =>
  ajv.compile({
    $ref: `openapi#/paths/${path.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`,
  });

let database: TestDatabase;
let context: Awaited<ReturnType<typeof loadContextOver>>;
beforeAll(async () => {
  database = await seededDatabase();
  await fillWithVacancies(database);
  context = await loadContextOver(database.db, postgresEngine(database.db), {
    publicUrl: 'http://localhost',
    today: () => ON,
  });
}, 120_000);

const ask = (query: string) =>
  list({ request: new Request(`http://localhost/api/v1/vacancies?locale=fr&${query}`), params: {}, context });
const read = (id: string) =>
  one({ request: new Request(`http://localhost/api/v1/vacancies/${id}`), params: { id }, context });

describe('GET /vacancies', () => {
  it.each([
    '',
    'q=serveur',
    'destination=PL&wageAtLeast=1000&currency=PLN&sort=wage',
    'housing=free&family=yes&page=2',
  ])('?%s answers as it is described', async (query) => {
    const response = await ask(query);
    expect(response.status).toBe(200);
    const valid = answerOf('/vacancies');
    valid(await response.json());
    expect(valid.errors).toBeNull();
  });

  it('names things in the language asked for, and the rates by which it compares', async () => {
    const { hits, total } = await (await ask('q=infirmi%C3%A8re')).json();
    expect(total).toBeGreaterThan(0);
    expect(hits.find(({ id }: { id: string }) => id === 'words-nurse')).toMatchObject({
      ...{ title: 'Infirmière diplômée', pathway: { id: 'corpus-care', name: 'Triple soin' }, placesLeft: 2 },
      ...{ yearly: { amount: 36_000, currency: 'EUR' }, comparable: { amount: 36_000, currency: 'EUR' } },
    });
    const all = await (await ask('perPage=100')).json();
    expect(all.total).toBe(OPEN.length);
    expect(all.rates).toEqual([{ currency: 'PLN', perEUR: 4.25, date: '2026-11-25', source: 'European Central Bank' }]);
  });

  it.each(['wageAtLeast=lots', 'currency=ZZZ', 'startFrom=2027-02-30', 'perPage=101', 'page=0', 'wage=1', 'sort=name'])(
    'refuses %s',
    async (query) => {
      const response = await ask(query);
      expect(response.status).toBe(422);
      expect((await response.json()).errors).toMatchObject([{ path: `/${query.split('=')[0]}` }]);
    },
  );
});

describe('GET /vacancies/{id}', () => {
  it('is the document as it was recorded, how many places are left, and its stage', async () => {
    const answer = await (await read('words-nurse')).json();
    const valid = answerOf('/vacancies/{id}');
    valid(answer);
    expect(valid.errors).toBeNull();
    const { placesLeft, stage, example, ...document } = answer;
    expect({ placesLeft, stage, example }).toEqual({ placesLeft: 2, stage: 'published', example: false });
    expect(document).toEqual(OPEN.find(({ id }) => id === 'words-nurse'));
  });

  it('is marked while something of it has to be looked at, and other systems are told that it is not open', async () => {
    const flagsOf = (flags: string | null) =>
      database.db.updateTable('vacancy').set({ flags }).where('id', '=', 'words-nurse').execute();
    await flagsOf('[{"path":"/title/en","why":"asks-for-payment","flag":true}]');
    const answer = await (await read('words-nurse')).json();
    const valid = answerOf('/vacancies/{id}');
    valid(answer);
    expect(valid.errors).toBeNull();
    expect(answer).toMatchObject({ stage: 'published', flagged: true });
    const exported = await opening({
      ...{ request: new Request('http://localhost/'), params: { locale: 'en', id: 'words-nurse' }, context },
    });
    expect(await exported.text()).toContain('<PositionOpeningStatusCode name="Closed">Closed<');
    await flagsOf(null);
  });

  it.each(['draft', 'submitted', 'verified'] as const)('is not there while it is %s, nor its export', async (stage) => {
    const stageOf = (to: typeof stage | 'published') =>
      database.db.updateTable('vacancy').set({ stage: to }).where('id', '=', 'words-nurse').execute();
    await stageOf(stage);
    expect((await read('words-nurse')).status).toBe(404);
    const exported = opening({
      ...{ request: new Request('http://localhost/'), params: { locale: 'en', id: 'words-nurse' }, context },
    });
    await expect(exported).rejects.toMatchObject({ init: { status: 404 } });
    await stageOf('published');
  });
});

it('a hostile title stays text in the export for other systems', async () => {
  const response = await opening({
    ...{ request: new Request('http://localhost/'), params: { locale: 'en', id: 'words-hostile' }, context },
  });
  const xml = await response.text();
  expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
  expect(xml).toContain('&lt;script&gt;');
  expect(xml).not.toContain('<script');
});
