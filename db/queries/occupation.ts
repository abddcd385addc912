import { sql } from 'kysely';
import { fold } from '../../app/domain/text/fold.ts';
import type { Reader } from '../client.server.ts';

export type OccupationSearch = { q: string; language?: string; limit: number };

/** A job title found: the concept, its official label, and the term (of which language) that matched. */
export type OccupationHit = {
  code: string;
  isco: string;
  label: string;
  matched: string;
  language: string;
  score: number;
};

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');
export const LONGEST_OCCUPATION_Q = 200;
export const MOST_OCCUPATIONS = 100;
export const DEFAULT_OCCUPATIONS = 10;

/** ISCO groups for a job title in any language, best first, one row a group; a code finds its group and those below it. */
export async function searchOccupations(
  db: Reader,
  { q, language, limit }: OccupationSearch,
): Promise<OccupationHit[]> {
  const typed = fold(q.replaceAll('\u0000', '').slice(0, LONGEST_OCCUPATION_Q));
  if (typed === '') return [];
  return /^\d{1,4}$/.test(typed) ? byCode(db, typed, language ?? 'en', limit) : byTerm(db, typed, language, limit);
}

async function byCode(db: Reader, code: string, language: string, limit: number): Promise<OccupationHit[]> {
  const { rows } = await sql<OccupationHit>`
    select g.code, g.code as isco, t.term as label, g.code as matched, t.language,
      round((1 - 0.1 * (g.level - length(${code})))::numeric, 3)::float8 as score
    from isco_group g
    join lateral (
      select term, language from occupation_term where code = g.code and kind = 'title' and language in (${language}, 'en')
      order by language = ${language} desc limit 1
    ) t on true
    where g.code like ${`${code}%`}
    order by g.level, g.code
    limit ${limit}`.execute(db);
  return rows;
}

/** A match in the reader's language weighs a little more; so does the broader group where terms are equally good. */
async function byTerm(
  db: Reader,
  typed: string,
  language: string | undefined,
  limit: number,
): Promise<OccupationHit[]> {
  const reader = language ?? null;
  const { rows } = await sql<OccupationHit>`
    with found as (
      select distinct on (code) code, language, term, score
      from (
        select code, language, kind, term, least(1, score / 1.1 + case when language = ${reader}::text then 0.05 else 0 end) as score
        from match_occupation_terms(${typed}, ${escaped(typed)})
      ) weighed
      order by code, score desc, kind = 'title' desc, language, term
    )
    select found.code, found.code as isco, coalesce(title.term, english.term, found.term) as label, found.term as matched,
      found.language, round(found.score::numeric, 3)::float8 as score
    from found
    left join occupation_term title on title.code = found.code and title.kind = 'title' and title.language = coalesce(${reader}::text, found.language)
    left join occupation_term english on english.code = found.code and english.kind = 'title' and english.language = 'en'
    order by found.score desc, length(found.code) desc, found.code
    limit ${limit}`.execute(db);
  return rows;
}

/**
 * The ISCO codes that a text names: the whole of it is, but for case and accents, what a concept is called in some language.
 * Resemblance is not enough; a name that several concepts share names them all.
 */
export async function conceptsNamed(db: Reader, q: string): Promise<string[]> {
  const typed = fold(q.replaceAll('\u0000', '').slice(0, LONGEST_OCCUPATION_Q));
  if (typed === '') return [];
  const named = await db
    .selectFrom('occupation_term')
    .select('code')
    .distinct()
    .where('folded', '=', typed)
    .orderBy('code')
    .execute();
  return named.map(({ code }) => code);
}
