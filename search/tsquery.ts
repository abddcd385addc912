import type { Reading, Term } from './meaning.ts';
import { beginningWith, wholeOf } from './pathway/beginning.ts';

/** Each word of the index begins with the letter of its field: A name, B occupations, C summary, D the rest; the place is the cost of a match there. */
export const FIELDS = ['A', 'B', 'C', 'D'] as const;
export type Field = (typeof FIELDS)[number];

/**
 * Each outweighs all that follow, for a query of ten words: typos, the field, whether the field begins with the query or is it, and
 * words that do not stand as typed.
 */
const TYPO = 1_000_000;
const PLACE = 1_000;
export const BEGINNING_COST = { whole: 0, begins: 100, neither: 200 } as const;

/** One word of a tsquery. Words hold no quote, and one that did would be doubled. */
export const lexeme = (word: string, prefix = false) => `'${word.replace(/['\\]/g, '$&$&')}'${prefix ? ':*' : ''}`;

const inAnyField = (queryIn: (field: Field) => string[]) => FIELDS.flatMap(queryIn).join(' | ');

/** Two words where they stand side by side in one field. */
const pairIn = (head: string, tail: string) => (field: Field) =>
  `(${lexeme(field + head)} <-> ${lexeme(field + tail)})`;

/** The same in any field. */
export const sideBySide = (head: string, tail: string): string => inAnyField((field) => [pairIn(head, tail)(field)]);

/** What matches a term at so many typos in a field. */
export function atTypos({ asked, close, split }: Term, typos: number, field: Field): string[] {
  if (typos === 0) return [lexeme(field + asked.word, asked.prefix)];
  const words = (close[typos - 1] ?? []).map((word) => lexeme(field + word));
  return typos === 1 && split ? [...words, pairIn(...split)(field)] : words;
}

export const STEPS = [0, 1, 2] as const;

export const allOf = (reading: Reading, queryOf: (term: Term) => string) =>
  reading.map((term) => `(${queryOf(term)})`).join(' & ');

/** Met by the pathways that match a reading. */
export const matching = (reading: Reading): string =>
  allOf(reading, (term) => inAnyField((field) => STEPS.flatMap((typos) => atTypos(term, typos, field))));

/** Met by the pathways that hold every word as typed, in their names or anywhere: they cost less than all others, in this order. */
export const bestFirst = (reading: Reading): string[] => [
  allOf(reading, (term) => atTypos(term, 0, 'A').join(' | ')),
  allOf(reading, (term) => inAnyField((field) => atTypos(term, 0, field))),
];

/** What a match of a term costs, the cheapest first: the first of them that is met holds. */
export function costsOf(term: Term): { query: string; cost: number }[] {
  const joined = term.length === 1 ? 0 : term.length;
  return STEPS.flatMap((typos) =>
    FIELDS.flatMap((field, place) => {
      const choices = atTypos(term, typos, field);
      return choices.length === 0
        ? []
        : [{ query: choices.join(' | '), cost: (typos + joined) * TYPO + place * term.length * PLACE }];
    }),
  );
}

/** What it costs beside that where the word does not stand as typed anywhere. */
export const inexactness = ({ asked, length }: Term): { query: string; cost: number } => ({
  query: inAnyField((field) => [lexeme(field + asked.word)]),
  cost: length,
});

/** Met where some field begins with the words as typed, and where it holds nothing else. */
export function beginnings(reading: Reading): { begins: string; whole: string } {
  const words = reading.map(({ asked }) => asked.word);
  return { begins: lexeme(beginningWith(words), true), whole: lexeme(wholeOf(words)) };
}
