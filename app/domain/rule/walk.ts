import type { RuleOver } from './rule.ts';

/** Every rule within the rule, itself first, in the order of the document, each with its JSON Pointer below `base`. */
export function* walkRules<C extends { fact: string }>(
  rule: RuleOver<C>,
  base = '',
): Generator<{ rule: RuleOver<C>; path: string }> {
  yield { rule, path: base };
  for (const [path, inner] of innerRules(rule)) yield* walkRules(inner, `${base}/${path}`);
}

/** Every criterion of the rule, in the order of the document, each with its JSON Pointer below `base`. */
export function* walkCriteria<C extends { fact: string }>(
  rule: RuleOver<C>,
  base = '',
): Generator<{ criterion: C; path: string }> {
  for (const { rule: part, path } of walkRules(rule, base)) if ('fact' in part) yield { criterion: part, path };
}

/** Every criterion of the rule, in the order of the document. */
export const criteriaOf = <C extends { fact: string }>(rule: RuleOver<C>): C[] =>
  [...walkCriteria(rule)].map(({ criterion }) => criterion);

function innerRules<C extends { fact: string }>(rule: RuleOver<C>): [path: string, rule: RuleOver<C>][] {
  if ('fact' in rule) return [];
  if ('all' in rule) return rule.all.map((inner, index) => [`all/${index}`, inner]);
  if ('any' in rule) return rule.any.map((inner, index) => [`any/${index}`, inner]);
  if ('none' in rule) return rule.none.map((inner, index) => [`none/${index}`, inner]);
  if ('atLeast' in rule) return rule.of.map((inner, index) => [`of/${index}`, inner]);
  return rule.points.items.map(({ when }, index) => [`points/items/${index}/when`, when]);
}
