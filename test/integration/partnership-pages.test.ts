import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOfPartnership } from '../../app/domain/partnership/form.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { findPartnership } from '../../db/queries/partnership.ts';
import { seededDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { bearerOf, somebody, visitOf } from '../support/identities.ts';
import { importAll } from '../support/imports.ts';
import { aPartnership } from '../support/partnerships.ts';
import { type Served, serve } from '../support/served.ts';
import { isBuilt } from '../support/server.ts';
import type { Visit } from '../support/visit.ts';

let served: Served;
let ministry = '';
beforeAll(async () => {
  if (!isBuilt) return;
  const database = await seededDatabase();
  served = await serve(database);
  const pathways = [aPathway({ id: 'de-training', kind: 'skills-partnership' }), aPathway({ id: 'de-work' })];
  await importAll(database.db, pathways, { onDocuments: projectChanged });
  ministry = await bearerOf(served, await somebody(served, 'destination-ministry'));
});
afterAll(() => served?.close());

async function ask(path: string, body?: unknown, token = ministry) {
  const answer = await fetch(`${served.address}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json', Authorization: token }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

/** What is wrong with an answer by its description. */
async function offence(call: string, method: string, { status, body }: { status: number; body: unknown }) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema((await ask('/openapi.json')).body, 'openapi');
  const [place, media] = [encodeURIComponent(call.replaceAll('/', '~1')), status < 300 ? 'json' : 'problem+json'];
  const isDescribed = ajv.compile({
    $ref: `openapi#/paths/${place}/${method}/responses/${status}/content/application~1${media}/schema`,
  });
  isDescribed(body);
  return isDescribed.errors;
}

const visible = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe.skipIf(!isBuilt)('the API of partnerships', () => {
  it('publishes one, then what has become of it, as described', async () => {
    const created = await ask('/partnerships', aPartnership());
    expect(created).toMatchObject({ status: 201, body: { seatsLeft: { away: 20, home: 10 }, stage: 'open' } });
    const again = await ask('/partnerships', aPartnership({ seats: { away: 5, home: 6 } }));
    expect(again).toMatchObject({ status: 200, body: { id: 'nurses-2027', seatsLeft: { away: 5, home: 6 } } });
    expect([await offence('/partnerships', 'post', created), await offence('/partnerships', 'post', again)]).toEqual([
      ...[null, null],
    ]);
  });

  it('lists them by pathway and tells of one, as described', async () => {
    const [all, none, one] = await Promise.all(
      ['?pathway=de-training', '?pathway=de-work', '/nurses-2027'].map((query) => ask(`/partnerships${query}`)),
    );
    if (!all || !none || !one) throw new Error('three were asked');
    expect(all.body).toMatchObject({ page: 1, perPage: 50, hits: [{ id: 'nurses-2027' }] });
    expect(none.body.hits).toEqual([]);
    expect(one.body).toMatchObject({ ...aPartnership({ seats: { away: 5, home: 6 } }), destination: 'DE' });
    expect([await offence('/partnerships', 'get', all), await offence('/partnerships/{id}', 'get', one)]).toEqual([
      ...[null, null],
    ]);
    expect((await ask('/partnerships/no-such')).status).toBe(404);
    expect((await ask('/partnerships?page=0')).status).toBe(422);
  });

  it.each<[string, object, string]>([
    ['under a pathway of another kind', { pathway: 'de-work' }, '/pathway'],
    ['of a provider outside the origins', { provider: { name: 'x', country: 'KE' } }, '/provider/country'],
    ['with seats in words', { seats: { away: 'ten', home: 0 } }, '/seats/away'],
    ['with a key of its own', { grant: true }, '/grant'],
  ])('refuses one %s and names the place', async (_, over, path) => {
    const refused = await ask('/partnerships', { ...aPartnership({ id: 'refused' }), ...over });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path }] } });
    expect(await offence('/partnerships', 'post', refused)).toBeNull();
  });

  it('refuses the ministry of another state', async () => {
    const italy = await bearerOf(served, await somebody(served, 'destination-ministry', { state: 'IT' }));
    const refused = await ask('/partnerships', aPartnership({ id: 'refused' }), italy);
    expect(refused).toMatchObject({ status: 403, body: { errors: [{ path: '/pathway' }] } });
    expect(await offence('/partnerships', 'post', refused)).toBeNull();
  });
});

describe.skipIf(!isBuilt)('the pages of partnerships', () => {
  let officer: Visit;
  let home = '';
  beforeAll(async () => {
    officer = await visitOf(served, await somebody(served, 'origin-ministry'));
  });

  it('keep what was typed, and say in which field something is wrong', async () => {
    const typed = { ...fieldsOfPartnership(aPartnership()), away: 'ten', 'cost-0-label-en': 'Tuition & books' };
    const refused = await officer.post('/en/ministry/new-partnership', typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#away"');
    for (const kept of [
      'value="ten"',
      'value="Tuition &amp; books"',
      'Care of the old, with practice on a ward</textarea>',
    ])
      expect(refused.text).toContain(kept);
  });

  it('publish, change and count it', async () => {
    const typed = fieldsOfPartnership(aPartnership({ name: { en: 'Nurses of Cebu' } }));
    const published = await officer.post('/en/ministry/new-partnership', typed);
    expect(published).toMatchObject({
      status: 303,
      location: expect.stringMatching(/partnerships\/nurses-of-cebu-\w{6}$/),
    });
    home = published.location ?? '';
    expect((await officer.get('/en/ministry/partnerships')).text).toContain(home);
    const send = (fields: Record<string, string>) => officer.post(home, fields);
    expect((await send({ do: 'take', track: 'home', 'take-home': '4' })).status).toBe(303);
    expect((await send({ do: 'give-back', track: 'home', 'take-home': '1' })).status).toBe(303);
    const tooMany = await send({ do: 'take', track: 'home', 'take-home': '8' });
    expect([tooMany.status, tooMany.text.includes('There are not as many seats left on this track.')]).toEqual([
      422,
      true,
    ]);
    expect((await send({ ...typed, hours: '1800', do: 'publish' })).status).toBe(303);
    const id = home.split('/').at(-1) ?? '';
    expect(await findPartnership(served.web.db, id)).toMatchObject({ hours: 1800, seatsLeft: { away: 20, home: 7 } });
  });

  it('show both tracks on the page of the pathway, with unknown money not as zero', async () => {
    const { text } = await officer.get('/en/pathways/de-training');
    const words = visible(text.slice(text.indexOf('id="training"')));
    for (const said of [
      'Away track 20 of 20 seats left',
      'Home track 7 of 10 seats left',
      'Nurses of Cebu',
      '1,800 hours',
    ])
      expect(words).toContain(said);
    expect(words).toMatch(/Travel to the college not known Worker/);
    expect((await officer.get('/en/pathways/de-work')).text).not.toContain('id="training"');
    expect((await officer.get('/en/pathways/de-training/from/PH')).text).toContain('Nurses of Cebu');
    expect((await officer.get('/en/pathways/de-training/from/NP')).text).not.toContain('Nurses of Cebu');
  });

  it('are joined by an employer’s vacancy, which then tells of the training', async () => {
    const employer = await somebody(served, 'employer');
    const vacancy = aVacancy({ id: 'v-nurse', pathway: 'de-training', employer: employer.organisation ?? '' });
    await importAll(served.context.database, [vacancy, { ...vacancy, id: 'v-work', pathway: 'de-work' }], {
      onDocuments: projectChanged,
    });
    const visit = await visitOf(served, employer);
    const id = home.split('/').at(-1) ?? '';
    const before = await visit.get('/en/vacancies/v-nurse');
    expect([before.status, before.text.includes('id="training"')]).toEqual([200, false]);
    expect((await visit.get('/en/employer/vacancies/v-nurse')).text).toContain(`value="${id}"`);
    expect((await visit.post('/en/employer/vacancies/v-nurse', { do: 'partnership', partnership: id })).status).toBe(
      303,
    );
    expect(visible((await visit.get('/en/vacancies/v-nurse')).text)).toContain('Home track 7 of 10 seats left');
    const wrong = await visit.post('/en/employer/vacancies/v-work', { do: 'partnership', partnership: id });
    expect(wrong.status).toBe(422);
  });

  it('close it: it leaves the page of the pathway, and stays on that of the vacancy, saying so', async () => {
    expect((await officer.post(home, { do: 'close' })).status).toBe(303);
    expect((await officer.get('/en/pathways/de-training')).text).not.toContain('Nurses of Cebu');
    expect((await officer.get('/en/vacancies/v-nurse')).text).toContain('Closed: nobody is taken in any more.');
  });

  it('are not there for an officer of another state', async () => {
    const kenya = await visitOf(served, await somebody(served, 'origin-ministry', { state: 'KE' }));
    expect((await kenya.get(home)).status).toBe(404);
    expect((await kenya.post(home, { do: 'reopen' })).status).toBe(404);
  });
});
