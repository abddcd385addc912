import type { Change } from '../../domain/eligibility/unlock/change.ts';
import type { RequiringVacancy } from '../../domain/matching/match.ts';
import { changesToMeet } from '../../domain/matching/unlock-match.ts';
import { keyOf } from '../../domain/rule/ask.ts';
import type { Person } from '../../domain/rule/person.ts';
import type { PersonCriterion } from '../../domain/rule/rule.ts';
import { criteriaOf } from '../../domain/rule/walk.ts';
import type { PathwaysById, ReadyRequirements } from './compiled-requirements.ts';

/** So many criteria are looked at, those that most requirements have first. */
const MOST_LOOKED_AT = 50;

type AskedFor = { criterion: PersonCriterion; pathway: string; count: number };

/** The criteria of what a vacancy requires, each with what makes it one question with others. */
const known = new WeakMap<RequiringVacancy, readonly { key: string; criterion: PersonCriterion }[]>();

function criteriaIn(sample: RequiringVacancy) {
  const { requires, destination, pathway } = sample;
  const criteria =
    known.get(sample) ??
    (requires === undefined ? [] : criteriaOf<PersonCriterion>(requires)).map((criterion) => ({
      ...{ criterion, key: keyOf(criterion, { destination, pathway }) },
    }));
  known.set(sample, criteria);
  return criteria;
}

/** What vacancies ask for beside the rules of their pathways, of whoever meets these and not that; what many ask for first. */
function askedFor(required: ReadyRequirements, person: Person): AskedFor[] {
  const asked = new Map<string, AskedFor>();
  for (const [law, alike] of required) {
    if (law(person) !== 'met') continue;
    for (const { own, sample } of alike) {
      if (own(person) === 'met') continue;
      for (const { key, criterion } of criteriaIn(sample)) {
        const { count } = asked.get(key) ?? { count: 0 };
        asked.set(key, { criterion, pathway: sample.pathway, count: count + 1 });
      }
    }
  }
  return [...asked.values()].sort((a, b) => b.count - a.count);
}

/** Changes to herself that would let somebody meet what vacancies ask for under pathways whose rules she meets. */
export function changesAsked(required: ReadyRequirements, pathways: PathwaysById, person: Person): Change[] {
  return askedFor(required, person)
    .slice(0, MOST_LOOKED_AT)
    .flatMap(({ criterion, pathway: id }) => {
      const pathway = pathways.get(id);
      return pathway ? changesToMeet(criterion, pathway, person) : [];
    });
}
