import { createHash } from 'node:crypto';
import { canonicalJson } from '../app/domain/text/canonical-json.ts';

/** By which a change to a document is told from its repetition. */
export function documentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
