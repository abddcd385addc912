import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vacancy, VacancyDraft } from '../../app/domain/documents/index.ts';
import { SYSTEM } from '../../app/domain/people/who.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import type { Officer } from '../../app/use-cases/publishing/officer.ts';
import { beginDraft, draftAnew, ownDraft, saveDraft, submitDraft } from '../../app/use-cases/vacancy/drafts.ts';
import type { Employer } from '../../app/use-cases/vacancy/employer.ts';
import { employerOf } from '../../app/use-cases/vacancy/employer.ts';
import { expireVacancies } from '../../app/use-cases/vacancy/expire-vacancies.ts';
import {
  clearMarks,
  endOwn,
  fill,
  publishVerified,
  sendBack,
  takeDown,
  verify,
} from '../../app/use-cases/vacancy/move-vacancy.ts';
import { recheckVacancies } from '../../app/use-cases/vacancy/recheck-vacancies.ts';
import type { Connection } from '../../db/client.server.ts';
import { quotasOf } from '../../db/queries/quota.ts';
import { findPosting, isOpenOn, listWaiting } from '../../db/queries/vacancy.ts';
import { listNewestOpen } from '../../search/vacancy/newest.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { aPathway, aQuota, aVacancy } from '../support/documents.ts';
import { anEmployer } from '../support/employers.ts';
import { importAll } from '../support/imports.ts';
import { anOfficer } from '../support/officers.ts';

let database: TestDatabase;
let web: Connection;
let ours: Employer;
let theirs: Employer;
let officer: Officer;
let foreign: Officer;

const ON = '2026-11-26';
const PLAIN = 'de-plain';
const VERIFYING = 'de-verifying';

beforeAll(async () => {
  ({ database, web } = await freshWeb());
  [ours, theirs] = [await anEmployer(database.db, 'e-ours'), await anEmployer(database.db, 'e-theirs')];
  [officer, foreign] = [await anOfficer(database.db, 'DE'), await anOfficer(database.db, 'FR')];
  await importAll(database.db, [
    ...[aPathway({ id: PLAIN }), aQuota({ id: 'q-plain', pathway: PLAIN, places: 10 })],
    aPathway({ id: VERIFYING, vacancies: { verifiedBy: 'destination', labourMarketTest: true } }),
    aQuota({ id: 'q-verifying', pathway: VERIFYING, places: 3 }),
  ]);
});
afterAll(() => web.close());

const { type: _, id: __, employer: ___, ...sound } = aVacancy({ pathway: PLAIN, startOn: '2026-12-01' });

/** Writes a vacancy as an employer does, and hands it in. */
async function posted(body: VacancyDraft = {}, employer = ours): Promise<string> {
  const id = await beginDraft(web.db, employer, { ...sound, ...body });
  const submitted = await submitDraft(web.db, employer, id);
  if (!submitted?.ok) throw new Error(JSON.stringify(submitted));
  return submitted.id;
}

const stands = async (id: string) => {
  const found = await findPosting(database.db, id);
  return found && { stage: found.stage, taken: found.taken, why: found.why };
};
const quota = async (id: string) => {
  const found = (await quotasOf(database.db, PLAIN, VERIFYING)).find((one) => one.id === id);
  return found && [found.allocated, found.used];
};
const acts = async (id: string) =>
  (await database.db.selectFrom('audit_entry').select('body').execute()).flatMap(({ body }) => {
    const entry = typeof body === 'string' ? JSON.parse(body) : body;
    return entry.object.id === id ? [entry.action] : [];
  });

describe('a draft', () => {
  it('is seen by the members of its organisation alone', async () => {
    const id = await beginDraft(web.db, ours, sound);
    expect((await ownDraft(web.db, ours, id))?.body.title).toEqual({ en: 'Nurse' });
    expect(await ownDraft(web.db, theirs, id)).toBeUndefined();
    expect(await submitDraft(web.db, theirs, id)).toBeUndefined();
  });

  it('that does not fit stays a draft, with the reasons', async () => {
    const id = await beginDraft(web.db, ours, { ...sound, contractMonths: 99, places: 500 });
    expect(await submitDraft(web.db, ours, id)).toEqual({
      ok: false,
      problems: [expect.objectContaining({ path: '/contractMonths' })],
    });
    await saveDraft(web.db, ours, id, { body: { ...sound, places: 500 }, marketTest: null });
    expect(await submitDraft(web.db, ours, id)).toEqual({
      ok: false,
      problems: [expect.objectContaining({ path: '/places' })],
    });
    expect((await ownDraft(web.db, ours, id))?.body.places).toBe(500);
  });

  it('of a published vacancy becomes its next version', async () => {
    const id = await posted();
    const draft = (await draftAnew(web.db, ours, id)) ?? '';
    expect(await draftAnew(web.db, ours, id)).toBe(draft);
    expect(await draftAnew(web.db, theirs, id)).toBeUndefined();
    await saveDraft(web.db, ours, draft, { body: { ...sound, region: 'Köln' }, marketTest: null });
    expect(await submitDraft(web.db, ours, draft)).toEqual({ ok: true, id, stage: 'published' });
    expect(await findPosting(database.db, id)).toMatchObject({ version: 2, vacancy: { region: 'Köln' } });
    await endOwn(web.db, ours, { id, how: 'close', why: undefined });
  });
});

describe('a published vacancy', () => {
  it('is filled place by place; with the last its places in the quota are taken up', async () => {
    const id = await posted({ places: 3 });
    expect(await quota('q-plain')).toEqual([3, 0]);
    expect(await fill(web.db, ours, { id, count: 4 })).toEqual({ ok: false, problem: 'too-many' });
    expect(await fill(web.db, theirs, { id, count: 1 })).toEqual({ ok: false, problem: 'missing' });
    await fill(web.db, ours, { id, count: 2 });
    expect(await stands(id)).toMatchObject({ stage: 'published', taken: 2 });
    await fill(web.db, ours, { id, count: 1 });
    expect(await stands(id)).toMatchObject({ stage: 'filled', taken: 3 });
    expect(await quota('q-plain')).toEqual([3, 3]);
    expect(await fill(web.db, ours, { id, count: 1 })).toEqual({ ok: false, problem: 'elsewhere' });
    expect(await acts(id)).toEqual(expect.arrayContaining(['fill-vacancy']));
  });

  it('closed gives back what was not filled, and what was is taken up', async () => {
    const before = (await quota('q-plain')) ?? [];
    const id = await posted({ places: 4 });
    await fill(web.db, ours, { id, count: 1 });
    expect(await endOwn(web.db, theirs, { id, how: 'close', why: undefined })).toMatchObject({ problem: 'missing' });
    expect(await endOwn(web.db, ours, { id, how: 'close', why: undefined })).toEqual({ ok: true });
    expect(await quota('q-plain')).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1]);
    expect(await endOwn(web.db, ours, { id, how: 'close', why: undefined })).toMatchObject({ problem: 'elsewhere' });
  });

  it('withdrawn says why, and gives everything back', async () => {
    const before = await quota('q-plain');
    const id = await posted({ places: 2 });
    await endOwn(web.db, ours, { id, how: 'withdraw', why: 'The ward closes' });
    expect(await stands(id)).toEqual({ stage: 'withdrawn', taken: 0, why: 'The ward closes' });
    expect(await quota('q-plain')).toEqual(before);
  });

  it('is closed when its last day is over', async () => {
    const before = await quota('q-plain');
    const id = await posted({ applyBy: '2026-11-30' });
    expect(await expireVacancies(database.db, '2026-11-30')).toBe(0);
    expect(await expireVacancies(database.db, '2026-12-01')).toBe(1);
    expect(await stands(id)).toMatchObject({ stage: 'closed' });
    expect(await quota('q-plain')).toEqual(before);
  });
});

describe('under a pathway that wants an officer to look', () => {
  const under = { pathway: VERIFYING } satisfies Partial<Vacancy>;

  it('it waits, is verified by the state of destination, and published by its employer', async () => {
    const id = await posted({ ...under, places: 3 });
    expect(await stands(id)).toMatchObject({ stage: 'submitted' });
    expect((await listWaiting(web.db, 'DE', { limit: 10, offset: 0 })).map(({ vacancy }) => vacancy.id)).toEqual([id]);
    expect(await verify(web.db, foreign, { id, on: ON })).toMatchObject({ problem: 'missing' });
    expect(await publishVerified(web.db, ours, { id, on: ON })).toMatchObject({ problem: 'elsewhere' });
    expect(await verify(web.db, officer, { id, on: ON })).toEqual({ ok: true });
    expect(await findPosting(database.db, id)).toMatchObject({
      stage: 'verified',
      verifiedBy: 'ministry-de',
      verifiedOn: ON,
    });
    expect(await publishVerified(web.db, theirs, { id, on: ON })).toMatchObject({ problem: 'missing' });
    expect(await publishVerified(web.db, ours, { id, on: ON })).toEqual({ ok: true });
    expect(await quota('q-verifying')).toEqual([3, 0]);
  });

  it('one whose places went meanwhile stays verified', async () => {
    const id = await posted({ ...under, places: 1 });
    await verify(web.db, officer, { id, on: ON });
    expect(await publishVerified(web.db, ours, { id, on: ON })).toEqual({
      ok: false,
      problem: 'flaw',
      flaw: { path: '/places', why: 'no-places', quota: 'q-verifying', remaining: 0 },
    });
    expect(await stands(id)).toMatchObject({ stage: 'verified' });
  });

  it('one sent back says why, and is handed in anew', async () => {
    const id = await posted(under);
    await sendBack(web.db, officer, { id, why: 'No evidence is with it' });
    expect(await stands(id)).toMatchObject({ stage: 'draft', why: 'No evidence is with it' });
    const draft = (await draftAnew(web.db, ours, id)) ?? '';
    const marketTest = { office: 'Bundesagentur', number: 'BA 7', on: '2026-11-01' };
    await saveDraft(web.db, ours, draft, { body: { ...sound, ...under, region: 'Bonn' }, marketTest });
    expect(await submitDraft(web.db, ours, draft)).toMatchObject({ ok: true, stage: 'submitted' });
    expect(await findPosting(database.db, id)).toMatchObject({ marketTest, why: null });
  });
});

describe('what has to be looked at', () => {
  /** How often the employer of a vacancy is to be told that something is wrong with it. */
  const told = async (id: string) =>
    (
      await database.pool.query(
        `select from graphile_worker._private_jobs where payload->>'vacancy' = $1 and payload->>'news' = 'flagged'`,
        [id],
      )
    ).rowCount;

  it('asks for money: an officer clears it, or its employer writes it anew', async () => {
    const description = { en: 'Send the fee by WhatsApp to +49 170 1234567' };
    const id = await posted({ description });
    expect((await findPosting(database.db, id))?.flags?.map(({ why }) => why)).toEqual(['asks-for-payment']);
    expect((await listWaiting(web.db, 'DE', { limit: 10, offset: 0 })).map(({ vacancy }) => vacancy.id)).toContain(id);
    expect(await clearMarks(web.db, foreign, { id, why: 'x' })).toMatchObject({ problem: 'missing' });
    expect(await clearMarks(web.db, officer, { id, why: 'The number is the hospital’s' })).toEqual({ ok: true });
    expect((await findPosting(database.db, id))?.flags).toBeNull();
  });

  it('asks for money: an officer takes it down and says why, and of one in which nothing is flagged does not', async () => {
    const [sound, id] = [await posted({}), await posted({ description: { en: 'Pay 50 EUR first, +49 170 1234567' } })];
    const why = 'It asks workers for money';
    expect(await takeDown(web.db, officer, { id: sound, why })).toMatchObject({ problem: 'elsewhere' });
    expect(await takeDown(web.db, foreign, { id, why })).toMatchObject({ problem: 'missing' });
    expect(await takeDown(web.db, officer, { id, why })).toEqual({ ok: true });
    expect(await findPosting(database.db, id)).toMatchObject({ stage: 'closed', why });
    expect(await takeDown(web.db, officer, { id, why })).toMatchObject({ problem: 'elsewhere' });
    const news = await database.pool.query(
      `select payload->>'news' as news from graphile_worker._private_jobs where payload->>'vacancy' = $1`,
      [id],
    );
    expect(news.rows).toContainEqual({ news: 'taken-down' });
  });

  it('a pathway that changed: flagged, told, never altered, and offered again when it fits again', async () => {
    const changing = aPathway({ id: 'de-changing' });
    await importAll(database.db, [changing]);
    const id = await posted({ pathway: 'de-changing' });
    const before = await findPosting(database.db, id);
    await importAll(database.db, [{ ...changing, sectors: ['A'] }]);
    await recheckVacancies(database.db, ['de-changing'], ON);
    const after = await findPosting(database.db, id);
    expect(after?.flags).toEqual([{ path: '/sector', why: 'sector-outside', sector: 'Q', among: ['A'] }]);
    expect([after?.vacancy, after?.version, after?.stage]).toEqual([before?.vacancy, before?.version, 'published']);
    const jobs = await database.pool.query(
      `select count(*)::int as told from graphile_worker.jobs where task_identifier = 'tell-employer'`,
    );
    expect(jobs.rows[0].told).toBeGreaterThan(0);
    await importAll(database.db, [changing]);
    await importAll(database.db, [{ ...changing, sectors: 'any' as const, notes: ['as before'] }]);
    await recheckVacancies(database.db, ['de-changing'], ON);
    expect((await findPosting(database.db, id))?.flags).toBeNull();
    await recheckVacancies(database.db, ['de-changing'], ON);
    expect((await acts(id)).filter((one) => one === 'flag-vacancy')).toHaveLength(2);
  });

  it.each(['closed', 'suspended'] as const)('one under a %s pathway is hidden from the beginning', async (status) => {
    await importAll(database.db, [aPathway({ id: `de-${status}`, status })]);
    const vacancy = aVacancy({ ...sound, id: `v-${status}`, pathway: `de-${status}` });
    const { warnings } = await importAll(database.db, [vacancy], { onDocuments: projectChanged });
    expect(warnings.map(({ path }) => path)).toEqual(['/pathway']);
    expect((await findPosting(database.db, vacancy.id))?.flags).toMatchObject([{ why: 'pathway-closed' }]);
    const listed = database.db.selectFrom('search_vacancy').select('id').where('id', '=', vacancy.id);
    expect(await listed.execute()).toEqual([]);
  });

  it('one whose pathway ends is remarked, its employer told once, and it is left out from then on', async () => {
    const ending = aPathway({ id: 'de-ending' });
    await importAll(database.db, [ending]);
    const id = await posted({ pathway: 'de-ending', startOn: '2026-11-01' });
    await importAll(database.db, [{ ...ending, effective: { ...ending.effective, to: '2026-11-25' } }]);
    for (const _ of ['once', 'again']) await recheckVacancies(database.db, ['de-ending'], ON);
    const found = await findPosting(database.db, id);
    expect([found?.flags, found?.remarks?.map(({ why }) => why)]).toEqual([null, ['pathway-not-in-effect']]);
    expect(await told(id)).toBe(1);
    expect(await listNewestOpen(web.db, ON, 1_000)).not.toContain(id);
    expect(await listNewestOpen(web.db, '2026-11-25', 1_000)).toContain(id);
  });

  it('what cannot be judged is remarked, hides nothing, and an officer settles it', async () => {
    const wage = { money: { amount: 1, currency: 'USD' }, per: 'month' } as const;
    const floor = { money: { amount: 3000, currency: 'EUR' }, per: 'month' as const, from: '2026-01-01' };
    await importAll(database.db, [aPathway({ id: 'de-floor', wageFloors: [floor] })]);
    const id = await posted({ pathway: 'de-floor', wage, workerFees: { amount: 5, currency: 'USD' } });
    const remarked = await findPosting(database.db, id);
    expect(remarked?.flags).toBeNull();
    expect(remarked?.remarks?.map(({ why }) => why)).toEqual(['floor-in-other-currency', 'fees-unknown']);
    expect(await isOpenOn(web.db, id, ON)).toBe(true);
    const waiting = async () =>
      (await listWaiting(web.db, 'DE', { limit: 50, offset: 0 })).map((one) => one.vacancy.id);
    expect((await waiting()).at(-1)).toBe(id);
    expect(await clearMarks(web.db, officer, { id, why: 'The employer pays 4,000 EUR' })).toEqual({ ok: true });
    expect(await waiting()).not.toContain(id);
    await recheckVacancies(database.db, ['de-floor'], ON);
    expect((await findPosting(database.db, id))?.remarks).toBeNull();
  });

  it('what an officer cleared stays cleared until the vacancy or its pathway changes', async () => {
    const shut = aPathway({ id: 'de-shut' });
    await importAll(database.db, [shut]);
    const id = await posted({ pathway: 'de-shut' });
    const recheckedFlags = async () => {
      await recheckVacancies(database.db, ['de-shut'], ON);
      return (await findPosting(database.db, id))?.flags?.map(({ why }) => why) ?? null;
    };
    await importAll(database.db, [{ ...shut, status: 'closed' }]);
    expect(await recheckedFlags()).toEqual(['pathway-closed']);
    expect(await clearMarks(web.db, officer, { id, why: 'It was approved before' })).toEqual({ ok: true });
    expect([await recheckedFlags(), await told(id)]).toEqual([null, 1]);
    await importAll(database.db, [{ ...shut, status: 'closed', sectors: ['A'] }]);
    expect(await recheckedFlags()).toEqual(['pathway-closed', 'sector-outside']);
    expect(await clearMarks(web.db, officer, { id, why: 'It still was' })).toEqual({ ok: true });
    expect([await recheckedFlags(), await told(id)]).toEqual([null, 2]);
    const draft = (await draftAnew(web.db, ours, id)) ?? '';
    await saveDraft(web.db, ours, draft, { body: { ...sound, pathway: 'de-shut', sector: 'A' }, marketTest: null });
    expect(await submitDraft(web.db, ours, draft)).toMatchObject({ ok: true });
    expect(await recheckedFlags()).toEqual(['pathway-closed']);
  });

  it('words that were cleared stay cleared while they stand, whatever becomes of the pathway', async () => {
    const calm = aPathway({ id: 'de-calm' });
    await importAll(database.db, [calm]);
    const id = await posted({ pathway: 'de-calm', description: { en: 'Send the fee by WhatsApp to +49 170 1234567' } });
    await clearMarks(web.db, officer, { id, why: 'The number is the hospital’s' });
    await importAll(database.db, [{ ...calm, notes: ['changed'] }]);
    await recheckVacancies(database.db, ['de-calm'], ON);
    expect((await findPosting(database.db, id))?.flags).toBeNull();
  });

  it('one offered again is matched with those who look for such work', async () => {
    const back = aPathway({ id: 'de-back', status: 'suspended' });
    await importAll(database.db, [back]);
    const id = await posted({ pathway: 'de-back' });
    await database.db.deleteFrom('alert_pending').where('vacancy', '=', id).execute();
    await importAll(database.db, [{ ...back, status: 'open' }]);
    await recheckVacancies(database.db, ['de-back'], ON);
    const pending = database.db.selectFrom('alert_pending').select('vacancy').where('vacancy', '=', id);
    expect(await pending.execute()).toEqual([{ vacancy: id }]);
  });
});

it('nobody else moves a vacancy', async () => {
  const id = await posted();
  expect(employerOf(SYSTEM)).toBeUndefined();
  expect(employerOf({ kind: 'account', account: randomUUID(), role: 'worker' })).toBeUndefined();
  expect(await fill(web.db, theirs, { id, count: 1 })).toMatchObject({ problem: 'missing' });
});
