import type { Path } from './problem.ts';

/** An object of a document that nobody has checked yet. */
export type JsonObject = Record<string, unknown>;

/** True of an object that is no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True if the object itself has the key and states something there; what it inherits (`constructor`, `toString`) is not stated. */
export function states(value: JsonObject, key: string): boolean {
  return Object.hasOwn(value, key) && value[key] !== undefined;
}

/** What stands at the path, or undefined where the document ends before it. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, step) => (hasStep(part, step) ? part[step] : undefined), value);
}

function hasStep(part: unknown, step: string | number): part is Record<string | number, unknown> {
  return typeof part === 'object' && part !== null && Object.hasOwn(part, step);
}

/** The list at the path, or an empty one where none stands: its faults are reported by its schema. */
export function listAt(value: unknown, path: Path): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

/** Every object within the value, itself included, with its path, in the order of the document. */
export function* objectsWithin(value: unknown): Generator<[path: Path, object: JsonObject]> {
  const waiting: [Path, unknown][] = [[[], value]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, part] = next;
    if (isObject(part)) yield [path, part];
    waiting.push(
      ...children(part)
        .map(([step, child]): [Path, unknown] => [[...path, step], child])
        .reverse(),
    );
  }
}

/** What stands directly within the value, by key or index. */
export function children(part: unknown): [string | number, unknown][] {
  if (Array.isArray(part)) return [...part.entries()];
  return isObject(part) ? Object.entries(part) : [];
}
