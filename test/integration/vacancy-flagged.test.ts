import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { type Somebody, somebody, visitOf } from '../support/identities.ts';
import { importAll } from '../support/imports.ts';
import { type Served, serve } from '../support/served.ts';
import { isBuilt } from '../support/server.ts';
import { Visit } from '../support/visit.ts';

const SCAM = { en: 'Please pay a deposit of 500 USD, WhatsApp +254 712 345 678' };

let database: TestDatabase;
let served: Served;
let employer: Somebody;
beforeAll(async () => {
  database = await seededDatabase();
  served = await serve(database);
  employer = await somebody(served, 'employer');
  const own = { employer: employer.organisation ?? '', pathway: 'de-flagging' };
  const floor = { money: { amount: 3000, currency: 'EUR' }, per: 'month' as const, from: '2026-01-01' };
  await importAll(
    database.db,
    [
      aPathway({ id: 'de-flagging', wageFloors: [floor] }),
      aPathway({ id: 'de-shut', status: 'suspended' }),
      ...[aVacancy({ id: 'v-sound', ...own }), aVacancy({ id: 'v-scam', ...own, description: SCAM })],
      aVacancy({ id: 'v-shouting', ...own, title: SCAM }),
      aVacancy({ id: 'v-shut', ...own, pathway: 'de-shut' }),
      aVacancy({ id: 'v-dollars', ...own, wage: { money: { amount: 1, currency: 'USD' }, per: 'month' } }),
    ],
    { onDocuments: projectChanged },
  );
});
afterAll(() => served.close());

const SAYS = {
  en: 'Until that is settled it is offered to nobody',
  es: 'Hasta que se resuelva no se ofrece a nadie',
  fr: 'elle n’est proposée à personne',
  ar: 'إلى أن يُسوّى ذلك لا تُعرض على أحد',
} as const;

const read = async (path: string) => (await new Visit(served.address).get(path)).text;

describe.skipIf(!isBuilt)('a flagged vacancy', () => {
  it.each(
    ['v-scam', 'v-shut'].flatMap((id) => Object.entries(SAYS).map(([locale, says]) => [id, locale, says] as const)),
  )('%s says so in %s, and is advertised nowhere', async (id, locale, says) => {
    const page = await read(`/${locale}/vacancies/${id}`);
    expect(page).toContain(says);
    expect(page).toContain('<meta name="robots" content="noindex"');
    expect(page).not.toContain('JobPosting');
    expect(page).not.toContain('account/interest');
    expect(await read(`/${locale}/vacancies/${id}/position-opening.xml`)).not.toContain('Active');
  });

  it('is called by its occupation where its title asks for payment', async () => {
    const worker = await visitOf(served, await somebody(served, 'worker'));
    const pages = [
      ...['/en/vacancies/v-shouting', '/es/vacancies/v-shouting/position-opening.xml'].map(read),
      worker.get('/fr/account/interest?vacancy=v-shouting').then(({ text }) => text),
    ];
    const texts = await Promise.all(pages);
    for (const text of texts) expect(text).not.toContain('WhatsApp');
    expect(texts[0]?.match(/<h1.*?<\/h1>/)?.[0]).toMatch(/>Nursing professionals</);
  });

  it('is unlike one of which something is only remarked', async () => {
    const page = await read('/en/vacancies/v-dollars');
    expect(page).toContain('JobPosting');
    expect(page).toContain('account/interest?vacancy=v-dollars');
    expect(page).not.toContain(SAYS.en);
  });

  it('shows its employer why, and what is only remarked beside that', async () => {
    const visit = await visitOf(served, employer);
    const flagged = (await visit.get('/en/employer/vacancies/v-scam')).text;
    expect(flagged).toContain('Nobody pays for a job: an officer looks at it first');
    expect(flagged).toContain('Until this is settled the vacancy is offered to nobody');
    const remarked = (await visit.get('/en/employer/vacancies/v-dollars')).text;
    expect(remarked).toContain('The lowest lawful wage of the pathway is in another currency');
    expect(remarked).toContain('A remark hides nothing');
    expect(remarked).not.toContain('offered to nobody');
  });

  it('waits for an officer, after whom nothing is said of it any more', async () => {
    const officer = await visitOf(served, await somebody(served, 'destination-ministry'));
    const desk = async () => (await officer.get('/en/ministry/vacancies')).text;
    for (const id of ['v-scam', 'v-shut', 'v-dollars']) expect(await desk()).toContain(`ministry/vacancies/${id}`);
    const own = '/en/ministry/vacancies/v-dollars';
    expect((await officer.get(own)).text).toContain('Nothing is wrong: settle the remarks');
    expect((await officer.post(own, { do: 'clear', why: 'It is paid in euros' })).status).toBe(303);
    expect(await desk()).not.toContain('ministry/vacancies/v-dollars');
    expect((await officer.get(own)).text).not.toContain('A remark hides nothing');
  });

  it('is on a page of the officer’s list, however many there are', async () => {
    const own = { employer: employer.organisation ?? '', pathway: 'de-shut' };
    const many = Array.from({ length: 120 }, (_, at) => aVacancy({ id: `v-many-${at}`, ...own }));
    await importAll(database.db, many, { onDocuments: projectChanged });
    const officer = await visitOf(served, await somebody(served, 'destination-ministry'));
    const pages = [];
    for (
      let path: string | undefined = '';
      path !== undefined;
      path = pages.at(-1)?.match(/rel="next" href="(.*?)"/)?.[1]
    )
      pages.push((await officer.get(`/en/ministry/vacancies${path}`)).text);
    expect(pages).toHaveLength(2);
    for (const { id } of many) expect(pages.join()).toContain(`ministry/vacancies/${id}"`);
    expect(pages[1]).toMatch(/rel="prev" href="\?page=1"/);
  });

  it('is answered by no worker, who is told why', async () => {
    const visit = await visitOf(served, await somebody(served, 'worker'));
    const asked = await visit.get('/en/account/interest?vacancy=v-scam');
    expect([asked.status, asked.text.includes(SAYS.en), asked.text.includes('Show my profile')]).toEqual([
      ...[200, true, false],
    ]);
    const sent = await visit.post('/en/account/interest?vacancy=v-scam', {});
    expect([sent.status, sent.text.includes(SAYS.en)]).toEqual([409, true]);
    expect((await visit.post('/en/account/interest?vacancy=v-none', {})).status).toBe(404);
    expect((await visit.post('/en/account/interest?vacancy=v-sound', {})).status).toBe(303);
  });
});
