import { createContext, useContext } from 'react';
import type { Slip, Typed } from '../../../domain/check/typed/typed.ts';

/** A line of the classification of occupations that was found by the words typed. */
export type OccupationLine = { code: string; label: string };

/** The form of a question as it was filled in. */
export type FilledForm = {
  typed: Typed;
  slips: readonly Slip[];
  /** What else is wrong with a field, in words. */
  said?: readonly { field: string; words: string }[];
  /** What the rules name to choose from, each with its name. */
  choices: readonly { value: string; name: string }[];
  /** The lines found for the work typed; undefined where none was sought. */
  lines: readonly OccupationLine[] | undefined;
  pathways: readonly { id: string; name: string }[];
  /** Whether what no rule reads is asked as well. */
  whole: boolean;
};

const Filled = createContext<FilledForm | undefined>(undefined);
export const FilledFormProvider = Filled.Provider;

export function useFilledForm(): FilledForm {
  const form = useContext(Filled);
  if (form === undefined) throw new TypeError('a field stands outside its form');
  return form;
}
