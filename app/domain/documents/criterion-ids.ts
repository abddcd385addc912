import { type JsonObject, objectsWithin } from './json.ts';
import { type Fault, type Path, pointer } from './problem.ts';
import { taken } from './unique-ids.ts';

/** Refuses a criterion whose id another criterion of the document has, whichever rule it stands in. */
export function* inspectCriterionIds(document: JsonObject): Generator<Fault> {
  const seen = new Map<string, Path>();
  for (const [path, { id, fact }] of objectsWithin(document)) {
    if (typeof id !== 'string' || typeof fact !== 'string') continue;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    else yield taken(id, pointer(first), [...path, 'id']);
  }
}
