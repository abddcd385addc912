import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { conceptsNamed, countEscoOccupations, searchGroups, searchOccupations } from '../../db/queries/occupation.ts';
import { loadReference } from '../../db/reference/load.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { ESCO_EXAMPLE, importFolder, realEsco } from '../support/esco.ts';
import { scratchFolder } from '../support/processes.ts';
import { meanReciprocalRank } from '../support/reciprocal-rank.ts';

describe('the example of an ESCO download', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await seededDatabase();
    await importFolder(database.db, ESCO_EXAMPLE);
  });

  const find = (q: string, language?: string) =>
    searchOccupations(database.db, { q, limit: 20, ...(language && { language }) });

  it('makes occupations concepts, found in each of its languages and labelled in the reader’s', async () => {
    const [best] = await find('Krankenschwestern', 'en');
    expect(best).toMatchObject({
      uri: 'http://example.org/esco/occupation/nurse-responsible-for-general-care',
      code: '2221.1',
      isco: '2221',
      label: 'nurse responsible for general care',
      matched: 'Krankenschwester',
      language: 'de',
    });
  });

  it.each([
    ['the occupation before its group', 'midwives', 'en', '2222.1'],
    ['by what joins to one word', 'Krankenpflegefachkraft', 'de', '2221.1'],
    ['with a typo', 'bricklyer', 'en', '7112.1'],
    ['by a beginning', 'Restaurantfach', 'de', '5131.1'],
    ['for any gender', 'Kellner (m/w/d)', 'de', '5131.1'],
    ['with the gender after a slash', 'Rinderzüchter/-in', 'de', '6121.1'],
    ['without a language', 'Lastkraftwagenfahrerin', undefined, '8332.1'],
  ])('%s: %s', async (_, q, language, code) => expect((await find(q, language))[0]?.code).toBe(code));

  it('leaves what this project calls the groups where it was', async () =>
    expect((await find('ممرضة', 'ar')).map(({ isco }) => isco)).toContain('2221'));

  it('gives every row an address: that of the files, or ESCO’s own for a group that they leave out', async () => {
    const uris = new Map((await find('222')).map(({ code, uri }) => [code, uri]));
    expect(uris.get('2221')).toBe('http://example.org/esco/isco/C2221');
    expect(uris.get('222')).toBe('http://data.europa.eu/esco/isco/C222');
    expect([...uris.values()]).not.toContain(undefined);
  });

  it('keeps to ISCO-08 where only that will do, one row a group', async () => {
    const hits = await searchGroups(database.db, { q: 'nurse', language: 'en', limit: 20 });
    expect(hits[0]).toMatchObject({ code: '2221', label: 'Nursing professionals' });
    expect(new Set(hits.map(({ code }) => code)).size).toBe(hits.length);
  });

  it.each([
    ['Kellnerinnen', ['5131']],
    ['trucker', ['8332']],
    ['trucker in Bavaria', []],
  ])('%j names %j', async (q, codes) => expect(await conceptsNamed(database.db, q)).toEqual(codes));

  it('is replaced by the next import, and unchanged by the same', async () => {
    const stored = async () => {
      const names = await sql`select * from occupation_name order by concept, language, name, esco`.execute(
        database.db,
      );
      const marks = await sql`select * from occupation_mark order by language, mark`.execute(database.db);
      return { names: names.rows, marks: marks.rows };
    };
    const before = await stored();
    await importFolder(database.db, ESCO_EXAMPLE);
    expect(await stored()).toEqual(before);
    await importFolder(database.db, ESCO_EXAMPLE, ['en']);
    expect(await conceptsNamed(database.db, 'Pflegefachkraft')).toEqual([]);
    await importFolder(database.db, ESCO_EXAMPLE);
    expect(await stored()).toEqual(before);
  });

  it('stays when the reference data is loaded anew', async () => {
    await sql`delete from reference_load`.execute(database.db);
    await loadReference(database.db);
    expect(await countEscoOccupations(database.db)).toBe(7);
    expect(await conceptsNamed(database.db, 'Pflegefachkraft')).toEqual(['2221']);
  });
});

describe('a download that will not do', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await seededDatabase();
  });
  const HEADER = 'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description,code';
  const row = (rest: string) => `${HEADER}\nOccupation,${rest}\n`;
  it.each([
    [
      'lacks a column',
      'conceptType,conceptUri,preferredLabel\n',
      /occupations_fr\.csv: it has no column iscoGroup, code, altLabels\. To mend: /,
    ],
    [
      'names no group',
      row('http://example.org/a,9999,infirmier,,released,,9999.1'),
      /row 1: iscoGroup is "9999", which is no code of ISCO-08/,
    ],
    ['has no label', row('http://example.org/a,2221,,,released,,2221.1'), /row 1: preferredLabel is empty/],
    ['has no address', row('a,2221,infirmier,,released,,2221.1'), /row 1: conceptUri is "a", which is no address/],
    ['is no CSV', row('"http://example.org/a'), /row 1: it is not CSV: Quote Not Closed/],
    ['is empty', '', /occupations_fr\.csv: there is nothing in it/],
    [
      'is in Latin 1',
      Buffer.from(row('http://example.org/a,2221,infirmière,,released,,2221.1'), 'latin1'),
      /it is not in UTF-8/,
    ],
    [
      'gives an occupation twice',
      `${row('http://example.org/a,2221,infirmier,,released,,2221.1')}Occupation,http://example.org/a,2221,infirmier,,released,,2221.1\n`,
      /row 2: http:\/\/example\.org\/a is given twice/,
    ],
    [
      'is of another edition',
      row('http://example.org/esco/occupation/cook,9412,cuisinier,,released,,9412.1'),
      /is in group 9412, and in 5120 in occupations_en\.csv\. To mend: take all files from one edition/,
    ],
  ])('%s: nothing is changed', async (_, text, problem) => {
    const { db } = database;
    const folder = await scratchFolder();
    await writeFile(
      path.join(folder, 'occupations_en.csv'),
      await readFile(path.join(ESCO_EXAMPLE, 'occupations_en.csv')),
    );
    await writeFile(path.join(folder, 'occupations_fr.csv'), text);
    await expect(importFolder(db, folder)).rejects.toThrow(problem);
    expect(await countEscoOccupations(db)).toBe(0);
    expect(
      (await searchOccupations(db, { q: 'nurse', language: 'en', limit: 5 })).every(({ uri }) => uri === undefined),
    ).toBe(true);
  });
});

/** Titles as people write them, each with its group of ISCO-08; written for this project. */
const Title = z.object({ language: z.string(), title: z.string(), isco: z.string() });
const titles = async () =>
  z
    .array(Title)
    .parse(parse(await readFile(new URL('../data/job-titles.csv', import.meta.url), 'utf8'), { columns: true }));

async function rankOf({ db }: TestDatabase, language: string): Promise<number> {
  const places: number[] = [];
  for (const { title, isco } of (await titles()).filter((one) => one.language === language)) {
    const hits = await searchGroups(db, { q: title, language, limit: 20 });
    places.push(hits.findIndex(({ code }) => code === isco));
  }
  return meanReciprocalRank(places);
}

describe('job titles as people write them find their group', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await seededDatabase();
  });
  it.each([
    ['en', 0.92],
    ['fr', 0.88],
    ['es', 0.9],
    ['ar', 0.92],
  ])('in %s, by ISCO-08 alone: mean reciprocal rank of %d or more', async (language, least) =>
    expect(await rankOf(database, language)).toBeGreaterThanOrEqual(least),
  );
});

describe.skipIf(realEsco === undefined)('the real ESCO (skipped where ../shared/data/esco is not there)', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await seededDatabase();
    if (realEsco !== undefined) await importFolder(database.db, realEsco, ['de', 'en', 'es', 'fr', 'pl']);
  }, 240_000);
  it.each([
    ['en', 0.92],
    ['de', 0.95],
    ['fr', 0.9],
    ['es', 0.95],
    ['pl', 0.88],
    ['ar', 0.92],
  ])('in %s: mean reciprocal rank of %d or more', async (language, least) =>
    expect(await rankOf(database, language)).toBeGreaterThanOrEqual(least),
  );

  it.each([
    ['serveur', 'en', '5131'],
    ['Kellnerin', 'fr', '5131'],
    ['pielęgniarka', 'es', '2221'],
  ])('a title in another language than the reader’s: %s (%s)', async (q, language, isco) => {
    const [best] = await searchOccupations(database.db, { q, language, limit: 1 });
    expect(best).toMatchObject({ isco, uri: expect.stringMatching(/^http:\/\/data\.europa\.eu\/esco\//) });
  });
});
