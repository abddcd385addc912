import { createContext, useContext } from 'react';
import type { Option } from '../check/fields/Field.tsx';

/** A pathway that a vacancy may be posted under, with what it asks in lines. */
export type PathwayChoice = { id: string; name: string; lines: readonly string[] };

/** What the pages of a draft know of its pathway, beside what was typed. */
export type Posting = {
  sectors: readonly Option[];
  choices: readonly PathwayChoice[];
  /** Those of its pathway's wage floors and costs. */
  currencies: readonly string[];
  placesHint: string | undefined;
  /** Its pathway asks for evidence that nobody was found on the labour market there. */
  marketTest: boolean;
  /** Its requirements are more than the fields can say. */
  beyondForm: boolean;
};

const Given = createContext<Posting | undefined>(undefined);
export const PostingProvider = Given.Provider;

export function usePosting(): Posting {
  const posting = useContext(Given);
  if (posting === undefined) throw new TypeError('a field stands outside the page of a draft');
  return posting;
}
