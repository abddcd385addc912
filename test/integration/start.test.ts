import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { bringUpToDate, prepareDatabase } from '../../app/server/start.server.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { countDocuments } from '../../db/queries/edition.ts';
import { loadLabels } from '../../db/queries/reference.ts';
import { emptyDatabase, seededDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aQuota, seedDocuments } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

const SEEDED = {
  pathway: seedDocuments.pathway().length,
  procedure: seedDocuments.procedure().length,
  quota: seedDocuments.quota().length,
  vacancy: 0,
  'pathway-test': 0,
};

const silent = { progress: () => undefined };

async function prepared(database: TestDatabase): Promise<string[]> {
  const said: string[] = [];
  await prepareDatabase(database, { progress: (line) => said.push(line) });
  return said;
}

const projected = async ({ db }: TestDatabase, id: string) =>
  db.selectFrom('search_pathway').select(['places', 'revision']).where('id', '=', id).executeTakeFirst();

describe('preparing a database', () => {
  it('makes schema, reference data and seed of nothing, and says so; again it does nothing', async () => {
    const database = await emptyDatabase();
    expect(await prepared(database)).toEqual([
      expect.stringMatching(/^Database schema: .*ground/),
      expect.stringMatching(/^Reference data: .*occupations/),
      `Seed: ${SEEDED.pathway} pathways`,
      `Seed: ${SEEDED.procedure} procedures`,
      `Seed: ${SEEDED.quota} quotas`,
    ]);
    expect(await countDocuments(database.db)).toEqual(SEEDED);
    expect(await prepared(database)).toEqual([]);
  });

  it('may be done by several at once', async () => {
    const database = await emptyDatabase();
    await Promise.all([prepared(database), prepared(database)]);
    expect(await countDocuments(database.db)).toEqual(SEEDED);
    const { rows } = await sql`select from document_version where version > 1`.execute(database.db);
    expect(rows).toEqual([]);
  });

  it('completes a seed that a killed start left half-way', async () => {
    const database = await emptyDatabase();
    await bringUpToDate(database, silent);
    await importAll(database.db, seedDocuments.pathway(), { by: 'seed', onDocuments: projectChanged });
    expect(await prepared(database)).toEqual([`Seed: ${SEEDED.procedure} procedures`, `Seed: ${SEEDED.quota} quotas`]);
    expect(await countDocuments(database.db)).toEqual(SEEDED);
  });

  it('seeds nothing beside the documents of others', async () => {
    const database = await emptyDatabase();
    await bringUpToDate(database, silent);
    await importAll(database.db, [aPathway()], { by: 'cli' });
    expect(await prepared(database)).toEqual([]);
    expect(await countDocuments(database.db)).toEqual({
      pathway: 1,
      procedure: 0,
      quota: 0,
      vacancy: 0,
      'pathway-test': 0,
    });
  });
});

describe('the search copy', () => {
  it('follows a quota that moves, at both of its pathways', async () => {
    const database = await seededDatabase();
    const period = { from: '2020-01-01' };
    const options = { onDocuments: projectChanged };
    await importAll(database.db, [aPathway({ id: 'old' }), aPathway({ id: 'new' })], options);
    await importAll(database.db, [aQuota({ id: 'moved', pathway: 'old', period })], options);
    expect([await projected(database, 'old'), await projected(database, 'new')]).toMatchObject([
      { places: 100 },
      { places: null },
    ]);
    await importAll(database.db, [aQuota({ id: 'moved', pathway: 'new', period })], options);
    expect([await projected(database, 'old'), await projected(database, 'new')]).toMatchObject([
      { places: null },
      { places: 100 },
    ]);
  });

  it('is written anew when the words of occupations are loaded anew', async () => {
    const database = await seededDatabase();
    await importAll(database.db, [aPathway()], { onDocuments: projectChanged });
    await sql`delete from search_pathway where id = 'de-test'`.execute(database.db);
    await bringUpToDate(database, silent);
    expect(await projected(database, 'de-test')).toBeUndefined();
    await sql`update reference_load set hash = 'of an older release' where name = 'occupations'`.execute(database.db);
    await bringUpToDate(database, silent);
    expect(await projected(database, 'de-test')).toBeDefined();
  });
});

it('names codes in the language asked for, else in English, else by themselves', async () => {
  const database = await seededDatabase();
  const labels = await loadLabels(database.db);
  expect(labels.occupationCodes).toHaveLength(619);
  expect(labels.occupationCodes).toEqual([...labels.occupationCodes].sort());
  expect(labels.occupation('2221', 'fr')).toMatch(/infirmier/i);
  expect(labels.occupation('2221', 'bn')).toBe(labels.occupation('2221', 'en'));
  expect(labels.occupation('0000', 'en')).toBe('0000');
  expect(labels.synonyms('2221', 'en')).toContain('registered nurse');
  expect(labels.synonyms('2221', 'xx')).toEqual([]);
  expect(labels.sector('A', 'es')).toMatch(/^Agricultura/);
  expect(labels.word('paper', 'account', 'fr')).toBe('compte en ligne');
  expect(labels.word('paper', 'no-such-paper', 'fr')).toBe('no such paper');
});
