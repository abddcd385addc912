import type { Pathway } from '../documents/index.ts';
import type { Question } from '../rule/fact.ts';
import { words } from '../rule/measure.ts';
import type { Person } from '../rule/person.ts';

/** The criterion that every pathway implies: a nationality is in `origins` and none is in `exceptOrigins` (documents.md, «Rule»). */
export type OriginCriterion = { id: 'origin'; fact: 'origin' } & Pick<Pathway, 'origins' | 'exceptOrigins'>;

/** The implied criterion of a pathway; undefined where anybody may come. */
export function originOf({ origins, exceptOrigins = [] }: Pathway): OriginCriterion | undefined {
  if (origins === 'any' && exceptOrigins.length === 0) return undefined;
  return { id: 'origin', fact: 'origin', origins, ...(exceptOrigins.length > 0 && { exceptOrigins }) };
}

/** The implied criterion made ready. */
export function askOrigin({ origins, exceptOrigins = [] }: OriginCriterion): Question {
  const isListed = origins === 'any' ? () => true : words.holds({ operator: 'in', value: origins });
  const isExcepted = words.holds({ operator: 'in', value: exceptOrigins });
  const read = ({ profile }: Person) => profile.nationalities;
  return {
    finding: (person) => {
      const nationalities = read(person);
      if (nationalities === undefined) return 'unknown';
      return isListed(nationalities) && !isExcepted(nationalities) ? 'met' : 'unmet';
    },
    found: (person) => read(person) ?? null,
  };
}
