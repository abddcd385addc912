import { beforeEach, expect, it } from 'vitest';
import { forgetExpired } from '../../app/use-cases/forget-expired.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { deleteUnrequired } from '../../db/queries/requirement.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { gate, untilBlocked } from '../support/search-jobs.ts';

let database: TestDatabase;
const write = (cefr: 'A1' | 'B1' | 'C1', within: () => Promise<void> = async () => undefined) => {
  const requires = { id: 'speaks', fact: 'language', of: 'de', gte: cefr } as const;
  return importAll(database.db, [aVacancy({ id: 'v-a', requires })], {
    onDocuments: async (trx, changed) => {
      await projectChanged(trx, changed);
      await within();
    },
  });
};
const required = async () =>
  (await database.db.selectFrom('requirement').select('id').orderBy('id').execute()).map(({ id }) => id);
const own = async () =>
  (await database.db.selectFrom('vacancy').select('requirement').executeTakeFirstOrThrow()).requirement;

beforeEach(async () => {
  database = await freshDatabase();
  await importAll(database.db, [aPathway()], { onDocuments: projectChanged });
  await write('A1');
});

it('what no vacancy requires any more is forgotten, and what one requires is not', async () => {
  await write('B1');
  expect(await required()).toHaveLength(2);
  await forgetExpired(database.db);
  expect(await required()).toEqual([await own()]);
});

it('what a vacancy is just about to require again is kept, whoever looks meanwhile', async () => {
  const [first] = await required();
  await write('B1');
  const [written, looked] = [gate(), gate()];
  const writing = write('A1', async () => {
    written.open();
    await looked.opened;
  });
  await written.opened;
  expect(await deleteUnrequired(database.db, 100)).toBe(0);
  looked.open();
  await writing;
  expect(await own()).toBe(first);
});

it('what is removed at the very moment that a vacancy requires it is written anew', async () => {
  const [first] = await required();
  await write('B1');
  const remover = await database.pool.connect();
  await remover.query('begin');
  await remover.query('delete from requirement where id = $1', [first]);
  const writing = write('A1');
  await untilBlocked(database);
  await remover.query('commit');
  remover.release();
  expect((await writing).problems).toEqual([]);
  expect(await required()).toContain(await own());
  expect(await own()).not.toBe(first);
});
