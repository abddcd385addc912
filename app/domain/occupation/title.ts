import { fold } from '../text/fold.ts';
import { type Tongue, tongueOf } from './tongues.ts';

/** Words of a title as they are compared, and how much each says. */
export type TitleWords = ReadonlyMap<string, number>;

/** What follows a comma or stands in brackets narrows a title down and names nothing by itself. */
const NARROWING = 0.7;
const WHOLE_WORD = 1;
/** A stem shorter than this would be shared by words that have nothing in common. */
const SHORTEST_STEM = 3;
/** `(h/f/x)`, `(m/w/d)`: for everybody. */
const FOR_ALL = /\((?:\p{L}[/|* ]){1,3}\p{L}\)/gu;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}+#]+/u;
const NARROWED = /[,(]/;

type Reading = {
  small: ReadonlySet<string>;
  endings: readonly (readonly [ending: string, replacement: string])[];
  except: RegExp | undefined;
  spelt: readonly (readonly [from: string, to: string])[];
  gender: RegExp | undefined;
  article: string | undefined;
};

const listed = (text: string) => text.split(' ').filter((word) => word !== '');
const paired = (text: string) =>
  listed(text).map((word) => {
    const [from = '', to = ''] = word.split('>');
    return [from, to] as const;
  });

const readingOf = ({ small, endings, except, spelt, gender, article }: Tongue): Reading => ({
  small: new Set(listed(small)),
  endings: paired(endings).sort(([one], [other]) => other.length - one.length),
  except: except === undefined ? undefined : new RegExp(`[\\s,]+(?:${listed(except).join('|')})\\s.*$`, 'u'),
  spelt: paired(spelt ?? ''),
  gender,
  article,
});

const READINGS = new Map<string, Reading>();

function reading(language: string): Reading {
  const known = READINGS.get(language) ?? readingOf(tongueOf(language));
  READINGS.set(language, known);
  return known;
}

const withoutMarks = (folded: string, { except, gender }: Reading): string => {
  const plain = folded.replace(FOR_ALL, ' ');
  const ungendered = gender ? plain.replace(gender, ' ') : plain;
  return except ? ungendered.replace(except, '') : ungendered;
};

function stem(word: string, { endings, spelt, article }: Reading): string {
  const bare =
    article && word.startsWith(article) && word.length - article.length >= SHORTEST_STEM
      ? word.slice(article.length)
      : word;
  const one = spelt.reduce((text, [from, to]) => text.replaceAll(from, to), bare);
  const found = endings.find(([ending]) => one.endsWith(ending) && one.length - ending.length >= SHORTEST_STEM);
  return found ? one.slice(0, one.length - found[0].length) + found[1] : one;
}

const wordsOf = (text: string) => text.split(BETWEEN_WORDS).filter((word) => word !== '');

function stemsOf(text: string, rules: Reading): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => word.length > 1 && !rules.small.has(word));
  return (telling.length > 0 ? telling : words).map((word) => stem(word, rules));
}

/** A title's words without what only grammar adds, each once, in the order of the title. */
export function titleStems(title: string, language: string): string[] {
  const rules = reading(language);
  return [...new Set(stemsOf(withoutMarks(fold(title), rules), rules))];
}

/** The same of a title that is looked for: what it begins with says more than what narrows it down. */
export function titleWords(title: string, language: string): TitleWords {
  const rules = reading(language);
  const plain = withoutMarks(fold(title), rules);
  const cut = plain.search(NARROWED);
  const head = new Set(cut > 0 ? stemsOf(plain.slice(0, cut), rules) : []);
  return new Map(
    stemsOf(plain, rules).map((word) => [word, head.size === 0 || head.has(word) ? WHOLE_WORD : NARROWING]),
  );
}

const [FEWEST_LETTERS, MOST_LETTERS] = [3, 4];

/** Every three and four letters of a word that stand together; a space stands for its beginning and its end. */
export function* lettersOf(word: string): Generator<string> {
  const bounded = ` ${word} `;
  for (let size = FEWEST_LETTERS; size <= MOST_LETTERS; size++)
    for (let at = 0; at + size <= bounded.length; at++) yield bounded.slice(at, at + size);
}
