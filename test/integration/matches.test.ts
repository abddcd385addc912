import Ajv2020 from 'ajv/dist/2020.js';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Pathway, Profile, Vacancy } from '../../app/domain/documents/index.ts';
import { isInEffect } from '../../app/domain/eligibility/in-effect.ts';
import { assessMatch } from '../../app/domain/matching/match.ts';
import { score } from '../../app/domain/matching/score.ts';
import { makeSeekers, makeVacancies } from '../../app/domain/population/labour-market.ts';
import { Person } from '../../app/domain/rule/person.ts';
import { action } from '../../app/routes/api/matches.ts';
import { openApi } from '../../app/server/openapi.server.ts';
import { keepCompiledPathways } from '../../app/use-cases/compiled-pathways.ts';
import { keepCompiledRequirements } from '../../app/use-cases/matching/compiled-requirements.ts';
import { bestVacancies } from '../../app/use-cases/matching/match-vacancies.ts';
import { readRequirements } from '../../app/use-cases/matching/read-requirements.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { loadContextOver } from '../support/load-context.ts';
import { seedPathways } from '../support/naive/seed.ts';
import { storeVacancies } from '../support/stored-vacancies.ts';

const ON = '2026-11-26';

type Ranked = [id: string, verdict: string | null, score: number];

const matcher = ({ db }: TestDatabase) => {
  const doors = { db, compiled: keepCompiledPathways(), requirements: keepCompiledRequirements() };
  return async (profile: Profile, limit: number, on = ON): Promise<Ranked[]> =>
    (await bestVacancies(doors, new Person(profile, on), limit)).map(
      ({ vacancy, verdict, score }): Ranked => [vacancy.id, verdict, score],
    );
};

describe('which vacancies are for somebody', () => {
  let database: TestDatabase;
  let best: ReturnType<typeof matcher>;
  const german = { id: 'german', fact: 'language', of: 'de', gte: 'B1' } as const;
  const paid = { id: 'paid', fact: 'offerWage', currency: 'EUR', per: 'month', gte: 2_500 } as const;
  const nurse: Profile = {
    ...{ type: 'profile', nationalities: ['PH'], offer: null },
    experience: [{ occupation: '2221', from: '2020-01' }],
  };
  const publish = (documents: readonly unknown[]) => importAll(database.db, documents, { onDocuments: projectChanged });

  beforeAll(async () => {
    database = await freshDatabase();
    best = matcher(database);
    const vacancy = (id: string, over: Partial<Vacancy> = {}) => aVacancy({ id, pathway: 'paid', ...over });
    const wage = (amount: number): Pick<Vacancy, 'wage'> => ({
      wage: { money: { amount, currency: 'EUR' }, per: 'month' },
    });
    const report = await publish([
      vacancy('before-its-pathway'),
      aPathway({ id: 'paid', eligibility: paid }),
      aPathway({ id: 'over', effective: { from: '2020-01-01', to: '2020-12-31' } }),
      vacancy('also', { places: 1 }),
      vacancy('cook', { occupation: '5120' }),
      vacancy('german', { requires: german }),
      vacancy('ill-paid', wage(2_499)),
      vacancy('late', { applyBy: '2026-11-25' }),
      vacancy('today', { applyBy: ON }),
      vacancy('full', { places: 0 }),
      vacancy('flagged'),
      vacancy('drafted'),
      vacancy('not-in-effect', { pathway: 'over' }),
    ]);
    expect(report.problems).toEqual([]);
    await sql`update vacancy set flags = '[{"path":"","message":"odd"}]' where id = 'flagged'`.execute(database.db);
    await sql`update vacancy set stage = 'draft' where id = 'drafted'`.execute(database.db);
  });

  it('ranks those that are open, eligible before possible, by score and then id', async () => {
    expect(await best(nurse, 20)).toEqual([
      ['also', 'eligible', 100],
      ['before-its-pathway', 'eligible', 100],
      ['today', 'eligible', 100],
      ['cook', 'eligible', 0],
      ['german', 'possible', 100],
    ]);
    expect((await best(nurse, 2)).map(([id]) => id)).toEqual(['also', 'before-its-pathway']);
    expect((await best({ ...nurse, nationalities: ['KR'] }, 20)).length).toBe(0);
    expect((await best({ ...nurse, languages: [] }, 20)).map(([id]) => id)).not.toContain('german');
  });

  it('takes the day that is asked for, and what was in effect then', async () => {
    expect((await best(nurse, 20, '2020-06-01')).map(([id]) => id)).toEqual(['not-in-effect']);
  });

  it('judges by what a pathway says now', async () => {
    await publish([aPathway({ id: 'paid', eligibility: { ...paid, gte: 3_001 } })]);
    expect(await best(nurse, 20)).toEqual([]);
    await publish([aPathway({ id: 'paid', eligibility: { ...paid, gte: 2_499 } })]);
    expect((await best(nurse, 20)).map(([id]) => id)).toContain('ill-paid');
  });

  it('reads what was recorded before it was known what vacancies require', async () => {
    await sql`update vacancy set requirement = null`.execute(database.db);
    expect(await best(nurse, 20)).toEqual([]);
    await database.db.transaction().execute((trx) => readRequirements(trx, 'missing'));
    expect((await best(nurse, 20)).length).toBe(6);
  });

  it('answers a call as it is described', async () => {
    const context = await loadContextOver(database.db, postgresEngine(database.db), {
      ...{ publicUrl: 'http://localhost', today: () => ON },
    });
    const call = async (body: unknown) => {
      const request = new Request('http://localhost/api/v1/matches', {
        ...{ method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
      });
      return action({ request, context, params: {} });
    };
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(openApi('http://localhost'), 'openapi');
    const at = '/paths/~1matches/post/responses/200/content/application~1json/schema';
    const isDescribed = ajv.compile({ $ref: `openapi#${at}` });
    for (const profile of [nurse, { ...nurse, skills: [], languages: [], availableFrom: ON }]) {
      const answer = await (await call({ profile })).json();
      expect(answer.vacancies.length).toBeGreaterThan(0);
      expect([isDescribed(answer), isDescribed.errors]).toEqual([true, null]);
    }
    for (const limit of [0, 1_001, 1.5]) {
      const refused = await call({ profile: nurse, limit });
      expect([refused.status, (await refused.json()).errors[0].path]).toEqual([422, '/limit']);
    }
    expect((await call({ profile: { ...nurse, birthDate: '2027-01-01' } })).status).toBe(422);
  });
});

describe('of many vacancies', () => {
  const MANY = 1_200;
  const pathways: Pathway[] = seedPathways.filter((pathway) => isInEffect(pathway, ON));
  const vacancies = makeVacancies(pathways, { count: MANY, seed: 11, on: ON });
  const byId = new Map(pathways.map((pathway) => [pathway.id, pathway]));

  /** Every vacancy judged and scored by itself, all of them sorted. */
  function exhaustive(profile: Profile, limit: number): Ranked[] {
    const person = new Person(profile, ON);
    return vacancies
      .flatMap((vacancy): Ranked[] => {
        const pathway = byId.get(vacancy.pathway);
        if (pathway === undefined) return [];
        const { verdict } = assessMatch(pathway, vacancy, person);
        return verdict === 'ineligible' ? [] : [[vacancy.id, verdict, score(profile, vacancy, ON).score]];
      })
      .sort(([idA, a, scoreA], [idB, b, scoreB]) => {
        if (a !== b) return a === 'eligible' ? -1 : 1;
        return scoreB - scoreA || (idA < idB ? -1 : 1);
      })
      .slice(0, limit);
  }

  it('ranks those that judging and scoring every single one does', { timeout: 120_000 }, async () => {
    const database = await freshDatabase();
    const report = await importAll(database.db, pathways);
    expect(report.problems).toEqual([]);
    await storeVacancies(database.db, vacancies);
    const best = matcher(database);
    const able = makeSeekers(pathways, { count: 40, seed: 6, on: ON }).find(({ skills }) => (skills ?? []).length > 0);
    if (able === undefined) throw new Error('nobody has skills');
    const seekers: Profile[] = [
      { type: 'profile' },
      { type: 'profile', experience: [], skills: [], languages: [], availableFrom: ON },
      ...makeSeekers(pathways, { count: 13, seed: 5, on: ON }),
      { ...able, skills: [...(able.skills ?? []), ...Array.from({ length: 40 }, (_, at) => `a skill ${at}`)] },
    ];
    const verdicts = new Set<string | null>();
    for (const [at, profile] of seekers.entries()) {
      const limit = [1, 20, 300][at % 3] ?? 20;
      const found = await best(profile, limit);
      expect(found).toEqual(exhaustive(profile, limit));
      for (const [, verdict] of found) verdicts.add(verdict);
    }
    expect(verdicts).toEqual(new Set(['eligible', 'possible']));
  });
});
