import type { Partnership } from '../../app/domain/partnership/partnership.ts';

/** Training of nurses in the Philippines under `de-training`, made up. */
export const aPartnership = (over: Partial<Partnership> = {}): Partnership => ({
  ...{ id: 'nurses-2027', pathway: 'de-training', name: { en: 'Example nurses 2027' } },
  provider: { name: 'Example College of Nursing', country: 'PH' },
  curriculum: { en: 'Care of the old, with practice on a ward' },
  ...{ months: 18, hours: 2100, language: { of: 'de', reached: 'B1' } },
  ...{ startsOn: '2027-02-01', endsOn: '2028-07-31', applyBy: '2027-01-10', seats: { away: 20, home: 10 } },
  costs: [
    { label: { en: 'Tuition' }, money: { amount: 4000, currency: 'EUR' }, payer: 'employer' },
    { label: { en: 'Travel to the college' }, payer: 'worker' },
  ],
  certificate: { name: { en: 'Nursing assistant' }, by: 'Example board', recognisedIn: ['PH', 'DE'] },
  source: { title: 'Example agreement', url: 'https://example.org/agreement', asOf: '2026-11-01' },
  ...over,
});
