import type { Pathway, RuleOver } from '../../../app/domain/documents/index.ts';
import { type PathwayCriterion, ruleOf } from '../../../app/domain/eligibility/evaluate.ts';
import { ask } from '../../../app/domain/rule/ask.ts';
import { type Comparison, comparisonOf } from '../../../app/domain/rule/comparison.ts';
import { LEVELS } from '../../../app/domain/rule/facts/language.ts';
import { Standing } from '../../../app/domain/rule/facts/qualification.ts';
import type { Person, Scope } from '../../../app/domain/rule/person.ts';
import { isCriterion } from '../../../app/domain/rule/rule.ts';

/*
 * The same rules for engines that know nothing of persons: whatever rules ask of one is worked out beforehand, each answer a plain value
 * under a short name. They know two values where we know three, so the person must have told everything.
 */

type Value = string | number | boolean;

/** A comparison of one such value. */
export type Condition = { fact: string; operator: Comparison['operator']; value: Value | readonly string[] };
export type PeerRule = RuleOver<Condition>;

const WORDS: Partial<Record<PathwayCriterion['fact'], readonly string[]>> = {
  language: LEVELS,
  qualification: Standing.options,
};

/** What no comparison that asks for more, or for less, is met by. */
const nothing = ({ operator }: Comparison) => (operator === 'lt' || operator === 'lte' ? 1e300 : -1e300);

/** Makes rules over values of a person; `facts` holds those that they ask for. */
export function forPeers(person: Person) {
  const facts: Record<string, Value> = {};
  const names = new Map<string, string>();

  /** Answers that are alike are one, which makes it easier for them. */
  const nameOf = (value: Value, ...question: unknown[]): string => {
    const key = JSON.stringify([value, ...question]);
    const name = names.get(key) ?? `f${names.size}`;
    names.set(key, name);
    facts[name] = value;
    return name;
  };

  const ofNationality = (operator: 'in' | 'notIn', value: readonly string[]): Condition => ({
    ...{ fact: nameOf(person.profile.nationalities?.join() ?? '', 'nationality'), operator, value },
  });

  const conditionOf = (criterion: PathwayCriterion, scope: Scope): PeerRule => {
    if (criterion.fact === 'origin') {
      const { origins, exceptOrigins = [] } = criterion;
      const listed = origins === 'any' ? [] : [ofNationality('in', origins)];
      return { all: [...listed, ...(exceptOrigins.length > 0 ? [ofNationality('notIn', exceptOrigins)] : [])] };
    }
    const comparison = comparisonOf(criterion);
    const { operator, value } = comparison;
    if (criterion.fact === 'nationality' && (operator === 'in' || operator === 'notIn'))
      return ofNationality(operator, comparison.value);
    const question = ask(criterion, scope);
    const { fact } = criterion;
    // They compare no prefixes of occupations.
    if (fact === 'offerOccupation')
      return { fact: nameOf(question.finding(person) === 'met', fact, value), operator: 'eq', value: true };
    const words = WORDS[fact];
    const found = question.found(person);
    if (words)
      return { fact: nameOf(words.indexOf(String(found)), fact), operator, value: words.indexOf(String(value)) };
    const plain = typeof found === 'object' ? nothing(comparison) : found;
    return { fact: nameOf(plain, fact), operator, value };
  };

  const translated = (rule: RuleOver<PathwayCriterion>, scope: Scope): PeerRule => {
    const each = (rules: readonly RuleOver<PathwayCriterion>[]) => rules.map((part) => translated(part, scope));
    if (isCriterion(rule)) return conditionOf(rule, scope);
    if ('all' in rule) return { all: each(rule.all) };
    if ('any' in rule) return { any: each(rule.any) };
    if ('none' in rule) return { none: each(rule.none) };
    if ('atLeast' in rule) return { atLeast: rule.atLeast, of: each(rule.of) };
    const items = rule.points.items.map((item) => ({ ...item, when: translated(item.when, scope) }));
    return { points: { ...rule.points, items } };
  };

  return {
    facts,
    ruleOf: (pathway: Pathway) =>
      translated(ruleOf(pathway), { destination: pathway.destination, pathway: pathway.id }),
  };
}
