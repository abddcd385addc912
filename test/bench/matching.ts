import { sql } from 'kysely';
import type { Pathway, PersonRule, Vacancy } from '../../app/domain/documents/index.ts';
import { isInEffect } from '../../app/domain/eligibility/in-effect.ts';
import { makeSeekers } from '../../app/domain/population/labour-market.ts';
import { Person } from '../../app/domain/rule/person.ts';
import { prepareDatabase } from '../../app/server/start.server.ts';
import { keepCompiledPathways } from '../../app/use-cases/compiled-pathways.ts';
import { seedExample } from '../../app/use-cases/example/seed-example.ts';
import { keepCompiledRequirements } from '../../app/use-cases/matching/compiled-requirements.ts';
import { bestVacancies } from '../../app/use-cases/matching/match-vacancies.ts';
import { openRequirements } from '../../app/use-cases/matching/open-requirements.ts';
import type { Connection, Db } from '../../db/client.server.ts';
import { rankWorkers } from '../../db/queries/found-worker.ts';
import { todayOf } from '../../db/queries/today.ts';
import { isOpen } from '../../db/queries/vacancy.ts';
import { matchToSql } from '../../db/rule-to-sql.ts';
import type { SearchIndex } from '../../search/copy.ts';
import { isOneOf } from '../../search/filter.ts';
import { dayNumber } from '../../search/vacancy/copy.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { seedPathways } from '../support/naive/seed.ts';
import { withOwnDatabase } from '../support/own-database.ts';
import { withIndexes } from './fed-index.ts';
import { assertSame, inTurns, quantile, type Row, timed } from './measure.ts';
import { makeRulesEngine } from './peers/json-rules-engine.ts';
import { fillProfiles, HIRED_BY_HAND } from './stored-profiles.ts';

const ON = '2026-11-23';
const ROUNDS = 11;
const SAMPLE = 2_000;
const SEEKERS = 12;
const BEST = 20;

type Options = { profiles?: number; vacancies?: number };

const eligibility: PersonRule = {
  all: [
    { id: 'offered', fact: 'offer', eq: true },
    { id: 'paid', fact: 'offerWage', currency: 'EUR', per: 'month', gte: 2_500 },
    { id: 'adult', fact: 'age', gte: 21 },
    { id: 'young', fact: 'age', lt: 45 },
    { id: 'clear', fact: 'criminalRecord', eq: true },
  ],
};
const requires: PersonRule = {
  all: [
    { id: 'german', fact: 'language', of: 'de', gte: 'B1' },
    {
      any: [
        { id: 'worked', fact: 'experience', of: ['222', '322'], gte: 24 },
        { id: 'recognised', fact: 'qualification', of: ['2221'], gte: 'recognised' },
      ],
    },
  ],
};
const pathway: Pathway = aPathway({ id: 'nurses', origins: ['PH', 'IN', 'TN'], eligibility });
const vacancy: Vacancy = aVacancy({
  ...{ pathway: 'nurses', requires, startOn: '2027-03-01' },
  languages: [{ language: 'de', cefr: 'B1' }],
});

const median = (values: readonly number[]) => quantile(values, 0.5);
const ratios = (over: readonly number[], under: readonly number[]) =>
  median(over.map((time, at) => time / (under[at] ?? Number.NaN)));

/** What json-rules-engine compares, worked out for it beforehand. */
type Plain = Record<'age' | 'nationality' | 'german' | 'clear' | 'worked' | 'recognised', number | string | boolean>;

const PLAIN = `
  select coalesce(extract(year from age(date '${ON}', birth_date))::integer, 0) as age, nationalities[1] as nationality,
    'de:B1' = any(language_levels) as german, coalesce(criminal_record, false) as clear,
    coalesce(covered(work_months[array_position(work_groups, '222')] * '{[0,24322]}'::int4multirange), 0) as worked,
    '2221:DE' = any(qualification_standings) as recognised
  from profile_facts limit ${SAMPLE}`;

const engine = () =>
  makeRulesEngine([
    {
      all: [
        { fact: 'age', operator: 'gte', value: 21 },
        { fact: 'age', operator: 'lt', value: 45 },
        { fact: 'nationality', operator: 'in', value: ['PH', 'IN', 'TN'] },
        { fact: 'clear', operator: 'eq', value: true },
        { fact: 'german', operator: 'eq', value: true },
        {
          any: [
            { fact: 'worked', operator: 'gte', value: 24 },
            { fact: 'recognised', operator: 'eq', value: true },
          ],
        },
      ],
    },
  ]);

/** One vacancy before all stored profiles. */
async function vacancyToWorkers({ db, pool }: Connection, profiles: number): Promise<Row[]> {
  await fillProfiles(pool, profiles);
  const ours = async () => {
    const rule = matchToSql(pathway, vacancy, ON) ?? sql<boolean>`false`;
    const { rows } = await sql<{ met: number }>`select count(*) as met from profile_facts where ${rule}`.execute(db);
    return rows[0]?.met;
  };
  const byHand = async () => (await pool.query<{ met: number }>(HIRED_BY_HAND)).rows[0]?.met;
  assertSame('one vacancy over stored profiles', await ours(), await byHand());
  const bySql = await inTurns(
    ROUNDS,
    () => timed(ours),
    () => timed(byHand),
  );
  const { rows: sample } = await pool.query<Plain>(PLAIN);
  const met = engine();
  const loop = async () => {
    for (const facts of sample) await met(facts);
  };
  const perSample = await inTurns(
    3,
    () => timed(loop),
    () => timed(loop),
  );
  const byEngine = (median(perSample.ours) * profiles) / sample.length;
  const ranked = await inTurns(
    5,
    () => timed(() => rankWorkers(db, { pathway, vacancy, on: ON }, 20)),
    () => timed(ours),
  );
  const what = `one vacancy over ${profiles} stored profiles`;
  return [
    { what: `${what}: ours / SQL by hand`, value: ratios(bySql.ours, bySql.peer), unit: 'times', goal: '≤ 1.1' },
    {
      what: `${what}: json-rules-engine (from ${sample.length}) / ours`,
      ...{ value: byEngine / median(bySql.ours), unit: 'times', goal: '≥ 20' },
    },
    { what: `${what}: ours, p50`, value: median(bySql.ours), unit: 'ms' },
    { what: `${what}: the 20 best with their scores, p50`, value: median(ranked.ours), unit: 'ms' },
  ];
}

const barelyInSql = (db: Db, on: string, open: readonly number[]) =>
  sql`select vacancy.id, body from vacancy join document_version v on v.id = version_id
    where requirement = any(${open}::bigint[]) and ${isOpen(on)} order by start_on, vacancy.id limit ${BEST}`.execute(
    db,
  );

/** The same 20 and no more than what the index shows of them, without reasons. */
const barelyIn =
  ({ client, uid }: SearchIndex, on: string) =>
  (open: readonly number[]) =>
    client.index(uid).search('', {
      filter: [isOneOf('requirement', open), `closes >= ${dayNumber(on)}`],
      ...{ sort: ['start:asc', 'id:asc'], limit: BEST },
    });

type Bare = { name: string; find(open: readonly number[]): Promise<unknown>; goal?: '≤ 1.5' };

/** The 20 best for each of some workers, with every criterion and reason, against a bare filtered query of 20 among the same. */
async function measureWorkers(db: Db, on: string, vacancies: number, peers: readonly Bare[]) {
  const doors = { db, compiled: keepCompiledPathways(), requirements: keepCompiledRequirements() };
  const pathways = seedPathways.filter((one) => isInEffect(one, on));
  const seekers = makeSeekers(pathways, { count: SEEKERS, seed: 2, on }).map((profile) => new Person(profile, on));
  const what = `the ${BEST} best of ${vacancies} vacancies with explanations`;
  const rows: Row[] = [];
  for (const { name, find, goal } of peers) {
    const times: { ours: number; bare: number }[] = [];
    for (const person of seekers) {
      const open = await openRequirements(doors, person);
      const both = [...open.eligible, ...open.possible];
      const { ours, peer } = await inTurns(
        ROUNDS,
        () => timed(() => bestVacancies(doors, person, BEST)),
        () => timed(() => find(both)),
      );
      times.push({ ours: median(ours), bare: median(peer) });
    }
    const ratio = median(times.map(({ ours, bare }) => ours / bare));
    rows.push(
      { what: `${what}: ours / ${name}`, value: ratio, unit: 'times', ...(goal && { goal }) },
      { what: `${what}: ours, p50`, value: median(times.map(({ ours }) => ours)), unit: 'ms' },
    );
  }
  return rows;
}

/** Workers before all vacancies, those of `seed-demo`. */
async function workerToVacancies(connection: Connection, vacancies: number): Promise<Row[]> {
  const { db, pool } = connection;
  await prepareDatabase(connection, { progress: () => undefined });
  const { outcome } = await seedExample(db, { vacancies, profiles: 0, seed: 1 }, () => undefined);
  if (outcome !== 'seeded') throw new Error(`no vacancies to look for: ${outcome}`);
  await pool.query('vacuum analyze vacancy');
  const on = await todayOf(db);
  const inSql: Bare = { name: 'a bare filtered query in SQL', find: (open) => barelyInSql(db, on, open) };
  const url = process.env['MEILI_URL'];
  if (!url) return measureWorkers(db, on, vacancies, [inSql]);
  return withIndexes(db, { url, key: process.env['MEILI_API_KEY'] }, async ({ indexes, feed }) => {
    await feed();
    const name = 'a bare filtered query of Meilisearch';
    const bare: Bare = { name, find: barelyIn(indexes.vacancies, on), goal: '≤ 1.5' };
    return measureWorkers(db, on, vacancies, [bare, inSql]);
  });
}

export const run = async ({ profiles = 1_000_000, vacancies = 100_000 }: Options): Promise<Row[]> => [
  ...(await withOwnDatabase((connection) => vacancyToWorkers(connection, profiles))),
  ...(await withOwnDatabase((connection) => workerToVacancies(connection, vacancies))),
];
