import { sql } from 'kysely';
import { titleStems } from '../../app/domain/occupation/title.ts';
import { labelLanguage, TONGUE_CODES } from '../../app/domain/occupation/tongues.ts';
import { fold } from '../../app/domain/text/fold.ts';
import type { Reader } from '../client.server.ts';
import { type RankedConcept, rankConcepts } from './occupation-ranking.ts';

export type OccupationSearch = { q: string; language?: string; limit: number };

/** A job title found: the concept, its official label, and the name (of which language) that matched. */
export type OccupationHit = {
  uri?: string;
  code: string;
  isco: string;
  label: string;
  matched: string;
  language: string;
  score: number;
};

export const LONGEST_OCCUPATION_Q = 200;
export const MOST_OCCUPATIONS = 100;
export const DEFAULT_OCCUPATIONS = 10;

const CODE = /^\d{1,4}(\.\d+)*\.?$/;
/** What is below a code stands a step after it. */
const STEP = 0.1;

const typedOf = (q: string) => q.replaceAll('\u0000', '').slice(0, LONGEST_OCCUPATION_Q).trim();

/** Concepts for a job title in any language, best first, one row a concept; a code finds its concept and those below it. */
export async function searchOccupations(db: Reader, search: OccupationSearch): Promise<OccupationHit[]> {
  const found = await findConcepts(db, search);
  return labelled(db, found.slice(0, search.limit), search.language);
}

/** What is hardly like the title is worth a row to a program, which has the score, and in the way of a person. */
const LEAST_SHOWN = 0.2;

/** The same for a person, where only ISCO-08 will do: one row a group, that of the best concept in it. */
export async function searchGroups(db: Reader, search: OccupationSearch): Promise<OccupationHit[]> {
  const groups = new Map<string, RankedConcept>();
  for (const one of await findConcepts(db, search))
    if (one.score >= LEAST_SHOWN && !groups.has(one.isco)) groups.set(one.isco, one);
  const first = [...groups.values()].slice(0, search.limit);
  const ids = await db
    .selectFrom('occupation_concept')
    .select(['id', 'isco', 'uri'])
    .where('kind', '=', 'group')
    .where('isco', 'in', first.length > 0 ? first.map(({ isco }) => isco) : [''])
    .execute();
  const byCode = new Map(ids.map((group) => [group.isco, group]));
  const asGroups = first.flatMap((one) => {
    const group = byCode.get(one.isco);
    return group ? [{ ...one, ...group, code: group.isco }] : [];
  });
  return labelled(db, asGroups, search.language);
}

async function findConcepts(db: Reader, { q, language }: OccupationSearch): Promise<RankedConcept[]> {
  const typed = typedOf(q);
  const code = fold(typed);
  if (CODE.test(code)) return byCode(db, code);
  const reader = language === undefined ? undefined : labelLanguage(language);
  return typed === '' ? [] : rankConcepts(db, typed, reader);
}

async function byCode(db: Reader, typed: string): Promise<RankedConcept[]> {
  const rows = await db
    .selectFrom('occupation_concept')
    .select(['id', 'kind', 'code', 'isco', 'uri'])
    .where('code', 'like', `${typed}%`)
    .orderBy(sql`length(code)`)
    .orderBy('code')
    .limit(MOST_OCCUPATIONS)
    .execute();
  return rows.map((row) => ({
    ...row,
    matched: row.code,
    language: '',
    score: Math.max(STEP, 1 - STEP * (row.code.length - typed.length)),
  }));
}

const ENGLISH = 'en';

/** With the preferred name in the reader's language, else in that of the match, else in English, else in whichever there is. */
async function labelled(
  db: Reader,
  found: readonly RankedConcept[],
  language: string | undefined,
): Promise<OccupationHit[]> {
  if (found.length === 0) return [];
  const reader = language === undefined ? undefined : labelLanguage(language);
  const wanted = found.map((one) => ({ concept: one.id, language: reader ?? one.language }));
  const { rows: labels } = await sql<{ concept: number; language: string; name: string }>`
    select distinct on (concept) concept, own.language, name
    from unnest(${wanted.map((one) => one.concept)}::int[], ${wanted.map((one) => one.language)}::text[]) as wanted(concept, language)
    join occupation_name own using (concept)
    where preferred
    order by concept, own.language = wanted.language desc, own.language = ${ENGLISH} desc, own.language, esco, name`.execute(
    db,
  );
  const byConcept = new Map(labels.map((label) => [label.concept, label]));
  return found.map(({ id, kind, uri, score, ...rest }) => {
    const label = byConcept.get(id);
    return {
      ...(uri !== null && { uri }),
      ...rest,
      language: rest.language || (label?.language ?? ENGLISH),
      label: label?.name ?? rest.matched,
      score: Math.round(1000 * Math.min(1, score)) / 1000,
    };
  });
}

/** How many occupations of ESCO there are: none as long as it is not imported. */
export async function countEscoOccupations(db: Reader): Promise<number> {
  const { occupations } = await db
    .selectFrom('occupation_concept')
    .select((count) => count.fn.countAll<number>().as('occupations'))
    .where('kind', '=', 'occupation')
    .executeTakeFirstOrThrow();
  return occupations;
}

/** A shorter stem may be that of quite another word in another language. */
const SHORTEST_NAME = 4;

/**
 * The ISCO codes that a text names: the whole of it is, but for case, accents and what only grammar adds, what a concept is called in
 * some language. Resemblance is not enough; a name that several concepts share names them all.
 */
export async function conceptsNamed(db: Reader, q: string): Promise<string[]> {
  const typed = typedOf(q);
  if (typed === '') return [];
  const stems = TONGUE_CODES.map((language) => ({ language, stemmed: titleStems(typed, language).join(' ') })).filter(
    ({ stemmed }) => stemmed.length >= SHORTEST_NAME,
  );
  const { rows } = await sql<{ isco: string }>`
    select isco from occupation_concept where id in (
      select concept from occupation_name where folded = ${fold(typed)}
      union
      select concept from occupation_name
      where (stemmed, language) in (select * from unnest(${stems.map((one) => one.stemmed)}::text[], ${stems.map((one) => one.language)}::text[]))
    )
    group by isco order by isco`.execute(db);
  return rows.map(({ isco }) => isco);
}
