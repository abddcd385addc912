import { type RawBuilder, sql } from 'kysely';
import type { Reader, Writer } from '../db/client.server.ts';
import { closeWords, type Reading, readingsOf, runsOf, type Term } from './meaning.ts';
import { sideBySide } from './tsquery.ts';
import { pairsByKey, type Wordage } from './wordage.ts';
import type { QueryWord } from './words.ts';

/** Where the words of a kind of thing stand: each once, the pairs of them, and the table of the things' own. */
export type Vocabulary = {
  words: RawBuilder<unknown>;
  pairs: RawBuilder<unknown>;
  table: string;
  /** How many hold what a tsquery asks. */
  count(query: RawBuilder<unknown>): RawBuilder<number>;
};

export const PATHWAY_VOCABULARY: Vocabulary = {
  words: sql.table('search_word'),
  pairs: sql.table('search_pair'),
  table: 'search_text',
  count: (query) => sql`(select count(*) from search_holding(${query}))`,
};

/** Brings new words and pairs, in one order: two writes that bring the same would wait for each other otherwise. */
export async function addToVocabulary(
  trx: Writer,
  { words, pairs }: Vocabulary,
  brought: readonly Pick<Wordage, 'words' | 'pairs'>[],
): Promise<void> {
  const ofAll = [...new Set(brought.flatMap((one) => one.words))].sort();
  await sql`insert into ${words} select unnest(${ofAll}::text[]) on conflict do nothing`.execute(trx);
  const known = pairsByKey(brought.flatMap((one) => one.pairs));
  const inOrder = [...known.keys()].sort().flatMap((key) => known.get(key) ?? []);
  await sql`
    insert into ${pairs}
    select * from unnest(${inOrder.map(({ joined }) => joined)}::text[], ${inOrder.map(({ head }) => head)}::text[])
    on conflict do nothing`.execute(trx);
}

type Run = ReturnType<typeof runsOf>[number];

/** Holds only letters, marks and digits: nothing that `like` reads as a sign. */
const startingWith = (word: string) => `${word}%`;

const lettersOf = (word: string) => [...word];

/** A select of `what` and `words`, a JSON list: one row is read many times faster than one a word. */
type Look = RawBuilder<unknown>;

/**
 * Words of the index that might lie within reach: those with the same first letter, and, where two typos are forgiven, those that
 * differ in the first letter alone.
 */
function candidatesFor({ asked, most }: Run, { words }: Vocabulary): Look[] {
  if (most === 0) return [];
  const [first = '', second = '', ...rest] = lettersOf(asked.word);
  const shortest = lettersOf(asked.word).length - most;
  const longest = asked.prefix ? 1_000 : lettersOf(asked.word).length + most;
  const near = sql`word like ${startingWith(first)} and char_length(word) between ${shortest}::int and ${longest}::int`;
  const apart = [
    sql`word like ${`%${second}${rest.join('')}%`} and word not like ${startingWith(first)}`,
    sql`word like ${startingWith(second + first + rest.join(''))}`,
  ];
  return [near, ...(most < 2 ? [] : apart)].map(
    (where) => sql`select 'candidates' as what, json_agg(word) as words from ${words} where ${where}`,
  );
}

/** How a word is best cut into two that stand side by side: as in most things, then the shorter first part. Only of several they are counted. */
function splitOf({ asked: { word }, length }: Run, { pairs, count }: Vocabulary): Look[] {
  if (length > 1) return [];
  const cuts = lettersOf(word).map(
    (_, at, letters) => [letters.slice(0, at).join(''), letters.slice(at).join('')] as const,
  );
  const asked = sql`(array[${sql.join(cuts.map((cut) => sql`${sideBySide(...cut)}::text`))}])[char_length(head) + 1]::tsquery`;
  return [
    sql`
      select * from (
        select 'split' as what, json_build_array(head, substr(joined, char_length(head) + 1)) as words
        from (select *, count(*) over () as several from ${pairs} where joined = ${word}::text) cut
        order by case when several > 1 then ${count(asked)} end desc, char_length(head) limit 1
      ) best`,
  ];
}

/** Whether several typed words stand as one somewhere. */
function isKnown({ asked: { word, prefix }, length }: Run, { words }: Vocabulary): Look[] {
  if (length === 1) return [];
  const stands = prefix ? sql`word like ${startingWith(word)}` : sql`word = ${word}`;
  return [
    sql`select 'known' as what, json_agg(word) as words from (select word from ${words} where ${stands} limit 1) one`,
  ];
}

type Found = { run: number; what: 'candidates' | 'split' | 'known' | 'things'; words: string[] | null };

/** All that is to be looked up, in one statement: each costs more than what it looks up. */
async function lookUp(db: Reader, runs: readonly Run[], vocabulary: Vocabulary): Promise<Found[]> {
  const looks = runs.flatMap((run, at) =>
    [...candidatesFor(run, vocabulary), ...splitOf(run, vocabulary), ...isKnown(run, vocabulary)].map(
      (look) => sql`select ${at}::int as run, what, words from (${look}) look`,
    ),
  );
  const about = sql`select -1 as run, 'things' as what, json_build_array(reltuples::text) as words from pg_class where oid = ${vocabulary.table}::regclass`;
  const { rows } = await sql<Found>`${sql.join([...looks, about], sql` union all `)}`.execute(db);
  return rows;
}

const wordsOf = (found: readonly Found[], sought: Found['what']) =>
  found.flatMap(({ what, words }) => (what === sought ? (words ?? []) : []));

function termOf({ asked, length, most }: Run, found: readonly Found[]): Term {
  const [head, tail] = wordsOf(found, 'split');
  return {
    asked,
    length,
    most,
    close: closeWords(asked, most, wordsOf(found, 'candidates')),
    ...(head !== undefined && tail !== undefined && { split: [head, tail] as const }),
  };
}

const isThere = ({ close }: Term, found: readonly Found[]) =>
  wordsOf(found, 'known').length > 0 || close.some((words) => words.length > 0);

/** The ways in which the index can read the typed words, and about how many things it holds. */
export async function readingsIn(
  db: Reader,
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
): Promise<{ readings: Reading[]; things: number }> {
  const runs = runsOf(words);
  const found = await lookUp(db, runs, vocabulary);
  const single: Term[] = [];
  const joins = new Map<number, Term[]>();
  for (const [at, run] of runs.entries()) {
    const here = found.filter((one) => one.run === at);
    const term = termOf(run, here);
    if (term.length === 1) single.push(term);
    else if (isThere(term, here)) joins.set(run.from, [...(joins.get(run.from) ?? []), term]);
  }
  return {
    readings: readingsOf(single, joins),
    things: Number(wordsOf(found, 'things')[0] ?? 0),
  };
}
