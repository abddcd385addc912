import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import type { SearchIndex } from '../../search/copy.ts';
import { rebuildCopy } from '../../search/rebuild.server.ts';
import { recoverIndex } from '../../search/sync.server.ts';
import { projectOffered } from '../../search/vacancy/project.ts';
import { verifySearch } from '../../search/verify.server.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { meilisearchUrl, skippedWithout, testIndexes } from '../support/meilisearch.ts';
import { syncJobs } from '../support/search-jobs.ts';

const ON = '2026-11-26';

let database: TestDatabase;
const differences = () => verifySearch(database.db, undefined, ON);
const listed = async () =>
  (await database.db.selectFrom('search_vacancy').select('id').orderBy('id').execute()).map(({ id }) => id);

beforeEach(async () => {
  database = await freshDatabase();
  await importAll(database.db, [aPathway(), aVacancy({ id: 'v-a' }), aVacancy({ id: 'v-b' })], {
    onDocuments: projectChanged,
  });
});

it.each([
  [`delete from search_vacancy where id = 'v-a'`, { what: 'missing', of: 'v-a' }],
  [`update search_vacancy set id = 'ghost' where id = 'v-b'`, { what: 'extra', of: 'ghost' }],
  [`update search_vacancy set band = 0 where id = 'v-b'`, { what: 'stale', of: 'v-b', fields: ['band'] }],
  [`update search_vacancy set words = '' where id = 'v-b'`, { what: 'stale', of: 'v-b', fields: ['words'] }],
  [`update search_vacancy set languages = 'de' where id = 'v-b'`, { what: 'stale', of: 'v-b', fields: ['languages'] }],
])('after %s a comparison says so, and a rebuild mends it', async (plant, difference) => {
  expect(await differences()).toEqual([]);
  await sql.raw(plant).execute(database.db);
  expect(await differences()).toContainEqual({ copy: 'database', ...difference });
  await rebuildCopy(database.db, ON);
  expect(await differences()).toEqual([]);
  expect(await listed()).toEqual(['v-a', 'v-b']);
});

it.each([
  ['is withdrawn', { stage: 'withdrawn' as const }],
  ['is filled up', { taken: 2 }],
  ['is flagged', { flags: '[{"path":"/wage","message":"x"}]' }],
])('a vacancy that %s is listed no more from the commit on, and others are told', async (_, change) => {
  await sql`delete from graphile_worker._private_jobs`.execute(database.db);
  await database.db.transaction().execute(async (trx) => {
    await trx.updateTable('vacancy').set(change).where('id', '=', 'v-a').execute();
    await projectOffered(trx, ['v-a']);
    expect(await listed()).toEqual(['v-a', 'v-b']);
  });
  expect(await listed()).toEqual(['v-b']);
  expect(await syncJobs(database.db)).toEqual([{ state: 'waits', attempts: 0 }]);
});

it('a change that is taken back leaves neither a trace nor a word', async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(database.db);
  const undone = database.db.transaction().execute(async (trx) => {
    await trx.updateTable('vacancy').set({ stage: 'closed' }).where('id', '=', 'v-a').execute();
    await projectOffered(trx, ['v-a']);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await listed()).toEqual(['v-a', 'v-b']);
  expect(await syncJobs(database.db)).toEqual([]);
});

/** The index as an earlier version filled it: its documents say less. */
const earlier = ({ copy, ...index }: SearchIndex): SearchIndex => ({
  ...index,
  copy: {
    ...copy,
    form: 0,
    documents: async (db, ids) =>
      (await copy.documents(db, ids)).map(({ id, revision }) => ({ id, revision, form: 0 })),
  },
});

describe.skipIf(meilisearchUrl === undefined)(
  meilisearchUrl === undefined ? `an index of an earlier form (${skippedWithout})` : 'an index of an earlier form',
  () => {
    it('is brought anew at the start, though no vacancy changed since', async () => {
      const indexes = await testIndexes(database.db);
      await recoverIndex(database.db, indexes.pathways);
      await recoverIndex(database.db, earlier(indexes.vacancies));
      const ofIndex = async () => verifySearch(database.db, indexes, ON);
      expect(await ofIndex()).toMatchObject([
        { copy: 'index', what: 'stale', of: 'v-a', fields: expect.arrayContaining(['destination', 'form']) },
        { copy: 'index', what: 'stale', of: 'v-b' },
      ]);
      await recoverIndex(database.db, indexes.vacancies);
      expect(await ofIndex()).toEqual([]);
    });
  },
);
