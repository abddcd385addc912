import { describe, expect, it } from 'vitest';
import { Country, Currency, Language, Occupation, Sector } from './codes.ts';
import { iscoCodes } from './isco-codes.ts';

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, words: string) =>
  Object.fromEntries(words.split(' ').map((word) => [word, schema.safeParse(word).success]));
const all = (words: string, is: boolean) => Object.fromEntries(words.split(' ').map((word) => [word, is]));

describe.each([
  ['countries', Country, 'PH XK SS TL CW AX', 'UK EL ZZ YU ph PHL'],
  ['currencies', Currency, 'EUR PHP XOF VES SLE ZWG XCG MRU', 'DEM BGN HRK eur EURO XXX XTS XAU'],
  ['sectors', Sector, 'A C U', 'V a AA'],
  ['occupations', Occupation, '0 01 0110 2 22 222 2221 9629', '00 2229 9999 22211 x'],
  [
    'languages',
    Language,
    'en en-GB es-419 zh-Hant zh-Hant-HK tl fil mam kjb quc de-CH-1996 sr-Latn ar-EG hy-arevela',
    'english xx xx-invalid und mul EN en-gb en_GB en-UK zh-hant tlh- e x-private',
  ],
])('%s', (_, schema, known, unknown) => {
  it('known', () => expect(accepts(schema, known)).toEqual(all(known, true)));
  it('unknown', () => expect(accepts(schema, unknown)).toEqual(all(unknown, false)));
});

it('ISCO-08 has 10 major, 43 sub-major, 130 minor and 436 unit groups', () => {
  expect([1, 2, 3, 4].map((digits) => iscoCodes.filter((code) => code.length === digits).length)).toEqual([
    10, 43, 130, 436,
  ]);
});
