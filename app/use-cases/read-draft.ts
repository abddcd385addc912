import {
  type Documents,
  type DocumentType,
  isDocumentType,
  type Problem,
  parseDocumentOf,
} from '../domain/documents/index.ts';
import { findFlaw } from './read-documents/flaw.ts';

/** A document of another type is not wrong key by key. */
function otherType(type: DocumentType, value: unknown): Problem | undefined {
  const stated = typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : type;
  if (stated === type || !isDocumentType(stated)) return undefined;
  return { path: '/type', message: `expected "${type}", found "${stated}"` };
}

/** The text of a draft, which may be broken anywhere. */
export function readDraft<T extends keyof Documents>(
  type: T,
  text: string,
): { ok: true; draft: Documents[T] } | { ok: false; problems: Problem[] } {
  const flaw = findFlaw(text);
  if (flaw) {
    const line = text.slice(0, flaw.offset).split('\n').length;
    return { ok: false, problems: [{ path: flaw.path, message: `line ${line}: ${flaw.message}` }] };
  }
  const value: unknown = JSON.parse(text);
  const other = otherType(type, value);
  if (other) return { ok: false, problems: [other] };
  const parsed = parseDocumentOf(type, value);
  return parsed.ok ? { ok: true, draft: parsed.document } : parsed;
}
