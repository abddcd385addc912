import { type SqlBool, sql } from 'kysely';
import type { Text, Vacancy } from '../../app/domain/documents/index.ts';
import type { Reader } from '../../db/client.server.ts';

/** A vacancy that is offered, and what else is known of it that it is found by. */
export type Offered = {
  vacancy: Vacancy;
  employer: string | null;
  places: number;
  updated: string;
  /** What it requires, by number; null: not read yet. */
  requirement: number | null;
};

/** Published, with places left and nothing that has to be looked at first; whether it can still be applied for depends on the day. */
export const IS_OFFERED = sql<SqlBool>`vacancy.stage = 'published' and vacancy.taken < vacancy.places and vacancy.flags is null`;

/** Those of these vacancies that are offered. */
export async function listOffered(db: Reader, ids: readonly string[]): Promise<Offered[]> {
  const rows = await db
    .selectFrom('vacancy')
    .innerJoin('document_version as v', 'v.id', 'vacancy.version_id')
    .leftJoin('organisation as o', 'o.id', 'vacancy.employer')
    .select(['v.body', 'o.name as employer', 'vacancy.requirement'])
    .select(sql<number>`vacancy.places - vacancy.taken`.as('places'))
    .select(sql<string>`(vacancy.since at time zone 'UTC')::date`.as('updated'))
    .where(sql<SqlBool>`vacancy.id = any(${[...ids]})`)
    .where(IS_OFFERED)
    .orderBy('vacancy.id')
    .execute();
  return rows.flatMap(({ body, ...rest }) => (body.type === 'vacancy' ? [{ vacancy: body, ...rest }] : []));
}

/** The most of a text that is searched, in letters: nobody describes a job at greater length. */
const LONGEST = 20_000;
const wordsIn = (texts: readonly (Text | undefined)[]) => [
  ...new Set(texts.flatMap((text) => Object.values(text ?? {}).map((one) => one.slice(0, LONGEST)))),
];

/** What a vacancy itself is found by, the heaviest first. What its occupation and its pathway are called stands with those. */
export const textsOf = ({ vacancy, employer }: Offered) => ({
  titles: wordsIn([vacancy.title]),
  skills: (vacancy.skills ?? []).slice(0, 200),
  descriptions: wordsIn([vacancy.description]),
  context: [vacancy.region, employer].flatMap((one) => one ?? []),
});
