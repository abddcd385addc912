import { describe, expect, it } from 'vitest';
import { type Pathway, parseDocument } from '../../app/domain/documents/index.ts';
import seed from '../../db/seed/pathways.json';
import { type PathwaySearchDocument, toSearchDocument } from './document.ts';
import { isSearchDocument } from './shape.ts';

const pathways = seed.flatMap((one): Pathway[] => {
  const parsed = parseDocument(one);
  return parsed.ok && parsed.document.type === 'pathway' ? [parsed.document] : [];
});
const documents = pathways.map(
  (pathway): PathwaySearchDocument =>
    JSON.parse(JSON.stringify(toSearchDocument(pathway, { updated: '2026-11-24', today: '2026-11-24' }))),
);
const OPTIONAL = ['exceptOrigins', 'reentry', 'wageFloor'];

describe('what an index gives back is a search document', () => {
  it('where it is ours', () => {
    expect(documents).toHaveLength(seed.length);
    expect(documents.filter((document) => !isSearchDocument(document))).toEqual([]);
  });

  it('but not where a part is missing, null or of another kind', () => {
    for (const document of documents) {
      for (const field of Object.keys(document)) {
        expect(isSearchDocument({ ...document, [field]: undefined }), field).toBe(OPTIONAL.includes(field));
        expect(isSearchDocument({ ...document, [field]: Symbol() }), field).toBe(false);
      }
      expect(isSearchDocument({ ...document, name: {} })).toBe(false);
      expect(isSearchDocument({ ...document, backLine: [{ due: 'ever' }] })).toBe(false);
    }
  });

  it.each([[null], [undefined], [[]], ['text'], [{}], [{ id: 'film-1' }]])('nor %j', (other) =>
    expect(isSearchDocument(other)).toBe(false),
  );
});
