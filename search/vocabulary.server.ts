import { sql } from 'kysely';
import type { Reader } from '../db/client.server.ts';
import { closeWords, type Reading, readingsOf, runsOf, type Term } from './meaning.ts';
import type { QueryWord } from './words.ts';

type Run = ReturnType<typeof runsOf>[number];

/** Holds only letters, marks and digits: nothing that `like` reads as a sign. */
const startingWith = (word: string) => `${word}%`;

const lettersOf = (word: string) => [...word];

/**
 * Words of the index that might lie within reach: those with the same first letter, and, where two typos are forgiven, those that
 * differ in the first letter alone.
 */
async function candidatesFor(db: Reader, { asked, most }: Run): Promise<string[]> {
  const [first = '', second = '', ...rest] = lettersOf(asked.word);
  const shortest = lettersOf(asked.word).length - most;
  const longest = asked.prefix ? 1_000 : lettersOf(asked.word).length + most;
  const { rows } = await sql<{ word: string }>`
    select word from search_word where word like ${startingWith(first)} and char_length(word) between ${shortest}::int and ${longest}::int
    ${
      most < 2
        ? sql``
        : sql`
      union all
      select word from search_word where word like ${`%${second}${rest.join('')}%`} and word not like ${startingWith(first)}
      union all
      select word from search_word where word like ${startingWith(second + first + rest.join(''))}`
    }`.execute(db);
  return rows.map(({ word }) => word);
}

/** How a word is best cut into two that stand side by side somewhere: as in most pathways, then the shorter first part. */
async function splitOf(db: Reader, word: string): Promise<Term['split']> {
  const letters = lettersOf(word);
  const cuts = letters
    .slice(1)
    .map((_, at) => [letters.slice(0, at + 1).join(''), letters.slice(at + 1).join('')] as const);
  if (cuts.length === 0) return undefined;
  const { rows } = await sql<{ head: string; tail: string }>`
    with cut as materialized (
      select head, tail, ordinality as place from unnest(${cuts.map(([head]) => head)}::text[], ${cuts.map(([, tail]) => tail)}::text[]) with ordinality as cuts(head, tail, ordinality)
      where exists (select from search_word where word = head) and exists (select from search_word where word = tail)
    ), counted as (
      select head, tail, place, (select count(*) from search_pathway where words @@ (quote_literal(head) || ' <-> ' || quote_literal(tail))::tsquery) as pathways from cut
    )
    select head, tail from counted where pathways > 0 order by pathways desc, place limit 1`.execute(db);
  const [best] = rows;
  return best && [best.head, best.tail];
}

async function isKnown(db: Reader, { word, prefix }: QueryWord): Promise<boolean> {
  const { rows } =
    await sql`select from search_word where ${prefix ? sql`word like ${startingWith(word)}` : sql`word = ${word}`} limit 1`.execute(
      db,
    );
  return rows.length > 0;
}

async function termOf(db: Reader, run: Run): Promise<Term> {
  const { asked, length, most } = run;
  const [vocabulary, split] = await Promise.all([
    most > 0 ? candidatesFor(db, run) : [],
    length === 1 ? splitOf(db, asked.word) : undefined,
  ]);
  return { asked, length, most, close: closeWords(asked, most, vocabulary), ...(split && { split }) };
}

/** The ways in which the index can read the typed words. */
export async function readingsIn(db: Reader, words: readonly QueryWord[]): Promise<Reading[]> {
  const found = await Promise.all(
    runsOf(words).map(async (run) => {
      const [term, known] = await Promise.all([termOf(db, run), run.length === 1 || isKnown(db, run.asked)]);
      return { from: run.from, term, known: known || term.close.some((close) => close.length > 0) };
    }),
  );
  const joins = new Map<number, Term[]>();
  for (const { from, term, known } of found)
    if (term.length > 1 && known) joins.set(from, [...(joins.get(from) ?? []), term]);
  return readingsOf(
    found.filter(({ term }) => term.length === 1).map(({ term }) => term),
    joins,
  );
}
