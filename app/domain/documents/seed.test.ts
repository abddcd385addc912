import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from './parse.ts';
import { checkQuotaTree } from './quota-tree.ts';
import { warningsOf } from './warnings.ts';

function seed(name: string): { id: string }[] {
  return JSON.parse(readFileSync(new URL(`../../../db/seed/${name}.json`, import.meta.url), 'utf8'));
}

describe.each(['pathways', 'procedures', 'quotas'])('the published %s', (name) => {
  it.each(seed(name).map((document) => [document.id, document]))(
    '%s is read, unchanged, and raises no question',
    (_, document) => {
      const parsed = parseDocument(document);
      expect(parsed).toEqual({ ok: true, document });
      // One source is of a season, 2023-24, in place of a day; nothing else is worth asking about.
      expect(parsed.ok && warningsOf(parsed.document).filter(({ path }) => !path.endsWith('/asOf'))).toEqual([]);
    },
  );
});

it('the published quotas are a forest under published pathways', () => {
  const pathways = new Set(seed('pathways').map(({ id }) => id));
  const quotas = seed('quotas').flatMap((quota) => {
    const parsed = parseDocument(quota);
    return parsed.ok && parsed.document.type === 'quota' ? [parsed.document] : [];
  });
  expect(quotas.length).toBeGreaterThan(80);
  expect([...checkQuotaTree(new Map(quotas.map((quota) => [quota.id, quota])), (id) => pathways.has(id))]).toEqual([]);
});
