import { typosAllowed, typosBetween } from '../text/typos.ts';
import { count, type MarkWeight, type Name, oftenLetters, oftenWord, type Sense, wordMark } from './sense.ts';
import { lettersOf, type TitleWords } from './title.ts';
import { tongueOf } from './tongues.ts';

/** How much each part of a likeness counts; the whole is 1. */
type Shares = {
  /** Words in common with the name that is most like it. */
  words: number;
  /** Letters in common with it. */
  letters: number;
  /** More if that is the preferred name. */
  preferred: number;
  /** Words, and letters, in common with all names of the concept together. */
  allWords: number;
  allLetters: number;
};

const BY_WORDS: Shares = { words: 0.35, letters: 0.26, preferred: 0.09, allWords: 0.17, allLetters: 0.13 };
/** Where words are joined to longer ones. */
const BY_LETTERS: Shares = { words: 0.08, letters: 0.34, preferred: 0.08, allWords: 0, allLetters: 0.5 };

export type Likeness = { score: number; name: Name };

/** What the marks of a language weigh; `unknown` those that it does not have. */
export type Weights = { of(mark: string): MarkWeight | undefined; unknown: MarkWeight };

type WeightOf = (key: string) => MarkWeight;
type Row = ReadonlyMap<string, number>;
type Weighing = 'name' | 'concept';

/** A title as a row of weights, of length 1. */
function rowOf(counts: Row, weighing: Weighing, weightOf: WeightOf): Row {
  const weighed = [...counts].map(([key, times]) => [key, times * weightOf(key)[weighing]] as const);
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1;
  return new Map(weighed.map(([key, weight]) => [key, weight / length]));
}

/** What is looked for, as rows; the weight of each key in them is already that of the key on both sides. */
type Sought = { words: Row; letters: Row; allWords: Row; allLetters: Row; unknown: readonly string[] };

function soughtOf(title: TitleWords, { of, unknown }: Weights): Sought {
  const weightOf = (mark: string) => of(mark) ?? unknown;
  const ofWord = (word: string) => weightOf(wordMark(word));
  const letters = lettersWeighed(title);
  const both = (counts: Row, weighing: Weighing, weight: WeightOf): Row =>
    new Map([...rowOf(counts, weighing, weight)].map(([key, share]) => [key, share * weight(key)[weighing]]));
  return {
    words: both(title, 'name', ofWord),
    letters: both(letters, 'name', weightOf),
    allWords: both(title, 'concept', ofWord),
    allLetters: both(letters, 'concept', weightOf),
    unknown: [...title.keys()].filter((word) => of(wordMark(word)) === undefined),
  };
}

/** The runs of letters of a title, each weighing as much as its words do. */
export function lettersWeighed(title: TitleWords): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word, weight] of title) for (const run of lettersOf(word)) count(counts, run, weight);
  return counts;
}

/**
 * How like a title is to what concepts are called in one language: tf-idf of words and of runs of letters, with the name that is most
 * like it and with all names together.
 */
export function likenessTo(title: TitleWords, language: string, weights: Weights): (sense: Sense) => Likeness {
  const shares = tongueOf(language).joins ? BY_LETTERS : BY_WORDS;
  const sought = soughtOf(title, weights);
  const words = new Map<string, WordInCommon>();
  const inCommon = (word: string): WordInCommon => {
    const known = words.get(word) ?? commonOf(word, sought);
    words.set(word, known);
    return known;
  };
  return (sense) => {
    const named = sense.names.map((name) => ({ name, words: name.stems.split(' ').map(inCommon) }));
    const best = named
      .map(({ name, words: own }) => ({ name, score: nameScore(name, own, shares) }))
      .reduce((one, other) => (other.score > one.score ? other : one));
    const all = named.flatMap(({ words: own }) => own);
    return {
      name: best.name,
      score:
        best.score +
        (shares.allWords * allWordsScore(all, sought)) / sense.words +
        (shares.allLetters * allLettersScore(all, sought)) / sense.letters,
    };
  };
}

/** A word of a name: its part in the likeness of words and of letters, and the runs of letters that are sought and that it has. */
type WordInCommon = { word: string; words: number; letters: number; runs: readonly string[] };

/** A word with typos in it, or only the beginning of one, is that word in part. */
const MISSPELT = 0.8;
const SHORTEST_BEGINNING = 3;

function closeness(unknown: string, word: string): number {
  if (unknown.length >= SHORTEST_BEGINNING && word.startsWith(unknown)) return unknown.length / word.length;
  const most = typosAllowed(unknown);
  return most > 0 && typosBetween(unknown, word, most) <= most ? MISSPELT : 0;
}

const guessed = (word: string, { unknown, words }: Sought): number =>
  Math.max(0, ...unknown.map((one) => closeness(one, word) * (words.get(one) ?? 0)));

function commonOf(word: string, sought: Sought): WordInCommon {
  const runs: string[] = [];
  let letters = 0;
  for (const run of lettersOf(word)) {
    const weight = sought.letters.get(run);
    if (weight === undefined) continue;
    runs.push(run);
    letters += weight;
  }
  return { word, words: sought.words.get(word) ?? guessed(word, sought), letters, runs };
}

function nameScore(name: Name, words: readonly WordInCommon[], shares: Shares): number {
  let [ofWords, ofLetters] = [0, 0];
  for (const word of words) {
    ofWords += word.words;
    ofLetters += word.letters;
  }
  const letters = name.letters === 0 ? 0 : ofLetters / name.letters;
  return shares.words * (ofWords / name.words) + (shares.letters + (name.preferred ? shares.preferred : 0)) * letters;
}

function allWordsScore(all: readonly WordInCommon[], { allWords }: Sought): number {
  const times = new Map<string, number>();
  for (const { word } of all) if (allWords.has(word)) count(times, word);
  return [...times].reduce((sum, [word, often]) => sum + oftenWord(often) * (allWords.get(word) ?? 0), 0);
}

function allLettersScore(all: readonly WordInCommon[], { allLetters }: Sought): number {
  const times = new Map<string, number>();
  for (const { runs } of all) for (const run of runs) count(times, run);
  return [...times].reduce((sum, [run, often]) => sum + oftenLetters(often) * (allLetters.get(run) ?? 0), 0);
}
