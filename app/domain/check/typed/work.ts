import { Occupation } from '../../documents/codes.ts';
import { type Read, slip, type Typed, understood } from './typed.ts';

/** The fields of a search for one's work: the words, the words that the lines shown were found by, and the line chosen. */
export const WORK = { words: 'work', sought: 'sought', chosen: 'occupation' } as const;

/** Whether other words were typed since the lines that were shown were found. */
const isOtherWork = (typed: Typed) => typed.one(WORK.words) !== typed.one(WORK.sought);

/** Whether words were typed of which no lines were shown yet. */
export const seeksWork = (typed: Typed): boolean => typed.one(WORK.words) !== '' && isOtherWork(typed);

/** The occupation: the line chosen of those found by the words that stand there, or a code that was typed itself. */
export function readWork(typed: Typed): Read<string> {
  const typedCode = /^\d{4}$/.test(typed.one(WORK.words)) ? typed.one(WORK.words) : undefined;
  const chosen = Occupation.safeParse(typedCode ?? (isOtherWork(typed) ? undefined : typed.one(WORK.chosen)));
  return chosen.success ? understood(chosen.data) : slip(WORK.words, 'work');
}

/** The occupation of an answer as the fields that it was chosen with. */
export const workFields = (occupation: string | undefined): readonly (readonly [string, string])[] =>
  occupation === undefined
    ? []
    : [
        [WORK.words, occupation],
        [WORK.sought, occupation],
        [WORK.chosen, occupation],
      ];
