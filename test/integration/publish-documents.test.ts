import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR, type Who } from '../../app/domain/people/who.ts';
import { holderOf, issueToken } from '../../app/use-cases/people/tokens.ts';
import { type Published, publishDocuments } from '../../app/use-cases/publishing/publish-documents.ts';
import { asApplication, type Connection } from '../../db/client.server.ts';
import { listVersions } from '../../db/queries/edition.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aProcedure, aQuota, aVacancy } from '../support/documents.ts';
import { asNdjson, importAll } from '../support/imports.ts';

let database: TestDatabase;
let web: Connection;
beforeAll(async () => {
  database = await freshDatabase();
  web = asApplication(database, () => undefined);
  await importAll(database.db, [
    ...[aPathway(), aPathway({ id: 'fr-test', destination: 'FR' })],
    ...[aQuota(), aQuota({ id: 'fr-test-2026', pathway: 'fr-test' })],
    ...[aProcedure(), aProcedure({ id: 'np-test', origin: 'NP' })],
    ...[aVacancy(), aVacancy({ id: 'v-theirs', employer: 'e-other' })],
    ...[aTest('fr-kept', 'fr-test')],
  ]);
});
afterAll(() => web.close());

function aTest(id: string, pathway: string) {
  const profile = { type: 'profile', nationalities: ['PH'] };
  return { type: 'pathway-test', id, pathway, on: '2026-01-01', profile, expect: 'eligible' };
}

const publish = (who: Who, documents: readonly unknown[]): Promise<Published> =>
  publishDocuments(web.db, who, { body: Buffer.from(JSON.stringify(documents)), format: 'json' });

const as = (who: Pick<Extract<Who, { kind: 'token' }>, 'role' | 'state' | 'organisation'>): Who => ({
  ...{ kind: 'token', token: randomUUID() },
  ...who,
});
const WHO = {
  worker: as({ role: 'worker' }),
  employer: as({ role: 'employer', organisation: 'e-test' }),
  'nameless employer': as({ role: 'employer' }),
  'origin ministry': as({ role: 'origin-ministry', state: 'PH' }),
  'destination ministry': as({ role: 'destination-ministry', state: 'DE' }),
  'ministry of origin of the state of destination': as({ role: 'origin-ministry', state: 'DE' }),
  administrator: as({ role: 'administrator' }),
} as const satisfies Record<string, Who>;
type Publisher = keyof typeof WHO;

/** New ones, so that each could be written. */
const fresh = () => `t-${randomUUID()}`;
const DOCUMENTS: Record<string, () => object> = {
  'an own pathway': () => aPathway({ id: fresh() }),
  'another state’s pathway': () => aPathway({ id: fresh(), destination: 'FR' }),
  'another state’s pathway, claimed': () => aPathway({ id: 'fr-test', destination: 'DE', status: 'closed' }),
  'a quota of an own pathway': () => aQuota({ id: fresh() }),
  'a quota of another state’s pathway': () => aQuota({ id: fresh(), pathway: 'fr-test' }),
  'another state’s quota, claimed': () => aQuota({ id: 'fr-test-2026', places: 3 }),
  'a test case of an own pathway': () => aTest(fresh(), 'de-test'),
  'a test case of another state’s pathway': () => aTest(fresh(), 'fr-test'),
  'another state’s test case, claimed': () => aTest('fr-kept', 'de-test'),
  'an own procedure': () => aProcedure({ id: fresh() }),
  'another state’s procedure': () => aProcedure({ id: fresh(), origin: 'NP' }),
  'another state’s procedure, claimed': () => aProcedure({ id: 'np-test', steps: [], notes: ['x'] }),
  'an own vacancy': () => aVacancy({ id: fresh() }),
  'another’s vacancy': () => aVacancy({ id: fresh(), employer: 'e-other' }),
  'another’s vacancy, claimed': () => aVacancy({ id: 'v-theirs', places: 7 }),
};

const MAY: Partial<Record<Publisher, readonly string[]>> = {
  employer: ['an own vacancy'],
  'origin ministry': ['an own procedure'],
  'destination ministry': ['an own pathway', 'a quota of an own pathway', 'a test case of an own pathway'],
  administrator: Object.keys(DOCUMENTS).filter((name) => !name.endsWith('claimed')),
};

const versions = async () => {
  const { count } = await database.db
    .selectFrom('document_version')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
};

describe.each(Object.keys(DOCUMENTS).filter((name) => !name.endsWith('claimed')))('%s', (name) => {
  it.each(Object.entries(WHO))('by %s', async (publisher, who) => {
    const before = await versions();
    const published = await publish(who, [DOCUMENTS[name]?.()]);
    const allowed = Object.entries(MAY).some(([one, names]) => one === publisher && names?.includes(name));
    expect(published).toMatchObject(
      allowed
        ? { ok: true, created: 1 }
        : { ok: false, why: 'forbidden', problems: [{ path: expect.stringMatching(/^\/0\/./) }] },
    );
    expect(await versions()).toBe(before + (allowed ? 1 : 0));
  });
});

describe.each(Object.keys(DOCUMENTS).filter((name) => name.endsWith('claimed')))('%s', (name) => {
  it.each(Object.entries(WHO).filter(([publisher]) => publisher !== 'administrator'))('by %s', async (_, who) => {
    const before = await versions();
    const published = await publish(who, [DOCUMENTS[name]?.()]);
    expect(published).toMatchObject({ ok: false, why: 'forbidden' });
    expect(await versions()).toBe(before);
  });
});

const ministry = WHO['destination ministry'];

describe('a body', () => {
  it('is published wholly or, where one document is another’s, not at all, and says which', async () => {
    const before = await versions();
    const published = await publish(ministry, [
      aPathway({ id: fresh() }),
      aPathway({ id: 'fr-new', destination: 'FR' }),
    ]);
    expect(published).toMatchObject({
      why: 'forbidden',
      problems: [{ path: '/1/destination', message: 'it is for FR to publish, and you act for DE' }],
    });
    expect(await versions()).toBe(before);
  });

  it('tells what is wrong with every document, by its index', async () => {
    const published = await publish(ministry, [
      { ...aPathway({ id: fresh() }), status: 'opened' },
      aPathway({ id: fresh() }),
      aQuota({ id: fresh(), pathway: 'nowhere' }),
    ]);
    expect(published).toMatchObject({ why: 'wrong', problems: [{ path: '/0/status' }, { path: '/2/pathway' }] });
  });

  it('of lines tells the line, blank ones counted', async () => {
    const text = `\n${asNdjson([aPathway({ id: fresh() })])}{"type":\n${JSON.stringify({ ...aQuota(), places: -1 })}`;
    const published = await publishDocuments(web.db, ministry, { body: Buffer.from(text), format: 'ndjson' });
    expect(published).toMatchObject({ why: 'wrong', problems: [{ path: '/3/type' }, { path: '/4/places' }] });
    const sound = Buffer.from(asNdjson([aPathway({ id: fresh() }), aPathway()]));
    expect(await publishDocuments(web.db, ministry, { body: sound, format: 'ndjson' })).toEqual({
      ...{ ok: true, created: 1, updated: 0, unchanged: 1 },
    });
  });

  it.each([
    ['no JSON', '[{"type":'],
    ['nothing', ''],
    ['a key given twice', '[{"id":"a","id":"b"}]'],
    ['no UTF-8', Buffer.from([0x5b, 0xff, 0x5d])],
  ])('of %s cannot be read', async (_, body) => {
    const published = await publishDocuments(web.db, ministry, { body: Buffer.from(body), format: 'json' });
    expect(published).toMatchObject({ ok: false, why: 'unreadable' });
  });

  it('is a list, if an empty one', async () => {
    expect(await publish(ministry, [])).toEqual({ ok: true, created: 0, updated: 0, unchanged: 0 });
    const one = Buffer.from(JSON.stringify(aPathway()));
    expect(await publishDocuments(web.db, ministry, { body: one, format: 'json' })).toMatchObject({
      ...{ why: 'wrong', problems: [{ path: '' }] },
    });
  });

  it('holds no profile', async () => {
    expect(await publish(WHO.administrator, [{ type: 'profile' }])).toMatchObject({
      ...{ why: 'wrong', problems: [{ path: '/0/type' }] },
    });
  });
});

it('is recorded as the office’s, and stands in the chain of the office', async () => {
  const token = await issueToken(database.db, OPERATOR, {
    name: 'register',
    role: 'destination-ministry',
    state: 'DE',
  });
  const who = await holderOf(web.db, token);
  if (who?.kind !== 'token') throw new Error('a token has a holder');
  const id = fresh();
  expect(await publish(who, [aPathway({ id })])).toMatchObject({ ok: true, created: 1 });
  expect(await listVersions(web.db, 'pathway', id)).toMatchObject([{ version: 1, recordedBy: 'ministry-de' }]);
  const entry = await database.db
    .selectFrom('audit_entry')
    .select(['chain', 'action', 'actor'])
    .orderBy('at', 'desc')
    .executeTakeFirstOrThrow();
  expect(entry).toEqual({ chain: 'ministry-de', action: 'publish-documents', actor: who.token });
});

it('says what of it has to be looked at, and what nobody will find until it is', async () => {
  await importAll(database.db, [aPathway({ id: 'de-shut', status: 'closed' })]);
  const text = { en: 'Pay the fee, WhatsApp +49 170 1234567' };
  const published = await publish(WHO.employer, [
    aVacancy({ id: 'v-sound' }),
    aVacancy({ id: 'v-odd', pathway: 'de-shut', description: text, workerFees: { amount: 5, currency: 'USD' } }),
  ]);
  expect(published).toEqual({
    ...{ ok: true, created: 2, updated: 0, unchanged: 0 },
    warnings: [
      {
        path: '/1/description/en',
        message: expect.stringMatching(/nobody pays for a job; it is offered to nobody until/),
      },
      {
        path: '/1/pathway',
        message: 'its pathway is closed or suspended; it is offered to nobody until that is settled',
      },
      { path: '/1/workerFees/amount', message: 'no cost that a worker pays under its pathway is known in USD' },
    ],
  });
});
