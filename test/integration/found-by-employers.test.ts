import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProfileQuestion } from '../../app/domain/check/question.ts';
import { typedIn } from '../../app/domain/check/typed/typed.ts';
import type { Profile } from '../../app/domain/documents/index.ts';
import { Person } from '../../app/domain/rule/person.ts';
import { refreshRecorded } from '../../app/server/start.server.ts';
import { keepCompiledPathways } from '../../app/use-cases/compiled-pathways.ts';
import { keepCompiledRequirements } from '../../app/use-cases/matching/compiled-requirements.ts';
import { bestVacancies } from '../../app/use-cases/matching/match-vacancies.ts';
import { agree, looksAt, ownConsents, withdraw } from '../../app/use-cases/people/consents.ts';
import { markOfAnswer, ownProfile, savePart } from '../../app/use-cases/people/own-profile.ts';
import { acting } from '../../db/acting.server.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { bearerOf, type Somebody, somebody, visitOf } from '../support/identities.ts';
import { importAll } from '../support/imports.ts';
import { type Served, serve } from '../support/served.ts';
import { isBuilt } from '../support/server.ts';
import { storeVacancies } from '../support/stored-vacancies.ts';
import { aWorker, type Worker } from '../support/workers.ts';

const TO_EMPLOYERS = { purpose: 'found-by-employers', state: null } as const;

const told: Omit<Profile, 'type'> = {
  ...{ birthDate: '1991-02-03', sex: 'female', nationalities: ['PH'], residence: 'PH' },
  ...{ health: true, dependants: 2, criminalRecord: true, savings: { amount: 1234, currency: 'EUR' } },
  education: { isced: 6 },
  languages: [{ language: 'tl-PH', native: true }],
  experience: [{ occupation: '2221', from: '2019-03', to: '2021-02', country: 'PH' }],
  qualifications: [{ occupation: '2221', country: 'PH', trainingMonths: 48, recognisedIn: ['DE'] }],
  skills: ['dialysis', 'ask for Maria, +63 900 000 000'],
  availableFrom: '2027-01-15',
};

let database: TestDatabase;
let served: Served;
let employer: Somebody;
let other: Somebody;
beforeAll(async () => {
  database = await seededDatabase();
  served = await serve(database);
  [employer, other] = [await somebody(served, 'employer'), await somebody(served, 'employer')];
  const { problems } = await importAll(database.db, [
    aPathway({ id: 'nurses', eligibility: { all: [{ id: 'adult', fact: 'age', gte: 18 }] } }),
  ]);
  expect(problems).toEqual([]);
  const own = { pathway: 'nurses', skills: ['Dialysis', 'Wound care'], startOn: '2027-02-01' };
  await storeVacancies(database.db, [
    aVacancy({ ...own, id: 'of-one', employer: employer.organisation ?? '' }),
    aVacancy({ ...own, id: 'of-other', employer: other.organisation ?? '' }),
    aVacancy({ ...own, id: 'full', employer: employer.organisation ?? '', places: 0 }),
    aVacancy({ ...own, id: 'draft', employer: employer.organisation ?? '' }),
  ]);
  await database.db.updateTable('vacancy').set({ stage: 'draft' }).where('id', '=', 'draft').execute();
});
afterAll(() => served.close());

const factsOf = ({ who }: Worker) =>
  database.db.selectFrom('profile_facts').selectAll().where('profile', '=', who.account).executeTakeFirst();

/** A worker who agreed to be found. */
async function findable(over: Omit<Profile, 'type'> = told): Promise<Worker> {
  const worker = await aWorker(database.db, over);
  await agree(served.web.db, worker, TO_EMPLOYERS);
  return worker;
}

const withdrawAll = async (worker: Worker) => {
  for (const { id } of await ownConsents(served.web.db, worker)) await withdraw(served.web.db, worker, id);
};

describe('the facts by which employers find somebody', () => {
  it('are there from the agreement on, follow the profile, and go with the withdrawal', async () => {
    const worker = await aWorker(database.db, told);
    expect(await factsOf(worker)).toBeUndefined();
    await agree(served.web.db, worker, { purpose: 'statistics', state: null });
    expect(await factsOf(worker)).toBeUndefined();
    await agree(served.web.db, worker, TO_EMPLOYERS);
    expect(await factsOf(worker)).toMatchObject({ residence: 'PH', available_from: '2027-01-15' });
    const question = findProfileQuestion('residence');
    if (!question) throw new Error('no such question');
    const seen = markOfAnswer(await ownProfile(served.web.db, worker), question);
    const typed = typedIn(new URLSearchParams({ country: 'KE' }));
    expect(await savePart(served.web.db, worker, { question, typed, seen, on: '2026-11-26' })).toMatchObject({
      ok: true,
    });
    expect(await factsOf(worker)).toMatchObject({ residence: 'KE' });
    await withdrawAll(worker);
    expect(await factsOf(worker)).toBeUndefined();
  });

  it('go with the account', async () => {
    const worker = await findable();
    expect(await factsOf(worker)).toBeDefined();
    await acting(served.web.db, worker.who, (trx) =>
      trx.deleteFrom('account').where('id', '=', worker.who.account).execute(),
    );
    expect(await factsOf(worker)).toBeUndefined();
  });

  it('are made at the start for whoever agreed before there were any', async () => {
    const worker = await findable();
    await database.db.deleteFrom('profile_facts').execute();
    await refreshRecorded(database);
    expect(await factsOf(worker)).toBeDefined();
  });
});

describe.skipIf(!isBuilt)('GET /vacancies/{id}/workers', () => {
  const ask = async (path: string, whose?: Somebody) => {
    const headers = new Headers(whose ? { Authorization: await bearerOf(served, whose) } : {});
    const answer = await fetch(`${served.address}/api/v1/vacancies/${path}`, { headers });
    return { status: answer.status, body: await answer.json() };
  };

  it('shows an employer its own vacancy’s workers, whoever they are', async () => {
    const worker = await findable();
    const { status, body } = await ask('of-one/workers?limit=1000', employer);
    expect(status).toBe(200);
    const found = body.workers[0];
    expect(found).toMatchObject({
      ...{ verdict: 'eligible', example: false },
      profile: {
        ...{ residence: 'PH', education: { isced: 6 }, languages: [{ language: 'tl', cefr: 'C2' }] },
        ...{ experience: [{ occupation: '2221', months: 24 }], skills: ['Dialysis'], availableFrom: '2027-01-15' },
        qualifications: [{ occupation: '2221', trainingMonths: 48, recognisedIn: ['DE'] }],
      },
    });
    const criteria: { id: string; finding: string; found: unknown }[] = found.criteria;
    expect(criteria.map(({ id, finding, found: value }) => [id, finding, value])).toEqual([
      ['origin', 'met', null],
      ['adult', 'met', null],
    ]);
    const text = JSON.stringify(body);
    for (const secret of ['1991', 'Maria', '+63', 'female', '1234', '2019-03', worker.who.account])
      expect(text).not.toContain(secret);
  });

  it('says of whom is made up that they are', async () => {
    await database.db.updateTable('account').set({ example: true }).execute();
    const { body } = await ask('of-one/workers?limit=1000', employer);
    expect(body.workers.map(({ example }: { example: boolean }) => example)).toContain(true);
    await database.db.updateTable('account').set({ example: false }).execute();
  });

  it('shows the score and the reasons that the worker sees', async () => {
    const worker = await findable();
    const { body } = await ask('of-one/workers?limit=1000', employer);
    const doors = { db: database.db, compiled: keepCompiledPathways(), requirements: keepCompiledRequirements() };
    const today = served.context.today();
    const seen = await bestVacancies(doors, new Person(await ownProfile(served.web.db, worker), today), 1_000);
    const own = seen.find(({ vacancy }) => vacancy.id === 'of-one');
    const scores: { score: number; reasons: object[] }[] = body.workers;
    const alike = scores.filter(({ score }) => score === own?.score);
    expect(alike.map(({ reasons }) => reasons)).toContainEqual(own?.parts.map((part) => expect.objectContaining(part)));
  });

  it('names somebody otherwise to each employer, and to each always alike', async () => {
    await findable();
    const idsOf = async (path: string, whose: Somebody): Promise<string[]> =>
      (await ask(path, whose)).body.workers.map(({ id }: { id: string }) => id);
    const first = await idsOf('of-one/workers', employer);
    expect(first.length).toBeGreaterThan(0);
    expect(await idsOf('of-one/workers', employer)).toEqual(first);
    const others = await idsOf('of-other/workers', other);
    expect(others.filter((id) => first.includes(id))).toEqual([]);
  });

  it('shows each worker that the employer looked, once a day', async () => {
    const worker = await findable();
    await ask('of-one/workers?limit=1000', employer);
    await ask('of-one/workers?limit=1000', employer);
    await ask('of-other/workers?limit=1000', other);
    const looks = await looksAt(served.web.db, worker);
    expect(looks.map(({ role, purpose, organisationName }) => [role, purpose, organisationName])).toEqual([
      ['employer', 'found-by-employers', other.organisation],
      ['employer', 'found-by-employers', employer.organisation],
    ]);
  });

  it('shows nobody who did not agree, or does not any more', async () => {
    const before = (await ask('of-one/workers?limit=1000', employer)).body.workers.length;
    await aWorker(database.db, told);
    const worker = await findable();
    await withdrawAll(worker);
    expect((await ask('of-one/workers?limit=1000', employer)).body.workers.length).toBe(before);
    expect(await looksAt(served.web.db, worker)).toEqual([]);
  });

  it('is for nobody else, and for a vacancy that is open', async () => {
    const ministry = await somebody(served, 'destination-ministry');
    const administrator = await somebody(served, 'administrator');
    expect((await ask('of-one/workers')).status).toBe(401);
    expect((await ask('of-one/workers', other)).status).toBe(403);
    expect((await ask('of-one/workers', ministry)).status).toBe(403);
    expect((await ask('of-one/workers', administrator)).status).toBe(403);
    expect((await ask('draft/workers', other)).status).toBe(404);
    expect((await ask('nothing/workers', employer)).status).toBe(404);
    expect((await ask('full/workers', employer)).status).toBe(409);
    expect((await ask('draft/workers', employer)).status).toBe(409);
    for (const limit of ['0', '1001', 'x'])
      expect((await ask(`of-one/workers?limit=${limit}`, employer)).status).toBe(422);
  });

  it('has a page that asks each worker once, and says from then on where it stands', async () => {
    const worker = await findable();
    const visit = await visitOf(served, employer);
    const path = '/en/employer/vacancies/of-one/workers';
    const rowOf = async (person: string) =>
      (await visit.get(path)).text.split('<article').find((row) => row.includes(`value="${person}"`));
    const idsOf = async (): Promise<string[]> =>
      (await ask('of-one/workers?limit=20', employer)).body.workers.map(({ id }: { id: string }) => id);
    const [person = ''] = await idsOf();
    expect(await rowOf(person)).toContain('Ask whether they are interested');
    expect((await visit.post(path, { person })).status).toBe(303);
    expect(await rowOf(person)).toBeUndefined();
    expect((await visit.get(path)).text.split('You asked, and wait for the worker’s answer').length).toBe(2);
    await withdrawAll(worker);
  });

  it('answers as it is described', async () => {
    await findable({ experience: [], languages: [{ language: 'de', cefr: 'B1' }] });
    const described = await (await fetch(`${served.address}/api/v1/openapi.json`)).json();
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(described, 'openapi');
    const place = encodeURIComponent('/vacancies/{id}/workers'.replaceAll('/', '~1'));
    const isDescribed = ajv.compile({
      $ref: `openapi#/paths/${place}/get/responses/200/content/application~1json/schema`,
    });
    const { body } = await ask('of-one/workers?limit=1000', employer);
    expect([isDescribed(body), isDescribed.errors]).toEqual([true, null]);
  });
});
