import fc from 'fast-check';
import { children, objectsWithin, valueAt } from '../../app/domain/documents/json.ts';
import type { Path } from '../../app/domain/documents/problem.ts';

/** Words that mean something somewhere, so that they are tried where they do not. */
const words = [
  'any',
  'en',
  'id',
  'fact',
  'all',
  'points',
  'age',
  'PH',
  'EUR',
  '2221',
  '2026-02-30',
  's1',
  '__proto__',
  '',
  '\u202e',
];
export const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1.5,
    1e308,
    {},
    [],
    [null],
    { all: [{}] },
    { points: { items: [{}] } },
    ...words,
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** One change to a document, wherever its `spot` falls. */
export type Change = { spot: number; how: 'replace' | 'remove' | 'add' | 'repeat'; key: string; value: unknown };
export const change: fc.Arbitrary<Change> = fc.record({
  spot: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
  key: fc.oneof(fc.constantFrom(...words), fc.string()),
  value,
});

/** Every place of the document but its `type`, so that the change meets the schema and not only its choice. */
function placesOf(document: object): Path[] {
  const below = ([path, part]: [Path, object]) => children(part).map(([step]) => [...path, step]);
  return [...objectsWithin(document)].flatMap(below).filter(([first]) => first !== 'type');
}

/** A copy of the document with the changes made to it, one after the other; its `type` stays. */
export function mutated(document: object, changes: readonly Change[]): object {
  const copy = structuredClone(document);
  for (const { spot, how, key, ...rest } of changes) {
    const other = structuredClone(rest.value);
    const places = placesOf(copy);
    const path = places[spot % places.length] ?? [];
    const holder = Object(valueAt(copy, path.slice(0, -1)));
    const last = path.at(-1) ?? key;
    if (how === 'remove' && Array.isArray(holder)) holder.splice(Number(last), 1);
    else if (how === 'remove') Reflect.deleteProperty(holder, last);
    else if (how === 'replace') Reflect.set(holder, last, other);
    else if (how === 'repeat' && Array.isArray(holder)) holder.push(structuredClone(holder[0]));
    else
      Object.defineProperty(holder, Array.isArray(holder) ? holder.length : key, {
        value: other,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return copy;
}
