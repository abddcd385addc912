import { LogicEngine } from 'json-logic-engine';
import { tallyOf } from '../../../app/domain/rule/points.ts';
import { isCriterion } from '../../../app/domain/rule/rule.ts';
import type { Condition, PeerRule } from './rule.ts';

const OPERATORS = { eq: '===', ne: '!==', gte: '>=', gt: '>', lte: '<=', lt: '<', in: 'in' } as const;

function comparison({ fact, operator, value }: Condition): object {
  const found = { var: fact };
  return operator === 'notIn' ? { '!': { in: [found, value] } } : { [OPERATORS[operator]]: [found, value] };
}

const sum = (terms: readonly object[]): object => ({ '+': terms });

/** A rule in the words of JSON Logic. */
function logicOf(rule: PeerRule): object | boolean {
  const each = (rules: readonly PeerRule[]) => rules.map(logicOf);
  const joined = (by: 'and' | 'or', rules: readonly PeerRule[]) =>
    rules.length === 0 ? by === 'and' : rules.length === 1 && rules[0] ? logicOf(rules[0]) : { [by]: each(rules) };
  if (isCriterion(rule)) return comparison(rule);
  if ('all' in rule) return joined('and', rule.all);
  if ('any' in rule) return joined('or', rule.any);
  if ('none' in rule) return { '!': joined('or', rule.none) };
  const counted = (when: PeerRule, points: number) => ({ if: [logicOf(when), points, 0] });
  if ('atLeast' in rule) return { '>=': [sum(rule.of.map((when) => counted(when, 1))), rule.atLeast] };
  const { pass, groups } = tallyOf(rule.points);
  const { items } = rule.points;
  const ofGroups = groups.map(({ most, items: members }) => {
    const total = sum(members.flatMap(({ at, points }) => (items[at] ? [counted(items[at].when, points)] : [])));
    return Number.isFinite(most) ? { min: [total, most] } : total;
  });
  return { '>=': [sum(ofGroups), pass] };
}

/** Each rule compiled to a function of its own, as the engine's documentation has it. */
export function compileJsonLogic(rules: readonly PeerRule[]): ((facts: object) => boolean)[] {
  const engine = new LogicEngine();
  return rules.map((rule) => {
    const decide = engine.build(logicOf(rule));
    return typeof decide === 'function' ? (facts) => Boolean(decide(facts)) : () => Boolean(decide);
  });
}
