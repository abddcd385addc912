import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { projectChanged, projectReworded } from '../../app/use-cases/project-changed.ts';
import { vacancyCopy } from '../../search/vacancy/copy.ts';
import { renaming } from '../../search/vacancy/rename.ts';
import { verifySearch } from '../../search/verify.server.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { anEmployer } from '../support/employers.ts';
import { importAll } from '../support/imports.ts';
import { runJobs } from '../support/run-jobs.ts';
import { syncJobs } from '../support/search-jobs.ts';

const ON = '2026-11-26';
/** More than one transaction writes. */
const IDS = Array.from({ length: 1_100 }, (_, at) => `v-${String(at).padStart(4, '0')}`);

let database: TestDatabase;
const write = (documents: readonly unknown[]) => importAll(database.db, documents, { onDocuments: projectChanged });
const forgetJobs = (but = '') =>
  sql`
    delete from graphile_worker._private_jobs job using graphile_worker._private_tasks task
    where task.id = job.task_id and task.identifier <> ${but}`.execute(database.db);

beforeEach(async () => {
  database = await freshDatabase();
  await anEmployer(database.db, 'e-here');
  await write([
    ...[aPathway({ id: 'p-a' }), aPathway({ id: 'p-b' })],
    ...IDS.map((id) => aVacancy({ id, pathway: 'p-a', employer: 'e-here' })),
    aVacancy({ id: 'w-other', pathway: 'p-b', employer: 'e-later' }),
  ]);
  await forgetJobs();
});

const revisions = async () =>
  new Map(
    (await database.db.selectFrom('search_vacancy').select(['id', 'revision']).execute()).map(({ id, revision }) => [
      id,
      revision,
    ]),
  );

/** Runs the job of new names alone: which copies outside are then older than what they copy. */
async function broughtAgain(): Promise<string[]> {
  const before = await revisions();
  await forgetJobs('rename-in-search');
  await runJobs(database, renaming(database.db));
  const after = await revisions();
  expect(await syncJobs(database.db)).toEqual(
    [...after].some(([id, now]) => now !== before.get(id)) ? [{ state: 'waits', attempts: 0 }] : [],
  );
  return [...after].flatMap(([id, now]) => (now === before.get(id) ? [] : [id])).sort();
}

const indexed = async (id: string) => JSON.stringify(await vacancyCopy.documents(database.db, [id]));
const nameEmployer = (name: string) =>
  database.db.updateTable('organisation').set({ name }).where('id', '=', 'e-here').execute();

it('a new name of a pathway is brought to the indexes of its vacancies, and of no other', async () => {
  await write([aPathway({ id: 'p-a', name: { en: 'Harbour permit' } })]);
  expect(await broughtAgain()).toEqual(IDS);
  expect(await indexed(IDS[0] ?? '')).toContain('harbour permit');
});

it('a pathway that changes and keeps its name has none of them brought again', async () => {
  await write([aPathway({ id: 'p-a', summary: { en: 'In other words.' } })]);
  expect(await broughtAgain()).toEqual([]);
});

it('a new name of an employer is brought to the words and the indexes of its vacancies, and of no other', async () => {
  await nameEmployer('Orchid Clinics');
  expect(await verifySearch(database.db, undefined, ON)).not.toEqual([]);
  expect(await broughtAgain()).toEqual(IDS);
  expect(await verifySearch(database.db, undefined, ON)).toEqual([]);
  expect(await indexed(IDS.at(-1) ?? '')).toContain('orchid clinics');
});

it('an employer who registers after its vacancies came gives them its name', async () => {
  await anEmployer(database.db, 'e-later');
  expect(await broughtAgain()).toEqual(['w-other']);
  expect(await verifySearch(database.db, undefined, ON)).toEqual([]);
});

it('a name that is written again as it was asks for nothing', async () => {
  await nameEmployer('Organisation e-here');
  expect(await broughtAgain()).toEqual([]);
});

it('new names of occupations are brought to the indexes of every vacancy', async () => {
  await sql`insert into isco_group (code, level) values ('2221', 4)`.execute(database.db);
  await sql`
    insert into occupation_term (code, language, kind, term, folded)
    values ('2221', 'en', 'synonym', 'moonlight nurse', 'moonlight nurse')`.execute(database.db);
  await database.db.transaction().execute((trx) => projectReworded(trx, ['occupations']));
  expect(await broughtAgain()).toEqual([...IDS, 'w-other']);
  expect(await indexed('w-other')).toContain('moonlight nurse');
});
