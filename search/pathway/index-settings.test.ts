import { expect, it } from 'vitest';
import { pathwaySettings, SHOWN } from './index-settings.ts';

it('derives every list of the settings from the roles', () => {
  const { searchableAttributes, filterableAttributes, sortableAttributes } = pathwaySettings();
  expect(searchableAttributes).toEqual(['names', 'occupations', 'summaries', 'context']);
  expect(filterableAttributes).toEqual(['filters', 'facets']);
  expect(sortableAttributes).toContain('nameOrder.ar');
  expect(sortableAttributes).toContain('places');
  expect(SHOWN).toEqual(['document']);
});
