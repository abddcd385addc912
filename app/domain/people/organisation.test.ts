import { describe, expect, it } from 'vitest';
import { licenceOn, slugOf } from './organisation.ts';

it.each([
  ['Acme Care GmbH & Co. KG', 'acme-care-gmbh-co-kg'],
  ['  Société Générale d’Étude  ', 'societe-generale-d-etude'],
  ['شركة', ''],
  ['a'.repeat(100), 'a'.repeat(60)],
])('the id of %s begins with "%s"', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

describe('a licence', () => {
  const term = { status: 'valid', validFrom: '2026-01-01', validTo: '2026-12-31' } as const;
  it.each([
    ['on the eve of its first day', term, '2025-12-31', 'future'],
    ['on its first day', term, '2026-01-01', 'valid'],
    ['on its last day', term, '2026-12-31', 'valid'],
    ['on the day after', term, '2027-01-01', 'lapsed'],
    ['without an end', { ...term, validTo: null }, '2099-01-01', 'valid'],
    ['suspended', { ...term, status: 'suspended' as const }, '2026-06-01', 'suspended'],
    ['revoked', { ...term, status: 'revoked' as const }, '2026-06-01', 'revoked'],
  ])('%s', (_, licence, day, standing) => {
    expect(licenceOn(licence, day)).toBe(standing);
  });
});
