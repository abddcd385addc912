import type { Criterion, RuleOver } from './rule.ts';

/** A criterion, and what it has to come to for the rule above it to be met. */
export type Wanted<C> = { criterion: C; finding: 'met' | 'unmet' };

const OPPOSITE = { met: 'unmet', unmet: 'met' } as const;

/** Every criterion of a rule with what is wanted of it: under `none` it is that it is unmet. */
export function wantedOf<C extends Criterion>(rule: RuleOver<C>, finding: 'met' | 'unmet' = 'met'): Wanted<C>[] {
  const each = (rules: readonly RuleOver<C>[], wanted = finding) => rules.flatMap((part) => wantedOf(part, wanted));
  if ('fact' in rule) return [{ criterion: rule, finding }];
  if ('all' in rule) return each(rule.all);
  if ('any' in rule) return each(rule.any);
  if ('none' in rule) return each(rule.none, OPPOSITE[finding]);
  if ('atLeast' in rule) return each(rule.of);
  return each(rule.points.items.map(({ when }) => when));
}
