import fc from 'fast-check';

/*
 * Small pools that rules and people share, so that what a rule asks for is often what a person has, or only just not.
 * Names such as `constructor` are lawful ids that a careless look-up would find on every object.
 */

export const countries = fc.constantFrom('DE', 'PH', 'KR', 'XK');
/** Where pathways lead to and offers come from: mostly one country, so that they meet. */
export const destinations = fc.constantFrom('DE', 'DE', 'DE', 'DE', 'KR');
export const pathwayIds = fc.constantFrom('de-test', 'nz-rse', 'constructor');
export const declarations = fc.constantFrom('insurance', 'roster', 'constructor');
export const tests = fc.constantFrom('eps-topik', 'ielts');
export const licences = fc.constantFrom('B', 'C', 'C1');
export const languages = fc.constantFrom('en', 'en-GB', 'enm', 'zh', 'zh-Hant', 'zh-Hant-TW');
export const occupations = fc.constantFrom('2', '22', '222', '2221', '9', '92', '9211', '5322');
export const levels = fc.constantFrom('A1', 'A2', 'B1', 'B2', 'C1', 'C2');
export const sexes = fc.constantFrom('female', 'male', 'other');
export const displacements = fc.constantFrom('none', 'refugee', 'disaster', 'crisis');
export const currencies = fc.constantFrom('EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'USD');

export const ages = fc.constantFrom(0, 1, 17, 18, 21, 35, 39, 40, 45, 120);
export const iscedLevels = fc.integer({ min: 0, max: 8 });
export const smallCounts = fc.constantFrom(0, 1, 2, 3);
export const scores = fc.constantFrom(0, -1, 6, 6.5, 110, 110.5);
/** How far rules look back, in months. */
export const windows = fc.constantFrom(1, 6, 12, 24, 60, 120);
export const monthCounts = fc.constantFrom(0, 1, 2, 12, 24, 60);
export const dayCounts = fc.constantFrom(0, 1, 2, 32, 183);

export const amounts = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(0, 0.1, 0.3, 13091.99, 13091.999, 13092, 1e15) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1e9, noNaN: true }) },
);

/** Pay that does not convert into round numbers, or that lies at or near half a hundredth. */
const awkwardWages = fc.constantFrom(
  { amount: 12.41, per: 'hour', hours: 38.5 },
  { amount: 23.945, per: 'hour', hours: 0.1 },
  { amount: 4.35, per: 'hour', hours: 40 },
  { amount: 2500, per: 'month', hours: 40 },
  { amount: 1.005, per: 'month', hours: 37.5 },
  { amount: 30.06, per: 'year', hours: 40 },
);

export const wages = fc.oneof(
  { weight: 7, arbitrary: awkwardWages },
  {
    weight: 1,
    arbitrary: fc.record({
      amount: fc.double({ min: 0, max: 1e6, noNaN: true }),
      per: fc.constantFrom('hour', 'month', 'year'),
      hours: fc.double({ min: 0.01, max: 168, noNaN: true }),
    }),
  },
);

/** What the awkward ones come to for another period, and a hundredth more or less. */
export const requiredWages = fc.oneof(
  fc.record({
    per: fc.constant('hour'),
    required: fc.constantFrom(4.35, 12.41, 14.42, 14.43, 23.94, 23.95, 0.01, 0.02),
  }),
  fc.record({ per: fc.constant('month'), required: fc.constantFrom(1, 1.01, 2.5, 2.51, 754, 2070.4, 2070.41, 2500) }),
  fc.record({ per: fc.constant('year'), required: fc.constantFrom(12.06, 30.06, 9048, 24844.82, 24844.83, 30000) }),
);

const someDay = fc
  .integer({ min: Date.UTC(2023, 0, 1) / 86_400_000, max: Date.UTC(2028, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

/** A day of a few years, often one at which months differ in length. */
export const days = fc.oneof(
  someDay,
  fc.constantFrom('2024-02-29', '2025-02-28', '2025-11-30', '2026-02-28', '2026-03-31', '2026-08-31', '2028-02-29'),
);

/** At least one of the pool; a list may name one twice. */
export const some = <V>(of: fc.Arbitrary<V>): fc.Arbitrary<V[]> => fc.array(of, { minLength: 1, maxLength: 3 });
