import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Document, Vacancy } from '../../app/domain/documents/index.ts';
import type { Tier } from '../../app/domain/matching/tiers.ts';
import { WEIGHTS } from '../../app/domain/matching/weights.ts';
import type { WorkerTerms } from '../../app/domain/matching/worker-terms.ts';
import type { Reader } from '../client.server.ts';
import { storable } from '../facts-of.ts';
import { datePoints, type SqlPart, scoreToSql, wagePoints, weighedWhere, whole } from '../score-to-sql.ts';
import { isOpen, requiringOneOf } from './vacancy.ts';

/** So many words are looked for one by one, which takes a fraction of the time that a query in each row does. */
const FEW_WORDS = 32;

/** How many of the words in a column, which holds each once, are among these. */
function countOf(column: RawBuilder<string[]>, words: readonly string[]): RawBuilder<number> {
  if (words.length === 0) return whole(0);
  if (words.length > FEW_WORDS)
    return sql`(select count(*)::integer from unnest(${column}) asked(word) where word = any(${[...words]}::text[]))`;
  const each = words.map((word) => sql`(${word} = any(${column}))::integer`);
  return sql`(${sql.join(each, sql` + `)})`;
}

/** How many of the words in a column a worker holds, of the points of a part. */
function ofWords(column: RawBuilder<string[]>, weight: number, held: Iterable<string> | undefined): SqlPart {
  const asks = sql<boolean>`cardinality(${column}) > 0`;
  if (held === undefined) return weighedWhere(asks, weight, sql`${sql.lit(weight / 2)}`);
  const count = countOf(column, [...held].map(storable));
  return weighedWhere(asks, weight, sql`${sql.lit(weight)} * ${count} / cardinality(${column})`);
}

/** The parts of a score that the occupation does not decide, of a row of `vacancy` for a worker. */
function restOf({ skills, levels, wage, availableFrom }: WorkerTerms): SqlPart[] {
  const begins = sql<boolean>`vacancy.start_on is not null`;
  return [
    ofWords(sql`vacancy.asked_skills`, WEIGHTS.skills, skills),
    ofWords(sql`vacancy.asked_levels`, WEIGHTS.languages, levels),
    availableFrom === undefined
      ? weighedWhere(begins, WEIGHTS.dates, sql`${sql.lit(WEIGHTS.dates / 2)}`)
      : weighedWhere(begins, WEIGHTS.dates, datePoints(sql`vacancy.start_on`, sql`${availableFrom}::date`)),
    ...(wage === undefined
      ? []
      : [
          weighedWhere(
            sql`coalesce(vacancy.yearly_currency = ${wage.currency}, false)`,
            WEIGHTS.wage,
            wagePoints(sql`vacancy.yearly_wage`, sql`${wage.amount}::numeric`),
          ),
        ]),
  ];
}

/** A vacancy as it was ranked for a worker. */
export type RankedVacancy = { vacancy: Vacancy; score: number };

const isOneOf = (occupations: readonly string[]) => sql<SqlBool>`occupation = any(${[...occupations]}::text[])`;

/** Likewise of many, which the planner would take longer to weigh one by one than to look for. */
const isOneOfMany = (occupations: readonly string[]) =>
  sql<SqlBool>`occupation = any((select ${[...occupations]}::text[])::text[])`;

/** The points of the occupation, of a row in one of these tiers. */
function occupationPoints(tiers: readonly Tier[]): RawBuilder<number> {
  const [last, ...others] = [...tiers].reverse();
  const points = whole(last?.points ?? 0);
  if (others.length === 0) return points;
  const cases = others.map((tier) => sql`when ${isOneOf(tier.occupations)} then ${whole(tier.points)}`);
  return sql<number>`case ${sql.join(cases, sql` `)} else ${points} end`;
}

/** Vacancies of some occupations, and the points of each. */
type Cut = {
  occupations: RawBuilder<SqlBool>;
  points: RawBuilder<number>;
  /** The highest score that one of them can have. */
  bound: number;
};

/** A part of what is ranked, one after the other: vacancies of the group in a place that ask for no more than one of these. */
type Part = Cut & { place: number; requirements: readonly number[] };

/** The vacancies of some tiers, none where there is no tier; `occupations` finds them. */
const cutOf = (tiers: readonly Tier[], occupations: RawBuilder<SqlBool>): Cut[] =>
  tiers.length === 0
    ? []
    : [{ occupations, points: occupationPoints(tiers), bound: Math.max(...tiers.map(({ bound }) => bound)) }];

/** The better tiers, and then the last, in which by far the most occupations are: what it holds is found sooner by what it does not. */
function cutsOf(tiers: readonly Tier[]): Cut[] {
  const [near, last] = [tiers.slice(0, -1), tiers.slice(-1)];
  const nearby = near.flatMap(({ occupations }) => occupations);
  return [...cutOf(near, isOneOfMany(nearby)), ...cutOf(last, sql<SqlBool>`not ${isOneOf(nearby)}`)];
}

/** So few requirements have so few vacancies that they are sooner looked at all at once. */
const FEW_REQUIREMENTS = 16;

const partsOf = (groups: readonly (readonly number[])[], tiers: readonly Tier[]): Part[] => {
  const [uncut, cuts] = [cutOf(tiers, sql<SqlBool>`true`), cutsOf(tiers)];
  return groups.flatMap((requirements, place) => {
    if (requirements.length === 0) return [];
    return (requirements.length <= FEW_REQUIREMENTS ? uncut : cuts).map((cut) => ({ place, requirements, ...cut }));
  });
};

const OCCUPATION_MOST = whole(WEIGHTS.occupation + WEIGHTS.experience);

type Found = RankedVacancy & { place: number };

/** The best of a part. */
async function rankPart(
  db: Reader,
  worker: WorkerTerms,
  { place, requirements, occupations, points }: Part,
  limit: number,
): Promise<Found[]> {
  const parts = [{ points, most: OCCUPATION_MOST }, ...restOf(worker)];
  const { rows } = await sql<{ body: Document; score: number }>`
    with best as (
      select version_id, ${scoreToSql(parts)} as score from vacancy
      where ${requiringOneOf(requirements)} and ${isOpen(worker.on)} and ${occupations}
      order by score desc, id collate "C" limit ${limit}::bigint
    )
    select v.body, best.score from best join document_version v on v.id = best.version_id`.execute(db);
  return rows.flatMap(({ body, score }) => (body.type === 'vacancy' ? [{ vacancy: body, score, place }] : []));
}

const byPlace = (one: Found, other: Found) =>
  one.place - other.place || other.score - one.score || (one.vacancy.id < other.vacancy.id ? -1 : 1);

/**
 * The best open vacancies of some groups, by what they require: those of a group before those of the next, each by score and then id.
 * What no vacancy of the tiers that are left can reach any more is not looked at.
 */
export async function rankVacancies(
  db: Reader,
  worker: WorkerTerms,
  { groups, tiers, limit }: { groups: readonly (readonly number[])[]; tiers: readonly Tier[]; limit: number },
): Promise<RankedVacancy[]> {
  const found = new Map<string, Found>();
  for (const part of partsOf(groups, tiers)) {
    const before = [...found.values()].filter(({ place, score }) => place < part.place || score > part.bound).length;
    if (before >= limit) continue;
    // By its id, as one that changes meanwhile may be found in two parts.
    for (const one of await rankPart(db, worker, part, limit - before)) found.set(one.vacancy.id, one);
  }
  return [...found.values()].sort(byPlace).slice(0, limit);
}
