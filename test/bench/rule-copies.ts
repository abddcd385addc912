import type { Pathway, PersonCriterion } from '../../app/domain/documents/index.ts';
import { rewritten } from '../support/naive/rewrite.ts';
import { seedPathways } from '../support/naive/seed.ts';

/** Asks for a little more of what is counted, so that copies are not all one question. */
function harder(criterion: PersonCriterion, by: number): PersonCriterion {
  if (criterion.fact !== 'age' && criterion.fact !== 'experience' && criterion.fact !== 'offerWage') return criterion;
  const { ...asked } = criterion;
  for (const operator of ['gte', 'gt', 'lte', 'lt'] as const) {
    const value = asked[operator];
    if (value !== undefined) asked[operator] = value + by;
  }
  return asked;
}

const DEGREES = 5;

/** So many pathways: the real ones, one after the other, each round of copies under other ids and as hard as another. */
export const copiesOfPathways = (total: number): Pathway[] =>
  Array.from({ length: Math.ceil(total / seedPathways.length) }, (_, round) =>
    seedPathways.map((pathway) => ({
      ...pathway,
      id: `${pathway.id}-${round}`,
      eligibility: rewritten(pathway.eligibility, { criterion: (one) => harder(one, round % DEGREES) }),
    })),
  )
    .flat()
    .slice(0, total);
