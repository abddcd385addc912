/** The limits of a tsvector: places end at 16,383, and a word has at most 256 of them. */
const LAST_PLACE = 16_383;
const MOST_PLACES = 200;

/** A word where it stands, and the one directly before it in the same text. */
type Placed = { letter: string; word: string; place: number; before?: string };

/** A field's letter, and its texts cut into words. */
export type Field = { letter: string; texts: string[][] };

/** Two words side by side, `joined` as one. */
export type Pair = { joined: string; head: string };

/** What a thing is found by: its words as a tsvector written out, each word once, and the pairs of words that stand side by side. */
export type Wordage = { vector: string; words: string[]; pairs: Pair[] };

/** The words of a thing in their places: few enough of each, and all of them at least once. */
function placedWords(fields: readonly Field[]): Placed[] {
  const placed: Placed[] = [];
  const counts = new Map<string, number>();
  let at = 1;
  for (const { letter, texts } of fields) {
    for (const text of texts) {
      let before: string | undefined;
      for (const word of text) {
        at++;
        const count = counts.get(word) ?? 0;
        counts.set(word, count + 1);
        const stands = count < MOST_PLACES;
        if (stands)
          placed.push({ letter, word, place: Math.min(at, LAST_PLACE), ...(before !== undefined && { before }) });
        before = stands && at < LAST_PLACE ? word : undefined;
      }
      at += 10; // words of different texts do not stand side by side
    }
  }
  return placed;
}

/**
 * A tsvector written out: PostgreSQL's own parser would cut words of some scripts at their vowel signs. Each word begins with its
 * field's letter, for an index knows words and no weights: it can tell by itself what holds a word in its name.
 */
function vectorOf(words: readonly Placed[], signs: readonly string[]): string {
  const places = new Map<string, number[]>();
  for (const { letter, word, place } of words) {
    const known = places.get(letter + word);
    if (known) known.push(place);
    else places.set(letter + word, [place]);
  }
  return [
    ...[...places].map(([word, known]) => `'${word}':${known.join(',')}`),
    ...signs.map((sign) => `'${sign}'`),
  ].join(' ');
}

const pairsOf = (words: readonly Placed[]): Pair[] =>
  words.flatMap(({ word, before }) => (before === undefined ? [] : [{ joined: before + word, head: before }]));

export const pairsByKey = (pairs: readonly Pair[]) =>
  new Map(pairs.map((pair) => [`${pair.joined} ${pair.head}`, pair]));

/** The words of some fields; `signs` stand in the vector beside them, and hold what no word can. */
export function wordageOf(fields: readonly Field[], signs: readonly string[]): Wordage {
  const placed = placedWords(fields);
  return {
    vector: vectorOf(placed, signs),
    words: [...new Set(placed.map(({ word }) => word))],
    pairs: [...pairsByKey(pairsOf(placed)).values()],
  };
}
