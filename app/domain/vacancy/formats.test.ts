import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aVacancy } from '../../../test/support/documents.ts';
import { jobPosting, type Posted } from './job-posting.ts';
import { inPlainWords } from './plain-words.ts';
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

const opening = (
  over: Parameters<typeof aVacancy>[0] = {},
  pathway: Pick<Posted['pathway'], 'kind' | 'leadsToSettlement'> = { kind: 'circular', leadsToSettlement: false },
) =>
  positionOpening({
    ...{ vacancy: { ...vacancy, ...over }, employer: { id: 'klinik', name: 'Klinik' }, open: true, placesLeft: 2 },
    ...{ pathway: { id: 'de-care', commitment: 'leave-at-end', ...pathway }, since: '2026-11-20' },
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
  expect(xml).toContain('<ApplicationCloseDate>2027-01-15</ApplicationCloseDate>');
  expect(xml).toContain('<Pathway xmlns="urn:fairway:vacancy" returnCommitment="leave-at-end">de-care</Pathway>');
});

/** The children of a profile in the order in which public employment services exchange them; a schema is bound to an order. */
const EXCHANGED = [
  ...['PostingInstruction', 'PositionTitle', 'PositionLocation', 'PositionOrganization', 'PositionOpenQuantity'],
  ...['JobCategoryCode', 'PositionOfferingTypeCode', 'PositionQualifications', 'PositionFormattedDescription'],
  ...['WorkingLanguageCode', 'PositionPeriod', 'PositionScheduleTypeCode', 'OfferedRemunerationPackage'],
  'ApplicationCloseDate',
];

/** The elements that stand right below the first element of this name. */
function childrenOf(xml: string, parent: string): string[] {
  const children: string[] = [];
  let depth = 0;
  for (const [, closing, name = ''] of xml.slice(xml.indexOf(`<${parent}`)).matchAll(/<(\/?)([\w:]+)[^>]*>/g)) {
    if (closing) depth -= 1;
    else if (depth++ === 1) children.push(name);
    if (depth === 0) break;
  }
  return children;
}

it('a position opening says its parts in the order in which vacancies are exchanged', () => {
  expect(childrenOf(opening(), 'PositionProfile')).toEqual(EXCHANGED);
  const { region: _, hoursPerWeek: __, startOn: ___, ...plain } = vacancy;
  const sparse = positionOpening({
    ...{ vacancy: plain, employer: { id: 'klinik', name: 'Klinik' }, open: false, placesLeft: 0, since: '2026-11-20' },
    pathway: { id: 'de-care', commitment: 'leave-at-end', kind: 'circular', leadsToSettlement: false },
    url: () => 'https://example.org/',
  });
  expect(childrenOf(sparse, 'PositionProfile')).toEqual(
    EXCHANGED.filter((name) => name !== 'PositionScheduleTypeCode'),
  );
  expect(sparse).toContain('<PositionOpeningStatusCode name="Closed">Closed</PositionOpeningStatusCode>');
  expect(sparse).toContain('<StartDate><DateText>na</DateText></StartDate>');
  expect(childrenOf(sparse, 'Address')).toEqual(['CountryCode']);
});

it.each<[Posted['pathway']['kind'], boolean | null, string]>([
  ['seasonal', false, 'Seasonal'],
  ['temporary', null, 'Temporary'],
  ['skills-partnership', true, 'DirectHire'],
  ['permanent', null, 'DirectHire'],
])('under a pathway that is %s, leading to settlement: %s, an opening is %s', (kind, leadsToSettlement, code) => {
  expect(opening({}, { kind, leadsToSettlement })).toContain(
    `<PositionOfferingTypeCode>${code}</PositionOfferingTypeCode>`,
  );
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

it("shows a vacancy's own words in their order, and on one line what is one", () => {
  const odd = aVacancy({
    ...{ title: { en: 'Cook\n\nApply at', ar: 'طبّاخ \u202Eabc\u202C' }, region: 'Ba\u2067varia' },
    ...{ description: { en: 'One.\n\nTwo.\u202E' }, skills: ['first\naid'] },
  });
  const { title, description, region, skills } = inPlainWords({ vacancy: odd, flags: null });
  expect([title, description, region, skills]).toEqual([
    ...[{ en: 'Cook Apply at', ar: 'طبّاخ abc' }, { en: 'One.\n\nTwo.' }, 'Bavaria', ['first aid']],
  ]);
});

it('leaves out what asks for payment until somebody clears it', () => {
  const scam = aVacancy({ description: { en: 'Send 200 EUR, +254 700 000 000' }, region: 'Bavaria', skills: ['x'] });
  const flags = [{ path: '/description/en', why: 'asks-for-payment', flag: true } as const];
  expect(inPlainWords({ vacancy: scam, flags })).toEqual({ ...scam, description: undefined });
  expect(inPlainWords({ vacancy: scam, flags: null })).toEqual(scam);
});
