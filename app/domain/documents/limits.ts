import { children, isObject, states } from './json.ts';
import { type Path, type Problem, pointer, shown } from './problem.ts';

/** More than any document means, yet little enough that reading one exhausts neither the stack nor the clock. */
export const limits = {
  ruleDepth: 50,
  depth: 300,
  criteria: 5_000,
  pointsItems: 500,
  values: 200_000,
  entries: 10_000,
  characters: 20_000,
};

type Place = { value: unknown; step: string | number; above?: Place; depth: number; ruleDepth: number };

/** The first reason why the input is too large or too deep to be read, sought without recursion so that no depth can overflow the stack. */
export function limitProblems(input: unknown): Problem[] {
  const waiting: Place[] = [{ value: input, step: '', depth: 0, ruleDepth: 0 }];
  const seen = { values: 0, criteria: 0 };
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    seen.values += 1;
    if (isObject(place.value) && states(place.value, 'fact')) seen.criteria += 1;
    const message = excess(place, seen);
    if (message !== undefined) return [{ path: pointer(pathTo(place)), message }];
    waiting.push(...placesBelow(place));
  }
  return [];
}

function excess(
  { value, step, depth, ruleDepth }: Place,
  seen: { values: number; criteria: number },
): string | undefined {
  // A key that an object literal would take for its prototype: no schema sees it, so it is refused before any schema reads.
  if (step === '__proto__') return `unknown key ${shown(step)}`;
  const size = Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : 0;
  const length = typeof value === 'string' ? value.length : 0;
  const measured: [number, number, string][] = [
    [ruleDepth, limits.ruleDepth, 'rules are nested too deep'],
    [depth, limits.depth, 'nested too deep'],
    [seen.criteria, limits.criteria, 'too many criteria in one document'],
    [seen.values, limits.values, 'too many values in one document'],
    [size, limits.entries, 'too many entries'],
    [step === 'items' ? size : 0, limits.pointsItems, 'too many items in a points test'],
    [length, limits.characters, 'too many characters'],
  ];
  const [, limit, what] = measured.find(([found, most]) => found > most) ?? [];
  return limit === undefined ? undefined : `${what}: at most ${limit.toLocaleString('en')}`;
}

/** The keys under which a rule holds other rules. */
const holders = ['all', 'any', 'none', 'of', 'points'];

function placesBelow(above: Place): Place[] {
  const { value } = above;
  const holdsRules = isObject(value) && holders.some((key) => states(value, key) && typeof value[key] === 'object');
  const ruleDepth = above.ruleDepth + (holdsRules ? 1 : 0);
  return children(value).map(([step, child]) => ({ value: child, step, above, depth: above.depth + 1, ruleDepth }));
}

function pathTo(place: Place): Path {
  const steps: (string | number)[] = [];
  for (let at: Place | undefined = place; at?.above !== undefined; at = at.above) steps.push(at.step);
  return steps.reverse();
}
