import type { PersonCriterion, PersonRule } from '../../../app/domain/documents/index.ts';

type Rewriting = { criterion: (criterion: PersonCriterion) => PersonCriterion; itemId?: (id: string) => string };

/** The same rule with its criteria, and the ids of the items of its points tests, changed in the order of the document. */
export function rewritten(rule: PersonRule, change: Rewriting): PersonRule {
  const each = (rules: readonly PersonRule[]) => rules.map((inner) => rewritten(inner, change));
  if ('all' in rule) return { all: each(rule.all) };
  if ('any' in rule) return { any: each(rule.any) };
  if ('none' in rule) return { none: each(rule.none) };
  if ('atLeast' in rule) return { ...rule, of: each(rule.of) };
  if (!('points' in rule)) return change.criterion(rule);
  const { itemId = (id) => id } = change;
  const items = rule.points.items.map((item) => ({ ...item, id: itemId(item.id), when: rewritten(item.when, change) }));
  return { points: { ...rule.points, items } };
}

/** The same rule, its criteria and items numbered, so that no two share an id. */
export function numbered(rule: PersonRule): PersonRule {
  let count = 0;
  const next = (kind: string) => `${kind}-${++count}`;
  return rewritten(rule, {
    criterion: (criterion) => ({ ...criterion, id: next('c') }),
    itemId: () => next('i'),
  });
}
