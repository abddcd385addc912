import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { listClassification } from '../../db/queries/classification.ts';
import { conceptsNamed, searchOccupations } from '../../db/queries/occupation.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await seededDatabase();
});

const codes = async (q: string, language?: string, limit = 5) =>
  (await searchOccupations(database.db, { q, limit, ...(language && { language }) })).map(({ code }) => code);

describe('ISCO-08', () => {
  it('has its 10, 43, 130 and 436 groups, each with a title in four languages', async () => {
    const { rows } = await sql<{ level: number; groups: number; titles: number }>`
      select level, count(distinct code) as groups, count(*) as titles
      from isco_group join occupation_term using (code) where kind = 'title' group by level order by level`.execute(
      database.db,
    );
    expect(rows).toEqual([
      { level: 1, groups: 10, titles: 40 },
      { level: 2, groups: 43, titles: 172 },
      { level: 3, groups: 130, titles: 520 },
      { level: 4, groups: 436, titles: 1744 },
    ]);
  });
});

describe('a job title', () => {
  it.each([
    ['nurse', 'en', '2221'],
    ['nurce', 'en', '2221'],
    ['enfermera', 'es', '2221'],
    ['enfermra', 'es', '2221'],
    ['INFIRMIERE', 'fr', '2221'],
    ['ممرضة', 'ar', '2221'],
    ['مُمَرِّضه', 'ar', '2221'],
    ['weldr', 'en', '7212'],
    ['soudeur', 'fr', '7212'],
    ['albañil', 'es', '7112'],
    ['albanil', 'es', '7112'],
    ['truck driver', 'en', '8332'],
    ['cook', 'en', '5120'],
  ])('%s (%s) is found as %s', async (q, language, code) => expect(await codes(q, language)).toContain(code));

  it('is one row a group, best first, labelled in the language asked for', async () => {
    const hits = await searchOccupations(database.db, { q: 'nurse', language: 'ar', limit: 100 });
    expect(new Set(hits.map(({ code }) => code)).size).toBe(hits.length);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    expect(hits[0]?.label).toMatch(/\p{Script=Arabic}/u);
    for (const { score } of hits) expect(score > 0 && score <= 1).toBe(true);
  });

  it('by its code is the group and those below it', async () => {
    expect(await codes('222')).toEqual(['222', '2221', '2222']);
    expect(await codes('9999')).toEqual([]);
  });

  it.each(['', '   ', '%', '_', '\\', "'", '\u0000', 'x'.repeat(5000), '((', '🙂'])('%j harms nothing', async (q) => {
    expect(await searchOccupations(database.db, { q, limit: 3 })).toEqual(expect.any(Array));
  });
});

describe('what a text names', () => {
  it.each([
    ['Nurse', ['2221']],
    ['ALBANIL', ['7112']],
    ['مُمَرِّضه', ['2221']],
    ['nurs', []],
    ['nurse in Bavaria', []],
    ['', []],
  ])('%j is %j', async (q, codes) => expect(await conceptsNamed(database.db, q)).toEqual(codes));
});

describe('classifications', () => {
  it.each([
    ['isic', 21],
    ['isced', 9],
    ['cefr', 6],
  ] as const)('%s has its %i entries in every language', async (scheme, count) => {
    for (const language of ['en', 'es', 'fr', 'ar']) {
      const entries = await listClassification(database.db, scheme, language);
      expect(entries).toHaveLength(count);
      expect(new Set(entries.map((entry) => entry.language))).toEqual(new Set([language]));
    }
  });
});
