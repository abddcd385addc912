import { describe, expect, it } from 'vitest';
import { type Pathway, parseDocument } from '../../app/domain/documents/index.ts';
import seed from '../../db/seed/pathways.json';
import type { PathwayFacet } from '../engine.ts';
import { askedTokens, facetTokens, filterTokens, type PathwaySearchDocument, toSearchDocument } from './document.ts';

const standing = { updated: '2026-11-24', today: '2026-11-24' };

function real(id: string): Pathway {
  const parsed = parseDocument(seed.find((one) => one.id === id));
  if (!parsed.ok || parsed.document.type !== 'pathway') throw new Error(id);
  return parsed.document;
}

const korea = toSearchDocument(real('kr-eps-e9'), standing);
const found = (document: PathwaySearchDocument, facet: PathwayFacet, value: string) => {
  const has = new Set(filterTokens(document, ['PH', 'NP', 'KP']));
  return askedTokens(facet, [value]).some((token) => has.has(token));
};

describe('filters', () => {
  it.each<[string, Partial<PathwaySearchDocument>, PathwayFacet, string, boolean]>([
    ['a listed origin', { origins: ['PH'] }, 'origin', 'PH', true],
    ['an origin not listed', { origins: ['PH'] }, 'origin', 'NP', false],
    ['any origin', { origins: 'any' }, 'origin', 'NP', true],
    ['any origin but this one', { origins: 'any', exceptOrigins: ['KP'] }, 'origin', 'KP', false],
    ['any origin but another', { origins: 'any', exceptOrigins: ['KP'] }, 'origin', 'PH', true],
    ['listed and excepted', { origins: ['PH'], exceptOrigins: ['PH'] }, 'origin', 'PH', false],
    ['a shorter occupation code', { occupations: ['222'] }, 'occupation', '22', true],
    ['a longer occupation code', { occupations: ['222'] }, 'occupation', '2221', true],
    ['a sibling code', { occupations: ['2222'] }, 'occupation', '2221', false],
    ['any occupation', { occupations: 'any' }, 'occupation', '2221', true],
    ['any sector', { sectors: 'any' }, 'sector', 'F', true],
    ['another sector', { sectors: ['A'] }, 'sector', 'F', false],
  ])('%s', (_, terms, facet, value, is) => {
    const { exceptOrigins: _none, ...base } = korea;
    expect(found({ ...base, ...terms }, facet, value)).toBe(is);
  });
});

it('counts «any» for no value', () => {
  const tokens = facetTokens({ ...korea, origins: 'any', occupations: 'any', sectors: 'any' });
  expect(tokens.filter((token) => /^(origin|occupation|sector):/.test(token))).toEqual([]);
});

it('shows the general wage floor in force, and what the worker pays', () => {
  expect(korea.wageFloor).toEqual({ money: { amount: 10_320, currency: 'KRW' }, per: 'hour' });
  expect(korea.workerPays).toBe('some');
  expect(korea.workerCosts).toHaveLength(5);
  expect(toSearchDocument({ ...real('kr-eps-e9'), costs: [] }, standing).workerPays).toBe('not-stated');
});
