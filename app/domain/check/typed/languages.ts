import { Cefr, Language } from '../../documents/codes.ts';
import type { Profile } from '../../documents/index.ts';
import { type Read, slip, slipsOf, type Typed, understood } from './typed.ts';

type Spoken = NonNullable<Profile['languages']>[number];

/** The levels that may be chosen, from the least to the most. */
export const LEVELS = [...Cefr.options, 'native'] as const;

/** One row: a language and a level. Undefined of a row in which no language is known. */
function readRow(language: string, level: string, row: number): Read<Spoken | undefined> {
  if (level === '') return understood(undefined);
  const tag = Language.safeParse(language);
  if (!tag.success) return slip(`language-${row}`, 'language');
  const cefr = Cefr.safeParse(level);
  if (cefr.success) return understood({ language: tag.data, cefr: cefr.data });
  return level === 'native' ? understood({ language: tag.data, native: true }) : slip(`level-${row}`, 'level');
}

/** Every language known, a row each: a row without a level is a language that is not known. */
export function readLanguages(typed: Typed): Read<Spoken[]> {
  const levels = typed.all('level');
  const rows = typed.all('language').map((language, row) => readRow(language, levels[row] ?? '', row));
  const read = rows.flatMap((row) => (row.ok ? [row.value] : []));
  return read.length < rows.length ? slipsOf(...rows) : understood(read.filter((spoken) => spoken !== undefined));
}

/** Languages as the rows that they are typed into. */
export const languageFields = (languages: readonly Spoken[]): readonly (readonly [string, string])[] =>
  languages.flatMap(({ language, cefr, native }) => [
    ['language', language] as const,
    ['level', native ? 'native' : (cefr ?? '')] as const,
  ]);
