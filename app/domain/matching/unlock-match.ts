import { MOST_CHANGES, type Pathway, type PersonRule, type Vacancy } from '../documents/index.ts';
import { compilePathway } from '../eligibility/evaluate.ts';
import type { Change } from '../eligibility/unlock/change.ts';
import { CHANGEABLE, findUnlocks } from '../eligibility/unlock/find-unlocks.ts';
import { Person } from '../rule/person.ts';
import { offered } from '../vacancy/as-offer.ts';

/** The offer is the vacancy, which whoever takes it cannot change. */
const OF_ONESELF = new Set([...CHANGEABLE].filter((subject) => subject !== 'offer'));

/** A pathway as whoever takes a vacancy meets it: with what the vacancy itself requires. */
const withOwnRule = (pathway: Pathway, { requires }: Pick<Vacancy, 'requires'>): Pathway =>
  requires === undefined ? pathway : { ...pathway, eligibility: { all: [pathway.eligibility, requires] } };

/** The smallest sets of changes to herself that would make somebody eligible for a vacancy; none where she is, or where none would. */
export function unlocksOfMatch(pathway: Pathway, vacancy: Vacancy, { profile, on }: Person): (readonly Change[])[] {
  const taker = new Person(offered(profile, vacancy), on);
  const { unlocks } = findUnlocks([compilePathway(withOwnRule(pathway, vacancy))], taker, MOST_CHANGES, OF_ONESELF);
  return unlocks.map(({ changes }) => changes);
}

/** The single changes to herself by each of which somebody who meets a pathway's rules would come to meet a criterion of its vacancies. */
export function changesToMeet(criterion: PersonRule, pathway: Pathway, person: Person): Change[] {
  const asked = compilePathway({ ...pathway, eligibility: criterion });
  return findUnlocks([asked], person, 1, OF_ONESELF).unlocks.flatMap(({ changes }) => changes);
}
