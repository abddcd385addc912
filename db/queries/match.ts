import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tier } from '../../app/domain/matching/tiers.ts';
import { WEIGHTS } from '../../app/domain/matching/weights.ts';
import type { WorkerTerms } from '../../app/domain/matching/worker-terms.ts';
import type { Reader } from '../client.server.ts';
import { storable } from '../facts-of.ts';
import { datePoints, type SqlPart, scoreToSql, wagePoints, weighedWhere, whole } from '../score-to-sql.ts';
import { isOpen, requiringOneOf } from './vacancy.ts';

/** How many of the words in a column a worker holds, of the points of a part. */
function ofWords(column: RawBuilder<string[]>, weight: number, held: Iterable<string> | undefined): SqlPart {
  const asks = sql<boolean>`cardinality(${column}) > 0`;
  if (held === undefined) return weighedWhere(asks, weight, sql`${sql.lit(weight / 2)}`);
  const words = [...held].map(storable);
  return weighedWhere(
    asks,
    weight,
    sql`${sql.lit(weight)} * (select count(*)::integer from unnest(${column}) asked(word) where word = any(${words}::text[])) / cardinality(${column})`,
  );
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

/** A vacancy, and its score for a worker. */
export type RankedVacancy = { id: string; score: number };

const isOneOf = (occupations: readonly string[]) => sql<SqlBool>`occupation = any(${[...occupations]}::text[])`;

const ofOccupation = (points: RawBuilder<number>): SqlPart => ({
  points,
  most: whole(WEIGHTS.occupation + WEIGHTS.experience),
});

/** Whether more vacancies than that ask for no more than these requirements. */
export async function areMore(db: Reader, requirements: readonly number[], than: number): Promise<boolean> {
  const found = db
    .selectFrom('vacancy')
    .select('id')
    .where(requiringOneOf(requirements))
    .limit(than + 1);
  const { count } = await db
    .selectFrom(found.as('found'))
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count) > than;
}

/** What is ranked: open vacancies that ask for no more than these requirements, the best `limit` of them. */
type Ranked = { requirements: readonly number[]; limit: number };

const ranked = (db: Reader, worker: WorkerTerms, { requirements, limit }: Ranked, points: RawBuilder<number>) =>
  db
    .selectFrom('vacancy')
    .select(['id', scoreToSql([ofOccupation(points), ...restOf(worker)]).as('score')])
    .where(requiringOneOf(requirements))
    .where(isOpen(worker.on))
    .orderBy('score', 'desc')
    .orderBy(sql`id collate "C"`)
    .limit(limit);

/** Those of one tier, best first. */
export const rankTier = (
  db: Reader,
  worker: WorkerTerms,
  { tier, ...asked }: Ranked & { tier: Tier },
): Promise<RankedVacancy[]> => ranked(db, worker, asked, whole(tier.points)).where(isOneOf(tier.occupations)).execute();

/** Those of all tiers, best first. */
export function rankAll(
  db: Reader,
  worker: WorkerTerms,
  { tiers, ...asked }: Ranked & { tiers: readonly Tier[] },
): Promise<RankedVacancy[]> {
  const cases = tiers
    .slice(0, -1)
    .map(({ occupations, points }) => sql`when ${isOneOf(occupations)} then ${whole(points)}`);
  const last = whole(tiers.at(-1)?.points ?? 0); // by far the most occupations, which need not be looked through
  const points = cases.length === 0 ? last : sql<number>`case ${sql.join(cases, sql` `)} else ${last} end`;
  return ranked(db, worker, asked, points).execute();
}
