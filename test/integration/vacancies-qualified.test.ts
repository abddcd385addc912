import { beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '../../app/domain/documents/index.ts';
import { isInEffect } from '../../app/domain/eligibility/in-effect.ts';
import { makeSeekers, makeVacancies } from '../../app/domain/population/labour-market.ts';
import { Person } from '../../app/domain/rule/person.ts';
import { loader } from '../../app/routes/check/vacancies.tsx';
import { keepCompiledPathways } from '../../app/use-cases/compiled-pathways.ts';
import { keepCompiledRequirements } from '../../app/use-cases/matching/compiled-requirements.ts';
import { bestVacancies } from '../../app/use-cases/matching/match-vacancies.ts';
import { type MatchDoors, openRequirements } from '../../app/use-cases/matching/open-requirements.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import type { VacancyQuery } from '../../search/engine.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { projectVacanciesAnew } from '../../search/vacancy/project.ts';
import { emptyVacancySearch } from '../../search/vacancy/query.ts';
import { verifySearch } from '../../search/verify.server.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { loadContextOver } from '../support/load-context.ts';
import { seedPathways } from '../support/naive/seed.ts';
import { ENGINES, enginesOver, type TestedEngine } from '../support/search-engines.ts';
import { storeVacancies } from '../support/stored-vacancies.ts';

const ON = '2026-11-26';
const MANY = 500;

const query = (over: Partial<VacancyQuery>): VacancyQuery => ({
  ...{ ...emptyVacancySearch, perPage: 100, locale: 'en', on: ON },
  ...over,
});

const pathways = seedPathways.filter((pathway) => isInEffect(pathway, ON));
const vacancies = makeVacancies(pathways, { count: MANY, seed: 3, on: ON });
const seekers: Profile[] = [{ type: 'profile' }, ...makeSeekers(pathways, { count: 7, seed: 9, on: ON })];

const doorsOver = ({ db }: TestDatabase): MatchDoors => ({
  ...{ db, compiled: keepCompiledPathways(), requirements: keepCompiledRequirements() },
});

describe('vacancies that somebody qualifies for', () => {
  let doors: MatchDoors;
  let engineNamed: Awaited<ReturnType<typeof enginesOver>>;

  beforeAll(async () => {
    const database = await freshDatabase();
    const report = await importAll(database.db, pathways, { onDocuments: projectChanged });
    expect(report.problems).toEqual([]);
    await storeVacancies(database.db, vacancies);
    await database.db.transaction().execute(projectVacanciesAnew);
    engineNamed = await enginesOver(database);
    doors = doorsOver(database);
  }, 120_000);

  /** By verdict, as matching has it. */
  async function matched(profile: Profile): Promise<Record<'eligible' | 'possible', string[]>> {
    const all = await bestVacancies(doors, new Person(profile, ON), MANY);
    const of = (wanted: string) => all.filter(({ verdict }) => verdict === wanted).map(({ vacancy }) => vacancy.id);
    return { eligible: of('eligible').sort(), possible: of('possible').sort() };
  }

  function contract(name: TestedEngine): void {
    const search = (over: Partial<VacancyQuery>) => engineNamed(name).searchVacancies(query(over));
    const idsOn = async (over: Partial<VacancyQuery>) =>
      (await search(over)).hits.map(({ vacancy }) => vacancy.posting.vacancy.id);
    const everyPage = async (over: Partial<VacancyQuery>) => {
      const { total } = await search({ ...over, perPage: 1 });
      const pages = Array.from({ length: Math.ceil(total / 30) + 1 }, (_, at) => at + 1);
      const found = await Promise.all(pages.map((page) => idsOn({ ...over, page, perPage: 30 })));
      return found.flat();
    };

    it.each(seekers.map((profile, at) => [at, profile] as const))(
      'are those of matching, for seeker %i',
      async (_, profile) => {
        const { eligible, possible } = await matched(profile);
        const open = await openRequirements(doors, new Person(profile, ON));
        const only = await everyPage({ requirements: [open.eligible], sort: 'wage' });
        expect([...only].sort()).toEqual(eligible);
        const both = await everyPage({ requirements: [open.eligible, open.possible], sort: 'wage' });
        expect(both.slice(0, eligible.length)).toEqual(only);
        expect(both.slice(eligible.length).sort()).toEqual(possible);
      },
    );

    it('are counted by every facet, narrowed by every filter, and found by words, of these alone', async () => {
      const profile = seekers.at(-1) ?? { type: 'profile' };
      const { eligible, possible } = await matched(profile);
      const open = await openRequirements(doors, new Person(profile, ON));
      const requirements = [open.eligible, open.possible];
      const mine = new Set([...eligible, ...possible]);
      const ofMine = vacancies.filter(({ id }) => mine.has(id));
      const { facets, total } = await search({ requirements });
      expect(total).toBe(mine.size);
      const byDestination: Record<string, number> = {};
      for (const { destination } of ofMine) byDestination[destination] = (byDestination[destination] ?? 0) + 1;
      expect(facets.destination).toEqual(byDestination);
      const [destination = ''] = Object.keys(byDestination);
      const narrowed = await search({ requirements, filters: { destination: [destination] } });
      expect([narrowed.total, narrowed.facets.destination]).toEqual([byDestination[destination], byDestination]);
      const word = ofMine[0]?.title.en.split(' ')[0] ?? '';
      const worded = await everyPage({ q: word });
      const wordedMine = await everyPage({ q: word, requirements });
      expect(wordedMine.length).toBeGreaterThan(0);
      expect([...wordedMine].sort()).toEqual(worded.filter((id) => mine.has(id)).sort());
      const firstPossible = wordedMine.findIndex((id) => possible.includes(id));
      expect(wordedMine.slice(firstPossible).every((id) => firstPossible === -1 || possible.includes(id))).toBe(true);
    });
  }

  describe.each(ENGINES)('$title', ({ name, skipped }) => {
    describe.skipIf(skipped)('finds:', () => contract(name));
  });

  it('are some, and not all, of either kind', async () => {
    const counts = await Promise.all(seekers.map(matched));
    const sum = (of: 'eligible' | 'possible') => counts.reduce((total, one) => total + one[of].length, 0);
    for (const total of [sum('eligible'), sum('possible')]) {
      expect(total).toBeGreaterThan(seekers.length);
      expect(total).toBeLessThan(MANY * seekers.length);
    }
  });
});

it('follow their pathway when it asks for something else', async () => {
  const database = await freshDatabase();
  const doors = doorsOver(database);
  const paid = (gte: number) =>
    aPathway({
      id: 'paid',
      eligibility: { id: 'paid', fact: 'offerWage', currency: 'EUR', per: 'month', gte },
    });
  const publish = (documents: readonly unknown[]) => importAll(database.db, documents, { onDocuments: projectChanged });
  const wage = { money: { amount: 2_800, currency: 'EUR' }, per: 'month' } as const;
  await publish([paid(2_500), aVacancy({ id: 'v', pathway: 'paid', wage })]);
  const found = async () => {
    const open = await openRequirements(doors, new Person({ type: 'profile', nationalities: ['PH'] }, ON));
    const { hits } = await postgresEngine(database.db).searchVacancies(query({ requirements: [open.eligible] }));
    return hits.map(({ vacancy }) => vacancy.posting.vacancy.id);
  };
  expect(await found()).toEqual(['v']);
  await publish([paid(3_000)]);
  expect([await found(), await verifySearch(database.db, undefined, ON)]).toEqual([[], []]);
  await publish([paid(2_000)]);
  expect([await found(), await verifySearch(database.db, undefined, ON)]).toEqual([['v'], []]);
});

describe('the list of a check', () => {
  const german = { id: 'german', fact: 'language', of: 'de', gte: 'B1' } as const;
  const page = async (query: Record<string, string>) => {
    const database = await freshDatabase();
    const pathway = aPathway({ id: 'open', eligibility: { all: [] } });
    const report = await importAll(
      database.db,
      [
        pathway,
        aVacancy({ id: 'anybody', pathway: 'open' }),
        aVacancy({ id: 'german', pathway: 'open', requires: german }),
        aVacancy({ id: 'hopeless', pathway: 'open', requires: { any: [] } }),
      ],
      { onDocuments: projectChanged },
    );
    expect(report.problems).toEqual([]);
    const context = await loadContextOver(database.db, postgresEngine(database.db), {
      ...{ publicUrl: 'http://localhost', today: () => ON },
    });
    const request = new Request(`http://localhost/en/check/vacancies?${new URLSearchParams(query)}`);
    const { data, init } = await loader({ request, context, params: { locale: 'en' } });
    expect(new Headers(init?.headers).get('Cache-Control')).toBe('no-store');
    return data.known;
  };

  it('says of each vacancy what it comes to, counts each kind, and keeps to the check', async () => {
    const check = 'citizen=PH';
    const known = await page({ check, qualify: 'all' });
    expect(known?.qualifying).toMatchObject({
      verdicts: { anybody: 'eligible', german: 'possible', hopeless: 'ineligible' },
      counts: { eligible: 1, possible: 2, all: 3 },
      check: { query: check },
    });
    expect((await page({ check: 'citizen=PH&speaks=de_A2' }))?.list.rows.map(({ id }) => id)).toEqual(['anybody']);
    expect((await page({ check: `${check}&speaks=de_B2` }))?.list.total).toBe(2);
  });

  it('tells what of its address means nothing', async () => {
    const known = await page({ check: 'citizen=ZZ', qualify: 'maybe' });
    expect(known?.list.bad).toMatchObject([{ key: 'qualify', value: 'maybe' }]);
    expect(known?.qualifying.check?.bad).toEqual([{ key: 'citizen', value: 'ZZ' }]);
  });

  it('is of nobody where nothing is known', async () => expect(await page({ q: 'nurse' })).toBeNull());
});
