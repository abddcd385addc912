import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { readVacancy } from '../../app/use-cases/read-vacancy.ts';
import { freshDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

it('says of a vacancy of which something has to be looked at that it cannot be applied for', async () => {
  const { db } = await freshDatabase();
  const documents = [aPathway({ id: 'care' }), aVacancy({ id: 'odd', pathway: 'care', employer: 'odd-jobs' })];
  expect((await importAll(db, documents, { onDocuments: projectChanged })).problems).toEqual([]);
  const ended = async () => (await readVacancy(db, 'odd', '2026-11-26', 'EUR'))?.ended;
  expect(await ended()).toBeNull();
  await sql`update vacancy set flags = '[{"path":"/description","why":"asks-for-payment","flag":true}]'`.execute(db);
  expect(await ended()).toBe('flagged');
});
