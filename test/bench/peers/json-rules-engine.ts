import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { isCriterion } from '../../../app/domain/rule/rule.ts';
import type { PeerRule } from './rule.ts';

const OPERATORS = {
  eq: 'equal',
  ne: 'notEqual',
  gte: 'greaterThanInclusive',
  gt: 'greaterThan',
  lte: 'lessThanInclusive',
  lt: 'lessThan',
  in: 'in',
  notIn: 'notIn',
} as const;

/** A rule in the words of json-rules-engine, which can neither count nor add. */
function conditionsOf(rule: PeerRule): NestedCondition {
  const each = (rules: readonly PeerRule[]) => rules.map(conditionsOf);
  if (isCriterion(rule)) return { fact: rule.fact, operator: OPERATORS[rule.operator], value: rule.value };
  if ('all' in rule) return { all: each(rule.all) };
  if ('any' in rule) return { any: each(rule.any) };
  if ('none' in rule) return { not: { any: each(rule.none) } };
  throw new TypeError('json-rules-engine cannot say that');
}

/** Whether it can say a rule. */
export function canSay(rule: PeerRule): boolean {
  if (isCriterion(rule)) return true;
  if ('all' in rule) return rule.all.every(canSay);
  if ('any' in rule) return rule.any.every(canSay);
  return 'none' in rule && rule.none.every(canSay);
}

const isTopLevel = (conditions: NestedCondition): conditions is TopLevelCondition => !('fact' in conditions);

/** One engine with every rule; resolves with which of them are met, in their order. */
export function makeRulesEngine(rules: readonly PeerRule[]): (facts: Record<string, unknown>) => Promise<boolean[]> {
  const engine = new Engine();
  for (const [at, rule] of rules.entries()) {
    const said = conditionsOf(rule);
    engine.addRule({ conditions: isTopLevel(said) ? said : { all: [said] }, event: { type: String(at) } });
  }
  return async (facts) => {
    const { events } = await engine.run(facts);
    const met = new Set(events.map(({ type }) => type));
    return rules.map((_, at) => met.has(String(at)));
  };
}
