import {
  count,
  lettersIn,
  type MarkWeight,
  type Name,
  oftenLetters,
  oftenWord,
  type Sense,
  UNKNOWN_MARK,
  wordMark,
} from './sense.ts';
import { titleStems } from './title.ts';

export type Called = { name: string; preferred: boolean };

/** A concept in which a mark is, and its part of what the concept is called, 0–1. */
type Place = { concept: number; weight: number };

export type IndexedMark = MarkWeight & { mark: string; places: readonly Place[] };

export type NameIndex = { senses: ReadonlyMap<number, Sense>; marks: readonly IndexedMark[] };

type Read = Called & { stems: readonly string[] };
type Counts = ReadonlyMap<string, number>;
type Weights = ReadonlyMap<string, number>;

/** Names that read the same count once; the preferred one stays. */
function readNames(called: readonly Called[], language: string): Read[] {
  const once = new Map<string, Read>();
  for (const one of called) {
    const stems = titleStems(one.name, language);
    const key = stems.join(' ');
    const known = once.get(key);
    if (stems.length > 0 && (!known || (one.preferred && !known.preferred))) once.set(key, { ...one, stems });
  }
  return [...once.values()];
}

/** What is in few of `all` says more than what is in many. */
function weigh(documents: Iterable<Iterable<string>>, all: number): Weights {
  const found = new Map<string, number>();
  for (const document of documents) for (const mark of document) count(found, mark);
  return new Map([...found].map(([mark, times]) => [mark, rarity(all, times)]));
}

const rarity = (all: number, times: number) => Math.log((1 + all) / (1 + times)) + 1;

const lengthOf = (counts: Counts, weights: Weights, often: (times: number) => number = (times) => times): number => {
  let sum = 0;
  for (const [mark, times] of counts) sum += (often(times) * (weights.get(mark) ?? 0)) ** 2;
  return Math.sqrt(sum);
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** A concept with many names would be less like any of them than one with few: its length counts only in part. */
const LENGTH_SHARE = 0.7;
const tempered = (length: number, usual: number) => length ** LENGTH_SHARE * usual ** (1 - LENGTH_SHARE);

/** Words of all names together, letters of all names together. */
type Whole = { words: Counts; letters: Counts };

function wholeOf(names: readonly Read[]): Whole {
  const words = new Map<string, number>();
  for (const { stems } of names) for (const stem of stems) count(words, stem);
  return { words, letters: lettersIn(names.flatMap(({ stems }) => stems)) };
}

type Kind = { names: Weights; concepts: Weights };

/** Everything that is needed to find the concepts of one language by a name that is not quite theirs. */
export function indexNames(concepts: ReadonlyMap<number, readonly Called[]>, language: string): NameIndex {
  const read = [...concepts].map(([concept, called]) => ({ concept, names: readNames(called, language) }));
  const names = read.flatMap((one) => one.names);
  const wholes = read.map((one) => wholeOf(one.names));
  const words: Kind = {
    names: weigh(
      names.map(({ stems }) => stems),
      names.length,
    ),
    concepts: weigh(
      wholes.map((whole) => whole.words.keys()),
      read.length,
    ),
  };
  const letters: Kind = {
    names: weigh(
      names.map(({ stems }) => lettersIn(stems).keys()),
      names.length,
    ),
    concepts: weigh(
      wholes.map((whole) => whole.letters.keys()),
      read.length,
    ),
  };
  const lengths = wholes.map((whole) => lengthOf(whole.letters, letters.concepts, oftenLetters));
  const usual = mean(lengths);
  const senses = new Map<number, Sense>();
  const places = new Map<string, Place[]>();
  for (const [at, { concept, names: own }] of read.entries()) {
    const whole = wholes[at];
    if (!whole || own.length === 0) continue;
    const sense: Sense = {
      names: own.map((one) => nameOf(one, words.names, letters.names)),
      words: lengthOf(whole.words, words.concepts, oftenWord),
      letters: tempered(lengths[at] ?? 0, usual),
    };
    senses.set(concept, sense);
    const place = (mark: string, weight: number) => {
      const known = places.get(mark);
      if (known) known.push({ concept, weight });
      else places.set(mark, [{ concept, weight }]);
    };
    for (const [word, times] of whole.words)
      place(wordMark(word), (oftenWord(times) * (words.concepts.get(word) ?? 0)) / sense.words);
    for (const [run, times] of whole.letters)
      place(run, (oftenLetters(times) * (letters.concepts.get(run) ?? 0)) / sense.letters);
  }
  return { senses, marks: marksOf(places, words, letters, { names: names.length, concepts: read.length }) };
}

const nameOf = ({ name, preferred, stems }: Read, words: Weights, letters: Weights): Name => ({
  name,
  preferred,
  stems: stems.join(' '),
  words: lengthOf(new Map(stems.map((stem) => [stem, 1])), words),
  letters: lengthOf(lettersIn(stems), letters),
});

/** A word that is nowhere is as likely a slip as a word that matters. */
const UNKNOWN_SHARE = 0.5;

function marksOf(
  places: ReadonlyMap<string, readonly Place[]>,
  words: Kind,
  letters: Kind,
  all: { names: number; concepts: number },
): IndexedMark[] {
  const unknown = {
    mark: UNKNOWN_MARK,
    name: UNKNOWN_SHARE * rarity(all.names, 0),
    concept: UNKNOWN_SHARE * rarity(all.concepts, 0),
    places: [],
  };
  const known = [...places].map(([mark, found]) => {
    const [kind, key] = mark.startsWith('=') ? [words, mark.slice(1)] : [letters, mark];
    return { mark, name: kind.names.get(key) ?? 0, concept: kind.concepts.get(key) ?? 0, places: found };
  });
  return [unknown, ...known];
}
