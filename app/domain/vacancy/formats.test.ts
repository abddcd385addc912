import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aVacancy } from '../../../test/support/documents.ts';
import { jobPosting, type Posted } from './job-posting.ts';
import { positionOpening } from './position-opening.ts';

const vacancy = aVacancy({
  ...{ id: 'v-nurse', title: { en: 'Nurse & midwife', fr: 'Infirmière' }, description: { en: 'On a <ward>.' } },
  ...{ region: 'Bayern', hoursPerWeek: 38.5, startOn: '2027-03-01', applyBy: '2027-01-15' },
  ...{ languages: [{ language: 'de', cefr: 'B1' }], skills: ['wound care'] },
});

const posted: Posted = {
  ...{ vacancy, title: 'Nurse & midwife', description: 'On a <ward>.', employer: 'Klinik', placesLeft: 2 },
  ...{ since: '2026-11-20', url: 'https://example.org/en/vacancies/v-nurse' },
  pathway: { name: 'Care', origins: ['PH', 'IN'], kind: 'circular', leadsToSettlement: false },
  countries: (codes) => codes.join(' and '),
  eligibility: (pathway, origins) => `${pathway}: ${origins ?? 'anybody'}`,
};

it('a job posting says what one has to be allowed', () => {
  expect(jobPosting(posted)).toMatchObject({
    '@type': 'JobPosting',
    validThrough: '2027-01-15T23:59:59Z',
    baseSalary: { currency: 'EUR', value: { value: 3000, unitText: 'MONTH' } },
    jobLocation: { address: { addressCountry: 'DE', addressRegion: 'Bayern' } },
    hiringOrganization: { name: 'Klinik' },
    employmentType: ['FULL_TIME', 'TEMPORARY'],
    eligibilityToWorkRequirement: 'Care: PH and IN',
  });
  const any = jobPosting({ ...posted, pathway: { ...posted.pathway, origins: 'any' } });
  expect(any.eligibilityToWorkRequirement).toBe('Care: anybody');
});

it.each<[string, Partial<Posted['pathway']>, number | undefined, string[] | undefined]>([
  ['seasonal work of long days', { kind: 'seasonal' }, 48, ['FULL_TIME', 'TEMPORARY']],
  ['a temporary stay of few hours', { kind: 'temporary', leadsToSettlement: null }, 20, ['PART_TIME', 'TEMPORARY']],
  ['a stay for a time, of hours not stated', { kind: 'temporary', leadsToSettlement: false }, undefined, ['TEMPORARY']],
  ['a way to settle', { kind: 'skills-partnership', leadsToSettlement: true }, 30, ['FULL_TIME']],
  ['a permanent stay', { kind: 'permanent', leadsToSettlement: null }, 40, ['FULL_TIME']],
  ['a permanent stay, of hours not stated', { kind: 'permanent', leadsToSettlement: true }, undefined, undefined],
])('%s is told as what it is', (_, over, hours, expected) => {
  const { hoursPerWeek: __, ...plain } = vacancy;
  const stated = hours === undefined ? plain : { ...plain, hoursPerWeek: hours };
  const { employmentType } = jobPosting({ ...posted, vacancy: stated, pathway: { ...posted.pathway, ...over } });
  expect(employmentType).toEqual(expected);
});

const opening = (over: Parameters<typeof aVacancy>[0] = {}) =>
  positionOpening({
    ...{ vacancy: { ...vacancy, ...over }, employer: { id: 'klinik', name: 'Klinik' }, open: true, placesLeft: 2 },
    pathway: { id: 'de-care', commitment: 'leave-at-end' },
    url: (language) => `https://example.org/${language}/vacancies/v-nurse`,
  });

it('a position opening has a profile for each language of the title', () => {
  const xml = opening();
  expect([...xml.matchAll(/<PositionProfile languageCode="(\w+)">/g)].map(([, language]) => language)).toEqual([
    'en',
    'fr',
  ]);
  expect(xml).toContain('<PositionTitle>Nurse &amp; midwife</PositionTitle>');
  expect(xml).toContain('<MinimumAmount currencyID="EUR">3000</MinimumAmount>');
  expect(xml).toContain(
    '<ApplicationCloseDate><FormattedDateTime>2027-01-15</FormattedDateTime></ApplicationCloseDate>',
  );
  expect(xml).toContain('<Pathway xmlns="urn:fairway:vacancy" returnCommitment="leave-at-end">de-care</Pathway>');
});

/** What no XML may hold, even as a reference: control characters but tab and line ends, U+FFFE and U+FFFF. */
const isForbidden = (mark: string): boolean =>
  (mark < ' ' && !['\t', '\n', '\r'].includes(mark)) || mark === '\ufffe' || mark === '\uffff';

it('whatever a text holds, it opens and closes no element', () => {
  const names = (xml: string) => [...xml.matchAll(/<\/?[A-Za-z]+/g)].map(([name]) => name);
  const sound = names(opening({ region: 'x', skills: ['x'], title: { en: 'x' } }));
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const xml = opening({ region: text, skills: [text], title: { en: text } });
      expect(names(xml)).toEqual(sound);
      expect([...xml].filter(isForbidden)).toEqual([]);
    }),
  );
});
