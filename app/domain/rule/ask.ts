import type { Question } from './fact.ts';
import { facts } from './facts.ts';
import type { Scope } from './person.ts';
import type { Criterion } from './rule.ts';

/** A criterion made ready for persons, where the rule stands. */
export const ask = (criterion: Criterion, scope: Scope): Question => facts[criterion.fact].ask(criterion, scope);

/** What makes two criteria one question wherever they stand: alike in all but their ids, labels and sources. */
export const keyOf = (criterion: Criterion, scope: Scope): string => facts[criterion.fact].keyOf(criterion, scope);
