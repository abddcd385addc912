import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loader } from '../../app/routes/api/pathways.ts';
import { LONGEST_Q } from '../../search/address.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { loadContextOver } from '../support/load-context.ts';
import { fillWithCorpus } from '../support/search-corpus.ts';
import { ENGINES, enginesOver, type TestedEngine } from '../support/search-engines.ts';

const Answer = z.object({
  total: z.number(),
  hits: z.array(z.object({ id: z.string(), origins: z.union([z.literal('any'), z.array(z.string())]) })),
  facets: z.record(z.string(), z.record(z.string(), z.number())),
  engine: z.string(),
});
const Problem = z.object({ status: z.number(), errors: z.array(z.object({ path: z.string(), message: z.string() })) });

let database: TestDatabase;
let ask: (engine: TestedEngine, query: string) => Promise<Response>;
beforeAll(async () => {
  database = await seededDatabase();
  await fillWithCorpus(database);
  const engineNamed = await enginesOver(database);
  ask = async (engine, query) =>
    loader({
      request: new Request(`http://localhost/api/v1/pathways?locale=en&${query}`),
      params: {},
      context: await loadContextOver(database.db, engineNamed(engine), {
        publicUrl: 'http://localhost',
        today: () => '2026-11-25',
      }),
    });
});

describe.each(ENGINES)('GET /pathways by $title', ({ name, skipped }) => {
  const answer = async (query: string) => {
    const response = await ask(name, query);
    expect(response.status).toBe(200);
    return Answer.parse(await response.json());
  };

  it.skipIf(skipped).each([
    ['a NUL', 'q=%00'],
    ['control characters', 'q=%01%02%7F%1B[0m%C2%85'],
    ['half a letter', 'q=%ED%A0%80'],
    ['bytes that are no text', 'q=%FF%FE'],
    ['signs', `q=${encodeURIComponent('!?"\'()[]{}&|:*<->\\/%_~')}`],
    ['a picture', `q=${encodeURIComponent('🙂👩🏽‍⚕️')}`],
    ['marks without a letter', `q=${encodeURIComponent('\u0301\u0651\u200d\u202e')}`],
  ])('finds nothing for %s alone, and nothing breaks', async (_, query) => {
    expect(await answer(query)).toMatchObject({ hits: [], total: 0 });
  });

  it.skipIf(skipped).each([
    ['a NUL before a word', 'q=%00nurse'],
    ['signs before a word', `q=${encodeURIComponent('"(-- nurse')}`],
    ['spaces of every kind', `q=${encodeURIComponent('\u00a0\u2003nurse\t\n')}`],
  ])('takes no notice of %s', async (_, query) => {
    expect((await answer(query)).total).toBe((await answer('q=nurse ')).total);
  });

  it.skipIf(skipped).each([
    ['destination', '"'],
    ['destination', "DE' or '1'='1"],
    ['destination', 'DE"] OR id EXISTS OR filters IN ["'],
    ['origin', '\\'],
    ['origin', 'PH\nDE'],
    ['origin', 'PH\u0000'],
    ['occupation', '2221"'],
    ['sector', 'A,B'],
    ['kind', 'seasonal\u0000'],
    ['status', '__proto__'],
    ['q', 'n'.repeat(LONGEST_Q + 1)],
    ['page', '0'],
    ['page', '1e9'],
    ['page', '99999999999999999999'],
    ['perPage', '101'],
    ['sort', 'id'],
  ])('says what is wrong with %s=%j', async (key, value) => {
    const response = await ask(name, `${key}=${encodeURIComponent(value)}`);
    expect(response.status).toBe(422);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(Problem.parse(await response.json()).errors.map(({ path }) => path)).toEqual([`/${key}`]);
  });

  it.skipIf(skipped)('takes a text as long as may be', async () => {
    for (const letter of ['n', 'م', '🙂', 'a ', 'ﷺ'])
      await answer(`q=${encodeURIComponent(letter.repeat(LONGEST_Q).slice(0, LONGEST_Q))}`);
  });

  it.skipIf(skipped)('takes no notice of keys that it does not know', async () => {
    expect(await answer('__proto__=1&utm_source=x&q[$ne]=1&destination[]=FR')).toEqual(await answer(''));
  });

  it.skipIf(skipped)('has nothing past the last page, and the same total', async () => {
    const { total } = await answer('');
    expect(await answer('page=999999999&perPage=100')).toMatchObject({ total, hits: [] });
  });

  it.skipIf(skipped)('finds «any» under every origin, and counts it under none', async () => {
    const all = await answer('perPage=100');
    const anyOrigin = all.hits.filter(({ origins }) => origins === 'any').map(({ id }) => id);
    expect(anyOrigin.length).toBeGreaterThan(0);
    const fromTonga = await answer('origin=TO&perPage=100');
    expect(fromTonga.hits.map(({ id }) => id)).toEqual(expect.arrayContaining(anyOrigin));
    expect(fromTonga.facets['origin']?.['TO']).toBe(fromTonga.hits.filter(({ origins }) => origins !== 'any').length);
    expect(fromTonga.facets['origin']).toEqual(all.facets['origin']);
  });
});
