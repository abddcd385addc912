import { Rule } from '../rule/rule.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { isObject, type JsonObject } from './json.ts';
import { Money } from './money.ts';
import { Text } from './text.ts';

/** One step on the way to what changed: a key, an entry of a list by its id and name or by its place from 1, or a language of a text. */
export type Step =
  | { key: string }
  | { entry: string; name: Text | string | undefined }
  | { place: number }
  | { language: string };

/**
 * One thing that changed; `undefined`: it was not there before, or is not any more. Of lists of codes and notes only what is gone and what
 * came; of a rule the smallest parts that can be read by themselves.
 */
export type Change = { path: readonly Step[] } & (
  | { kind: 'value'; before: unknown; after: unknown }
  | { kind: 'list'; before: readonly unknown[]; after: readonly unknown[] }
  | { kind: 'rule'; before: Rule | undefined; after: Rule | undefined }
);

type Path = readonly Step[];

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
const isText = (value: unknown): value is Text => Text.safeParse(value).success;
const isMoney = (value: unknown): boolean => Money.safeParse(value).success;

/** What of one list is not in the other. */
const missingIn = <T>(these: readonly T[], those: readonly unknown[]): T[] =>
  these.filter((one) => !those.some((other) => same(one, other)));

/** A rule with each criterion told by its id alone: how they are put together. */
const shapeOf = (rule: Rule): string =>
  canonicalJson(
    JSON.parse(JSON.stringify(rule, (_, part: unknown) => (isObject(part) && 'fact' in part ? part['id'] : part))),
  );

function criteriaIn(rule: Rule): Map<string, Rule> {
  const found = new Map<string, Rule>();
  JSON.stringify(rule, (_, part: unknown) => {
    const criterion = isObject(part) && 'fact' in part ? Rule.safeParse(part) : undefined;
    if (criterion?.success && 'fact' in criterion.data) found.set(criterion.data.id, criterion.data);
    return part;
  });
  return found;
}

/** Rules of one shape differ in criteria; others are told whole. */
function* between(path: Path, before: Rule, after: Rule): Generator<Change> {
  if (shapeOf(before) !== shapeOf(after)) {
    yield { path, kind: 'rule', before, after };
    return;
  }
  const now = criteriaIn(after);
  for (const [id, criterion] of criteriaIn(before))
    if (!same(criterion, now.get(id))) yield { path, kind: 'rule', before: criterion, after: now.get(id) };
}

/** The members of a conjunction stand each for itself. */
function* rulesBetween(path: Path, before: Rule, after: Rule): Generator<Change> {
  if (!('all' in before && 'all' in after)) {
    yield* between(path, before, after);
    return;
  }
  const gone = missingIn(before.all, after.all);
  const came = missingIn(after.all, before.all);
  for (const rule of gone) {
    const at = came.findIndex((other) => shapeOf(other) === shapeOf(rule));
    const [match] = at < 0 ? [] : came.splice(at, 1);
    if (match) yield* between(path, rule, match);
    else yield { path, kind: 'rule', before: rule, after: undefined };
  }
  for (const rule of came) yield { path, kind: 'rule', before: undefined, after: rule };
}

type Identified = JsonObject & { id: string };
const isIdentified = (value: unknown): value is Identified => isObject(value) && typeof value['id'] === 'string';

function nameOf(entry: Identified | undefined): Text | string | undefined {
  const found = entry?.['label'] ?? entry?.['name'] ?? entry?.['title'];
  return typeof found === 'string' || isText(found) ? found : undefined;
}

function* entriesBetween(path: Path, before: readonly Identified[], after: readonly Identified[]): Generator<Change> {
  const [old, now] = [before, after].map((list) => new Map(list.map((entry) => [entry.id, entry])));
  for (const id of new Set([...before, ...after].map((entry) => entry.id))) {
    const step = { entry: id, name: nameOf(now?.get(id) ?? old?.get(id)) };
    yield* changesWithin([...path, step], old?.get(id), now?.get(id));
  }
}

/** Entries without an id: those that differ are paired in their order. */
function* placesBetween(path: Path, before: readonly unknown[], after: readonly unknown[]): Generator<Change> {
  const [gone, came] = [missingIn(before, after), missingIn(after, before)];
  for (let at = 0; at < Math.max(gone.length, came.length); at++) {
    const [old, now] = [gone[at], came[at]];
    const place = 1 + (now === undefined ? before.indexOf(old) : after.indexOf(now));
    yield* changesWithin([...path, { place }], old, now);
  }
}

function* listsBetween(path: Path, before: readonly unknown[], after: readonly unknown[]): Generator<Change> {
  if (before.every(isIdentified) && after.every(isIdentified)) yield* entriesBetween(path, before, after);
  else if ([...before, ...after].some(isObject)) yield* placesBetween(path, before, after);
  else {
    const [gone, came] = [missingIn(before, after), missingIn(after, before)];
    if (gone.length + came.length > 0) yield { path, kind: 'list', before: gone, after: came };
  }
}

const RULES: readonly string[] = ['eligibility', 'when'];

function ruleAt(path: Path, value: unknown): Rule | undefined {
  const last = path.at(-1);
  const rule = last && 'key' in last && RULES.includes(last.key) ? Rule.safeParse(value) : undefined;
  return rule?.data;
}

function* keysBetween(path: Path, before: JsonObject, after: JsonObject): Generator<Change> {
  const step = isText(before) && isText(after) ? (language: string) => ({ language }) : (key: string) => ({ key });
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
    yield* changesWithin([...path, step(key)], before[key], after[key]);
}

function* changesWithin(path: Path, before: unknown, after: unknown): Generator<Change> {
  if (same(before, after)) return;
  const [oldRule, newRule] = [ruleAt(path, before), ruleAt(path, after)];
  if (oldRule && newRule) yield* rulesBetween(path, oldRule, newRule);
  else if (oldRule || newRule) yield { path, kind: 'rule', before: oldRule, after: newRule };
  else if (isObject(before) && isObject(after) && !isMoney(before)) yield* keysBetween(path, before, after);
  else if (Array.isArray(before) && Array.isArray(after)) yield* listsBetween(path, before, after);
  else yield { path, kind: 'value', before, after };
}

/** What changed from one version of a document to another, in the order of the earlier; that lists are in another order is no change. */
export const changesBetween = (before: object, after: object): Change[] => [...changesWithin([], before, after)];
