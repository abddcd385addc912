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

/** What is ranked one after the other: vacancies of the group in a place that ask for no more than one of these, in these tiers. */
type Part = { name: string; place: number; requirements: readonly number[]; tiers: readonly Tier[] };

const OCCUPATION_MOST = whole(WEIGHTS.occupation + WEIGHTS.experience);

/** The better tiers of each group before those that are left: most occupations are by far in the last. */
const partsOf = (groups: readonly (readonly number[])[], tiers: readonly Tier[]): Part[] =>
  groups.flatMap((requirements, place) =>
    [tiers.slice(0, -1), tiers.slice(-1)].flatMap((cut, at) =>
      requirements.length === 0 || cut.length === 0
        ? []
        : [{ name: `group${place}part${at}`, place, requirements, tiers: cut }],
    ),
  );

const found = (name: string) => sql`(select count(*) from ${sql.id(name)})`;
const foundAbove = (name: string, bound: number) =>
  sql`(select count(*) from ${sql.id(name)} where score > ${sql.lit(bound)})`;

/** How much is found already that no vacancy of a part can come before. */
function foundBefore(part: Part, parts: readonly Part[]): RawBuilder<unknown>[] {
  const bound = Math.max(...part.tiers.map((tier) => tier.bound));
  return parts
    .slice(0, parts.indexOf(part))
    .map(({ name, place }) => (place === part.place ? foundAbove(name, bound) : found(name)));
}

function rankedIn(part: Part, parts: readonly Part[], worker: WorkerTerms, limit: number): RawBuilder<unknown> {
  const points = { points: occupationPoints(part.tiers), most: OCCUPATION_MOST };
  const before = foundBefore(part, parts);
  const needed =
    before.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(before, sql` + `)} < ${limit}::bigint`;
  return sql`${sql.id(part.name)} as materialized (
    select id, version_id, ${scoreToSql([points, ...restOf(worker)])} as score from vacancy
    where ${needed} and ${requiringOneOf(part.requirements)} and ${isOpen(worker.on)}
      and ${isOneOfMany(part.tiers.flatMap(({ occupations }) => occupations))}
    order by score desc, id collate "C" limit ${limit}::bigint)`;
}

/**
 * The best open vacancies of some groups, by what they require: those of a group before those of the next, each by score and then id.
 * What no vacancy of the tiers that are left can reach any more is not looked at.
 */
export async function rankVacancies(
  db: Reader,
  worker: WorkerTerms,
  { groups, tiers, limit }: { groups: readonly (readonly number[])[]; tiers: readonly Tier[]; limit: number },
): Promise<RankedVacancy[]> {
  const parts = partsOf(groups, tiers);
  if (parts.length === 0 || limit === 0) return [];
  const ranked = parts.map((part) => rankedIn(part, parts, worker, limit));
  const all = parts.map(({ name, place }) => sql`select *, ${sql.lit(place)} as place from ${sql.id(name)}`);
  const { rows } = await sql<{ body: Document; score: number }>`
    with ${sql.join(ranked)},
    best as (
      select * from (${sql.join(all, sql` union all `)}) found
      order by place, score desc, id collate "C" limit ${limit}::bigint
    )
    select v.body, best.score from best join document_version v on v.id = best.version_id
    order by best.place, best.score desc, best.id collate "C"`.execute(db);
  return rows.flatMap(({ body, score }) => (body.type === 'vacancy' ? [{ vacancy: body, score }] : []));
}
