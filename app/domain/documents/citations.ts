import { type JsonObject, listAt, objectsWithin } from './json.ts';
import { type Fault, shown } from './problem.ts';
import { didYouMean } from './suggest.ts';
import { idsOf } from './unique-ids.ts';

/** Refuses a `cite`, wherever it stands, that names no source of the document. */
export function* inspectCitations(document: JsonObject): Generator<Fault> {
  const sources = idsOf(listAt(document, ['sources']));
  for (const [path, { cite }] of objectsWithin(document)) {
    if (typeof cite !== 'string' || sources.has(cite)) continue;
    yield {
      path: [...path, 'cite'],
      message: `no source ${shown(cite)} in "sources"${didYouMean(cite, sources)}`,
      expected: 'the id of a source',
    };
  }
}
