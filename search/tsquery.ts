import type { Reading, Term } from './meaning.ts';
import { BEGINNING, beginningOf } from './pathway/beginning.ts';

/** Fields by weight: A name, B occupations, C summary, D the rest; the place is the cost of a match there. */
const WEIGHTS = ['A', 'B', 'C', 'D'] as const;

/**
 * Each outweighs all that follow, for a query of ten words: typos, the field, whether the field begins with the query or is it, and
 * words that do not stand as typed.
 */
const TYPO = 1_000_000;
const PLACE = 1_000;
export const BEGINNING_COST = { whole: 0, begins: 100, neither: 200 } as const;

type Lexeme = { word: string; prefix?: boolean; weight?: string };

/** One word of a tsquery. Words hold no quote, and one that did would be doubled. */
function lexeme({ word, prefix = false, weight = '' }: Lexeme): string {
  const label = `${prefix ? '*' : ''}${weight}`;
  return `'${word.replace(/['\\]/g, '$&$&')}'${label && `:${label}`}`;
}

/** What matches a term at so many typos, in any field or in one. */
function atTypos({ asked, close, split }: Term, typos: number, weight?: string): string[] {
  const labelled = (word: string, prefix = false) => lexeme({ word, prefix, ...(weight !== undefined && { weight }) });
  if (typos === 0) return [labelled(asked.word, asked.prefix)];
  const words = (close[typos - 1] ?? []).map((word) => labelled(word));
  return typos === 1 && split ? [...words, `(${split.map((word) => labelled(word)).join(' <-> ')})`] : words;
}

const STEPS = [0, 1, 2] as const;

/** Met by the pathways that match a reading. */
export const matching = (reading: Reading): string =>
  reading.map((term) => `(${STEPS.flatMap((typos) => atTypos(term, typos)).join(' | ')})`).join(' & ');

/** What a match of a term costs, the cheapest first: the first of them that is met holds. */
export function costsOf(term: Term): { query: string; cost: number }[] {
  const joined = term.length === 1 ? 0 : term.length;
  return STEPS.flatMap((typos) =>
    WEIGHTS.flatMap((weight, place) => {
      const choices = atTypos(term, typos, weight);
      return choices.length === 0
        ? []
        : [{ query: choices.join(' | '), cost: (typos + joined) * TYPO + place * term.length * PLACE }];
    }),
  );
}

/** What it costs beside that where the word does not stand as typed anywhere. */
export const inexactness = ({ asked, length }: Term): { query: string; cost: number } => ({
  query: lexeme({ word: asked.word }),
  cost: length,
});

/** Met where some field begins with the words as typed, and where it holds nothing else. */
export function beginnings(reading: Reading): { begins: string; whole: string } {
  const words = reading.map(({ asked }) => lexeme({ word: asked.word }));
  const after = (mark: string) => [lexeme({ word: mark }), ...words].join(' <-> ');
  return { begins: after(BEGINNING), whole: after(beginningOf(reading.length)) };
}
