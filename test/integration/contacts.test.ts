import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepCompiledPathways } from '../../app/use-cases/compiled-pathways.ts';
import { keepCompiledRequirements } from '../../app/use-cases/matching/compiled-requirements.ts';
import { matchVacancies } from '../../app/use-cases/matching/match-vacancies.ts';
import { looksAt } from '../../app/use-cases/people/consents.ts';
import { endAccount, everythingOf } from '../../app/use-cases/people/own-account.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import {
  answerWorker,
  beInterested,
  contactsAbout,
  lookAtWorker,
  ownContacts,
  settleOwn,
  waitingWorkers,
} from '../../app/use-cases/vacancy/contacts.ts';
import type { Employer } from '../../app/use-cases/vacancy/employer.ts';
import { tellWorker } from '../../app/use-cases/vacancy/tell-worker.ts';
import { acting } from '../../db/acting.server.ts';
import type { Connection } from '../../db/client.server.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { anEmployer } from '../support/employers.ts';
import { importAll } from '../support/imports.ts';
import { aWorker } from '../support/workers.ts';

let database: TestDatabase;
let web: Connection;
let ours: Employer;
let theirs: Employer;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
  [ours, theirs] = [await anEmployer(database.db, 'e-ours'), await anEmployer(database.db, 'e-theirs')];
  await importAll(database.db, [aPathway()]);
});
afterAll(() => web.close());

const somebody = () => aWorker(database.db, { residence: 'PH' });

async function aPublished(): Promise<string> {
  const id = `v-${randomUUID()}`;
  await importAll(database.db, [aVacancy({ id, employer: 'e-ours' })], { onDocuments: projectChanged });
  return id;
}

const ON = '2026-11-26';
const doors = () => ({ db: web.db, database: web.db, compiled: keepCompiledPathways() });
const look = (employer: Employer, id: string) => lookAtWorker(doors(), employer, { id, on: ON });

const only = async (employer: Employer, vacancy: string) => {
  const [first, ...others] = await contactsAbout(web.db, employer, vacancy);
  expect(others).toEqual([]);
  return first;
};
const jobs = async (task: string): Promise<unknown[]> =>
  (
    await database.pool.query(
      'select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id',
      [task],
    )
  ).rows.map(({ payload }) => payload);

describe('a worker who is interested', () => {
  it('shows the profile to that employer alone, who sees it, and is told that they looked', async () => {
    const [worker, vacancy] = [await somebody(), await aPublished()];
    expect(await beInterested(web.db, worker, vacancy)).toBe(true);
    expect(await beInterested(web.db, worker, vacancy)).toBe(true);
    const contact = await only(ours, vacancy);
    expect(contact).toMatchObject({ begunBy: 'worker', status: 'waiting' });
    expect(await contactsAbout(web.db, theirs, vacancy)).toEqual([]);
    expect((await waitingWorkers(web.db, ours)).get(vacancy)).toBe(1);
    expect(await look(theirs, contact?.id ?? '')).toBeUndefined();
    expect(await looksAt(web.db, worker)).toEqual([]);
    const { profile, match } = (await look(ours, contact?.id ?? '')) ?? {};
    expect(profile).toMatchObject({ residence: 'PH' });
    const seen = await matchVacancies(
      { ...doors(), requirements: keepCompiledRequirements() },
      { profile: { type: 'profile', residence: 'PH' }, on: ON },
    );
    const own = seen.ok ? seen.matches.find((one) => one.vacancy.id === vacancy) : undefined;
    expect(own).toBeDefined();
    expect(match).toEqual({ verdict: own?.verdict, score: own?.score, parts: own?.parts });
    expect(await looksAt(web.db, worker)).toMatchObject([{ role: 'employer', purpose: 'answered-vacancy' }]);
  });

  it('keeps back who they are, what they keep private, and what else is not for an employer', async () => {
    const skilled = { residence: 'PH', skills: ['wound care'], languages: [{ language: 'de', cefr: 'B1' as const }] };
    const worker = await aWorker(database.db, {
      ...{ ...skilled, nationalities: ['PH'], birthDate: '1990-01-01', sex: 'female', dependants: 2 },
      ...{ health: true, criminalRecord: false, displacement: 'refugee', declared: { 'own-van': true } },
      savings: { amount: 100, currency: 'EUR' },
    });
    const vacancy = await aPublished();
    await beInterested(web.db, worker, vacancy);
    const shown = await look(ours, (await only(ours, vacancy))?.id ?? '');
    expect(shown?.profile).toEqual({ type: 'profile', ...skilled });
  });

  it('is owed an answer, with the reason where it is no; then nothing is shown any more', async () => {
    const [worker, vacancy] = [await somebody(), await aPublished()];
    await beInterested(web.db, worker, vacancy);
    const id = (await only(ours, vacancy))?.id ?? '';
    const no = { accepted: false, why: 'The place was filled' } as const;
    expect(await answerWorker(web.db, theirs, { id, answer: no })).toBe(false);
    expect(await answerWorker(web.db, ours, { id, answer: no })).toBe(true);
    expect(await answerWorker(web.db, ours, { id, answer: { accepted: true } })).toBe(false);
    expect(await ownContacts(web.db, worker)).toMatchObject([{ status: 'declined', why: 'The place was filled' }]);
    expect(await look(ours, id)).toBeUndefined();
    expect((await waitingWorkers(web.db, ours)).get(vacancy)).toBeUndefined();
    expect(await jobs('tell-worker')).toContainEqual({ contact: id });
  });

  it('may take it back at any time, and say so anew', async () => {
    const [worker, other, vacancy] = [await somebody(), await somebody(), await aPublished()];
    await beInterested(web.db, worker, vacancy);
    const id = (await only(ours, vacancy))?.id ?? '';
    expect(await settleOwn(web.db, other, { id, act: 'withdraw' })).toBe(false);
    await answerWorker(web.db, ours, { id, answer: { accepted: true } });
    expect(await settleOwn(web.db, worker, { id, act: 'withdraw' })).toBe(true);
    expect(await look(ours, id)).toBeUndefined();
    await beInterested(web.db, worker, vacancy);
    expect(await only(ours, vacancy)).toMatchObject({ id, begunBy: 'worker', status: 'waiting', why: null });
  });

  it('finds no vacancy that is not offered', async () => {
    const [worker, vacancy] = [await somebody(), await aPublished()];
    await database.db.updateTable('vacancy').set({ stage: 'closed' }).where('id', '=', vacancy).execute();
    expect(await beInterested(web.db, worker, vacancy)).toBe(false);
    expect(await beInterested(web.db, worker, 'no-such-vacancy')).toBe(false);
  });

  it.each([
    ['the last day to apply is over', { apply_by: '2026-01-31' }, { applyBy: '2026-01-31' }],
    ['no place is left', { taken: 2 }, {}],
    ['something has to be looked at', { flags: '[{"path":"/title/en","why":"asks-for-payment","flag":true}]' }, {}],
  ])('is not taken where %s', async (_, row, over) => {
    const [worker, vacancy] = [await somebody(), `v-${randomUUID()}`];
    await importAll(database.db, [aVacancy({ id: vacancy, employer: 'e-ours', ...over })]);
    await database.db.updateTable('vacancy').set(row).where('id', '=', vacancy).execute();
    expect(await beInterested(web.db, worker, vacancy)).toBe(false);
    expect(await contactsAbout(web.db, ours, vacancy)).toEqual([]);
  });

  it('takes it along, and it goes with the account', async () => {
    const [worker, vacancy] = [await somebody(), await aPublished()];
    await beInterested(web.db, worker, vacancy);
    expect((await everythingOf(web.db, worker)).contacts).toMatchObject([{ vacancy }]);
    await endAccount(web.db, worker);
    expect(await contactsAbout(web.db, ours, vacancy)).toEqual([]);
  });
});

describe('an approach', () => {
  async function approached() {
    const [worker, vacancy] = [await somebody(), await aPublished()];
    const { id } = await database.db
      .insertInto('vacancy_contact')
      .values({ account: worker.who.account, vacancy, employer: 'e-ours', begun_by: 'employer' })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { worker, vacancy, id };
  }

  it('comes before what waits for the employer in the worker’s list, and after it in that of the employer', async () => {
    const { worker, vacancy } = await approached();
    const [other, elsewhere] = [await somebody(), await aPublished()];
    await beInterested(web.db, other, vacancy);
    await beInterested(web.db, worker, elsewhere);
    await database.db
      .updateTable('vacancy_contact')
      .set({ begun_at: new Date('2026-11-01') })
      .where('vacancy', '=', elsewhere)
      .execute();
    expect((await ownContacts(web.db, worker)).map((one) => one.vacancy)).toEqual([vacancy, elsewhere]);
    expect((await contactsAbout(web.db, ours, vacancy)).map(({ begunBy }) => begunBy)).toEqual(['worker', 'employer']);
  });

  it('shows nobody until the worker accepts', async () => {
    const { worker, id } = await approached();
    expect(await look(ours, id)).toBeUndefined();
    expect(await answerWorker(web.db, ours, { id, answer: { accepted: true } })).toBe(false);
    expect(await settleOwn(web.db, worker, { id, act: 'accept' })).toBe(true);
    expect(await look(ours, id)).toMatchObject({ contact: { status: 'accepted' } });
  });

  it('about what nobody can have by now is not accepted, and can be declined', async () => {
    const { worker, vacancy, id } = await approached();
    await database.db.updateTable('vacancy').set({ flags: '[]' }).where('id', '=', vacancy).execute();
    expect(await settleOwn(web.db, worker, { id, act: 'accept' })).toBe(false);
    expect(await look(ours, id)).toBeUndefined();
    expect(await settleOwn(web.db, worker, { id, act: 'decline' })).toBe(true);
  });

  it('is declined without a reason, once', async () => {
    const { worker, id } = await approached();
    expect(await settleOwn(web.db, worker, { id, act: 'decline' })).toBe(true);
    expect(await settleOwn(web.db, worker, { id, act: 'accept' })).toBe(false);
    expect(await look(ours, id)).toBeUndefined();
  });

  it('is accepted by whoever says that they are interested', async () => {
    const { worker, vacancy } = await approached();
    await beInterested(web.db, worker, vacancy);
    expect(await only(ours, vacancy)).toMatchObject({ begunBy: 'employer', status: 'accepted' });
  });

  it('is told to the worker once, and not at all where they withdrew', async () => {
    const { worker, id } = await approached();
    const address = { kind: 'email', address: 'w@example.org', account: worker.who.account } as const;
    await database.db.insertInto('account_address').values(address).execute();
    const doors = { db: database.db, secret: 's'.repeat(32), publicUrl: 'https://fairway.example' };
    const before = (await jobs('send-message')).length;
    await tellWorker(doors, { contact: id });
    expect(await jobs('send-message')).toHaveLength(before + 1);
    await settleOwn(web.db, worker, { id, act: 'withdraw' });
    await tellWorker(doors, { contact: id });
    expect(await jobs('send-message')).toHaveLength(before + 1);
  });
});

it('an employer changes of a contact nothing but its answer, and makes none', async () => {
  const [worker, vacancy] = [await somebody(), await aPublished()];
  const row = { account: worker.who.account, vacancy, employer: 'e-ours', begun_by: 'employer' as const };
  const made = acting(web.db, ours.who, (trx) => trx.insertInto('vacancy_contact').values(row).execute());
  await expect(made).rejects.toThrow(/policy/);
});
