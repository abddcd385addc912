import { sql } from 'kysely';
import { lettersWeighed, likenessTo } from '../../app/domain/occupation/likeness.ts';
import { type MarkWeight, type Sense, UNKNOWN_MARK, wordMark } from '../../app/domain/occupation/sense.ts';
import { type TitleWords, titleWords } from '../../app/domain/occupation/title.ts';
import { TONGUE_CODES } from '../../app/domain/occupation/tongues.ts';
import type { Reader } from '../client.server.ts';
import { addPlaces, highest, placeSums } from '../occupation-places.ts';

/** A concept that a title may mean, with the name of it (of which language) that is most like the title. */
export type RankedConcept = {
  id: number;
  kind: 'group' | 'occupation';
  code: string;
  isco: string;
  uri: string | null;
  matched: string;
  language: string;
  score: number;
};

/** A title as it reads in one language. */
type Reading = { language: string; words: TitleWords };

/** How well a language knows a title: how many of its words it lacks, and the concepts that are called just so. */
type Known = { language: string; lacks: number; named: number[] };

/** Languages beside the reader's that are asked. */
const OTHERS = 3;
/** Of the reader's own language a title is likelier. */
const OTHER_LANGUAGE = 0.95;
/** As many concepts of a language as are ranked by their names. */
const CANDIDATES = 40;
/** Bytes of places that are read of a language, the rarest marks first. */
const PLACES = 24_000;
/** A group of ISCO names what the occupations in it have in common; who names an occupation is rarely after all of them. */
const GROUP = 0.85;
/** What an occupation gains by being in a group that is like the title itself. */
const OF_GROUP = 0.2;
/** Less than this is no likeness at all. */
const LEAST = 0.1;

/** Concepts by likeness to a title, best first: in the reader's language, in those that know its words, or in all where none does. */
export async function rankConcepts(db: Reader, q: string, reader: string | undefined): Promise<RankedConcept[]> {
  const readings = TONGUE_CODES.map((language) => ({ language, words: titleWords(q, language) }));
  const known = await knownIn(db, readings);
  const chosen = chooseLanguages(known, reader);
  const asked = readings.filter(({ language }) => (chosen.length > 0 ? chosen : TONGUE_CODES).includes(language));
  const marks = await readMarks(db, asked);
  const candidates = asked.flatMap((reading) => {
    const named = known.find(({ language }) => language === reading.language)?.named ?? [];
    return [...candidatesIn(reading, marks), ...named].map((concept) => ({ language: reading.language, concept }));
  });
  const senses = await readSenses(db, candidates);
  return bestOfEach(asked.flatMap((reading) => rankedIn(reading, marks, senses, reader)));
}

/** Languages that know a word of the title. */
async function knownIn(db: Reader, readings: readonly Reading[]): Promise<Known[]> {
  const marks = readings.flatMap(({ language, words }) =>
    [...words.keys()].map((word) => ({ language, mark: wordMark(word) })),
  );
  const names = readings.map(({ language, words }) => ({ language, stemmed: [...words.keys()].join(' ') }));
  const { rows } = await sql<{ language: string; words: number; named: number[] }>`
    select language, max(words)::int as words, array_remove(array_agg(distinct concept), null) as named
    from (
      select language, count(*) as words, null::int as concept from occupation_mark
      where (language, mark) in (select * from unnest(${marks.map((one) => one.language)}::text[], ${marks.map((one) => one.mark)}::text[]))
      group by language
      union all
      select language, 0, concept from occupation_name
      where (language, stemmed) in (select * from unnest(${names.map((one) => one.language)}::text[], ${names.map((one) => one.stemmed)}::text[]))
    ) found
    group by language`.execute(db);
  const lengths = new Map(readings.map(({ language, words }) => [language, words.size]));
  return rows.map(({ language, words, named }) => ({ language, named, lacks: (lengths.get(language) ?? 0) - words }));
}

/**
 * The reader's language, and those that lack fewer of the words, or know the whole title where it does not; those that lack the fewest
 * first.
 */
function chooseLanguages(known: readonly Known[], reader: string | undefined): string[] {
  const own = known.find(({ language }) => language === reader) ?? { lacks: Number.POSITIVE_INFINITY, named: [] };
  const knowsMore = ({ lacks, named }: Known) => lacks < own.lacks || (named.length > 0 && own.named.length === 0);
  const others = known
    .filter((one) => one.language !== reader && knowsMore(one))
    .sort((one, other) => other.named.length - one.named.length || one.lacks - other.lacks)
    .slice(0, OTHERS)
    .map(({ language }) => language);
  return reader === undefined ? others : [reader, ...others];
}

type Marks = ReadonlyMap<string, ReadonlyMap<string, MarkWeight & { places: Buffer | null }>>;

/** Every mark of the titles with its weights; the places only as long as there are not too many. */
async function readMarks(db: Reader, readings: readonly Reading[]): Promise<Marks> {
  const wanted = readings.flatMap(({ language, words }) =>
    [UNKNOWN_MARK, ...[...words.keys()].map(wordMark), ...lettersWeighed(words).keys()].map((mark) => ({
      ...{ language, mark },
    })),
  );
  const { rows } = await sql<MarkWeight & { language: string; mark: string; places: Buffer | null }>`
    select language, mark, name, concept,
      case when sum(octet_length(places)) over (partition by language order by octet_length(places), mark) <= ${PLACES} then places end as places
    from occupation_mark
    where (language, mark) in (select * from unnest(${wanted.map((one) => one.language)}::text[], ${wanted.map((one) => one.mark)}::text[]))`.execute(
    db,
  );
  const marks = new Map<string, Map<string, MarkWeight & { places: Buffer | null }>>();
  for (const { language, mark, ...found } of rows) {
    const known = marks.get(language) ?? new Map();
    marks.set(language, known.set(mark, found));
  }
  return marks;
}

/** Concepts that have most of a title's words and letters in common with it. */
function candidatesIn({ language, words }: Reading, marks: Marks): number[] {
  const sums = placeSums();
  const known = marks.get(language);
  const add = (mark: string, times: number) => {
    const found = known?.get(mark);
    if (found?.places) addPlaces(found.places, times * found.concept, sums);
  };
  for (const [word, weight] of words) add(wordMark(word), weight);
  for (const [run, times] of lettersWeighed(words)) add(run, times);
  return highest(sums, CANDIDATES);
}

type Candidate = { language: string; concept: number };
type SenseRow = Sense & Candidate & Pick<RankedConcept, 'kind' | 'code' | 'isco' | 'uri'>;

/** What candidates are called, and the groups that they are in. */
async function readSenses(db: Reader, candidates: readonly Candidate[]): Promise<SenseRow[]> {
  const { rows } = await sql<SenseRow>`
    with proposed as (
      select * from unnest(${candidates.map((one) => one.language)}::text[], ${candidates.map((one) => one.concept)}::int[]) as row(language, concept)
    ), wanted as (
      select language, concept from proposed
      union
      select proposed.language, grouped.id from proposed
      join occupation_concept own on own.id = proposed.concept
      join occupation_concept grouped on grouped.kind = 'group' and grouped.isco = own.isco
    )
    select language, sense.concept, names, words, letters, kind, code, isco, uri
    from wanted join occupation_sense sense using (language, concept) join occupation_concept c on c.id = sense.concept`.execute(
    db,
  );
  return rows;
}

function rankedIn(
  { language, words }: Reading,
  marks: Marks,
  senses: readonly SenseRow[],
  reader: string | undefined,
): RankedConcept[] {
  const known = marks.get(language);
  const unknown = known?.get(UNKNOWN_MARK);
  if (!known || !unknown) return [];
  const likeness = likenessTo(words, language, { of: (mark) => known.get(mark), unknown });
  const whole = language === reader || reader === undefined ? 1 : OTHER_LANGUAGE;
  const own = senses
    .filter((sense) => sense.language === language)
    .map((sense) => ({ ...sense, ...likeness(sense) }))
    .map((found) => ({ ...found, score: found.score * (found.kind === 'group' ? GROUP : 1) }));
  const groups = new Map(own.flatMap(({ kind, isco, score }) => (kind === 'group' ? [[isco, score] as const] : [])));
  return own.map(({ concept, kind, code, isco, uri, name, score }) => ({
    ...{ id: concept, kind, code, isco, uri, language, matched: name.name },
    score: (whole * (score + (kind === 'group' ? 0 : OF_GROUP * (groups.get(isco) ?? 0)))) / (1 + OF_GROUP * GROUP),
  }));
}

function bestOfEach(ranked: readonly RankedConcept[]): RankedConcept[] {
  const best = new Map<number, RankedConcept>();
  for (const one of ranked) {
    const known = best.get(one.id);
    if (one.score >= LEAST && (!known || one.score > known.score)) best.set(one.id, one);
  }
  return [...best.values()].sort(
    (one, other) => other.score - one.score || other.code.length - one.code.length || (one.code < other.code ? -1 : 1),
  );
}
