import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Profile } from '../documents/profile.ts';
import { type Answers, parseAnswers, toQuery } from './answers.ts';
import { PART_TEXTS } from './part-text.ts';
import { privateDeclarations } from './private.ts';
import { declaration, QUESTIONS } from './question.ts';

const ON = '2026-11-24';
const isPrivate = privateDeclarations([]);

const country = fc.constantFrom('NP', 'PH', 'DE', 'KR', 'XK');
const occupation = fc.constantFrom('2221', '7112', '71', '9');
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2026-11-24'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const month = day.map((date) => date.slice(0, 7));
const number = fc
  .oneof(fc.nat(), fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constant(1e15))
  .map((one) => one + 0);
const currency = fc.constantFrom('EUR', 'NPR');
const money = fc.record({ amount: number, currency });
const id = fc.constantFrom('roster', 'nz-rse', 'insurance', 'q-7', 'prison-sentence', 'asylum-seeker-certificate');

const job = fc.record({ occupation, from: month, to: month, country }, { requiredKeys: ['occupation', 'from'] });
const stay = fc
  .record(
    { country, from: day, to: day, pathway: id, leftOnTime: fc.boolean() },
    { requiredKeys: ['country', 'from', 'leftOnTime'] },
  )
  .filter(({ from, to }) => to === undefined || to >= from);
const language = fc.oneof(
  fc.record({
    language: fc.constantFrom('de', 'en-GB', 'zh-Hant'),
    cefr: fc.constantFrom('A1' as const, 'C2' as const),
  }),
  fc.record({ language: fc.constantFrom('tl', 'ne'), native: fc.constant(true) }),
);
const offer = fc.record(
  {
    destination: country,
    occupation,
    wage: fc.record({ money, per: fc.constantFrom('hour' as const, 'month' as const, 'year' as const) }),
    hoursPerWeek: number.filter((hours) => hours > 0),
    months: fc.nat(12_000),
  },
  { requiredKeys: ['destination'] },
);
const line = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => /\S/.test(text));

const profile: fc.Arbitrary<Profile> = fc.record(
  {
    type: fc.constant('profile' as const),
    birthDate: day,
    sex: fc.constantFrom('female' as const, 'male' as const, 'other' as const),
    nationalities: fc.array(country),
    residence: country,
    education: fc.record({ isced: fc.nat(8) }),
    languages: fc.array(language),
    tests: fc.array(fc.record({ test: id, score: number, takenOn: day })),
    experience: fc.array(job.filter(({ from, to }) => to === undefined || to >= from)),
    qualifications: fc.array(
      fc.record(
        { occupation, country, trainingMonths: fc.nat(12_000), recognisedIn: fc.array(country) },
        { requiredKeys: ['occupation', 'trainingMonths', 'recognisedIn'] },
      ),
    ),
    offer: fc.option(offer),
    savings: money,
    health: fc.boolean(),
    criminalRecord: fc.boolean(),
    stays: fc.array(stay),
    displacement: fc.constantFrom('none' as const, 'refugee' as const),
    dependants: fc.nat(),
    licences: fc.array(line),
    declared: fc.dictionary(id, fc.boolean(), { minKeys: 1 }),
  },
  { requiredKeys: ['type'] },
);

const questions = [...Object.values(QUESTIONS).map(({ id: one }) => one), declaration('roster').id];
const answers: fc.Arbitrary<Answers> = fc.record({
  profile,
  asked: fc.shuffledSubarray(questions),
  pathways: fc.subarray(['de-test', 'kr-eps-e9']),
  keptIn: fc.constantFrom(undefined, '0123456789ab'),
});

const read = (query: string) => parseAnswers(new URLSearchParams(query), { on: ON, isPrivate });

/** What of a profile may stand in an address, its lists in the order in which they are written. */
function openPart(whole: Profile): Profile {
  const { health: _h, criminalRecord: _c, displacement: _d, declared = {}, ...others } = whole;
  const open = Object.entries(declared).filter(([of]) => !isPrivate(of));
  return { ...others, ...(open.length > 0 && { declared: Object.fromEntries(open) }) };
}

const writtenOrder = (one: Profile) => Object.values(PART_TEXTS).map(({ key, write }) => [key, write(one)]);

it('holds every answer that may be seen, and gives it back', () => {
  fc.assert(
    fc.property(answers, (told) => {
      const { answers: back, bad } = read(toQuery(told, isPrivate).toString());
      expect(bad).toEqual([]);
      expect({ ...back, profile: undefined }).toEqual({ ...told, profile: undefined });
      const open = openPart(told.profile);
      expect(writtenOrder(back.profile)).toEqual(writtenOrder(open));
      expect(back.profile.declared).toEqual(open.declared);
      expect(Object.keys(back.profile).sort()).toEqual(Object.keys(open).sort());
      expect(Profile.safeParse(back.profile).success).toBe(true);
    }),
  );
});

it('is the same for the same answers', () => {
  fc.assert(
    fc.property(answers, (told) => {
      const query = toQuery(told, isPrivate).toString();
      expect(toQuery(read(query).answers, isPrivate).toString()).toBe(query);
    }),
  );
});

it('never holds what is private', () => {
  fc.assert(
    fc.property(answers, (told) => {
      const { health, criminalRecord, displacement, declared = {}, ...open } = told.profile;
      const hidden = Object.fromEntries(Object.entries(declared).filter(([of]) => isPrivate(of)));
      const without = {
        ...open,
        declared: Object.fromEntries(Object.entries(declared).filter(([of]) => !(of in hidden))),
      };
      expect(toQuery(told, isPrivate).toString()).toBe(toQuery({ ...told, profile: without }, isPrivate).toString());
    }),
  );
});

it('reads any address at all', () => {
  const key = fc.constantFrom(
    ...Object.values(PART_TEXTS).map((part) => part.key),
    'yes',
    'no',
    'asked',
    'pathway',
    'private',
  );
  const value = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'_-.0129ADENP') }), line);
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
      const { answers: back } = read(new URLSearchParams(pairs).toString());
      expect(Profile.safeParse(back.profile).success).toBe(true);
      expect(read(toQuery(back, isPrivate).toString()).bad).toEqual([]);
    }),
  );
});
