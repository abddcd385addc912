import type * as z from 'zod';
import { Profile } from '../documents/profile.ts';
import type { OpenPart } from './question.ts';

/** A part of a profile as the values of one key of an address. */
export type PartText = {
  key: string;
  /** No value where the part is not stated; that there is none is an empty one. */
  write(profile: Profile): readonly string[];
  /** Undefined of values of which one is unsound: half a list would state that the rest is not so. */
  read(texts: readonly string[]): unknown;
};

const BETWEEN = '_';
const NONE = '';

/** Fields of an entry, one after the other; those at the end that are not stated are left out. */
const joined = (...fields: readonly (string | number | undefined)[]): string =>
  fields
    .map((field) => field ?? '')
    .join(BETWEEN)
    .replace(/_+$/, '');

const fieldsOf = (text: string) => text.split(BETWEEN).map((field) => field || undefined);

/** The number that a field writes; a field that writes none stays as it is, for its schema to refuse. */
const numberIn = (field: string | undefined) =>
  field !== undefined && /^-?\d+(\.\d+)?(e[+-]\d+)?$/.test(field) ? Number(field) : field;

const truthIn = (field: string | undefined) => (field === 'yes' ? true : field === 'no' ? false : field);
const truth = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'yes' : 'no');

/** The keys that state something. */
const stated = (entry: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));

/** How one entry is written, and read back. */
type Entry<E> = { schema: z.ZodType<E>; write(entry: E): string; read(text: string): unknown };

/** What would be written otherwise than it was read is refused: each answer has one address. */
function readEntry<E>({ schema, write, read }: Entry<E>, text: string): E | undefined {
  const parsed = schema.safeParse(read(text));
  return parsed.success && write(parsed.data) === text ? parsed.data : undefined;
}

function single<E>(key: string, pick: (profile: Profile) => E | null | undefined, entry: Entry<E>): PartText {
  return {
    key,
    write: (profile) => {
      const value = pick(profile);
      if (value === undefined) return [];
      return [value === null ? NONE : entry.write(value)];
    },
    read: ([text, ...others]) => (text === undefined || others.length > 0 ? undefined : readEntry(entry, text)),
  };
}

const isNone = (texts: readonly string[]) => texts.length === 1 && texts[0] === NONE;

function list<E>(key: string, pick: (profile: Profile) => readonly E[] | undefined, entry: Entry<E>): PartText {
  return {
    key,
    write: (profile) => {
      const entries = pick(profile);
      return entries?.length === 0 ? [NONE] : (entries?.map(entry.write).sort() ?? []);
    },
    read: (texts) => {
      if (isNone(texts)) return [];
      const sound = texts.map((text) => readEntry(entry, text)).filter((one) => one !== undefined);
      return sound.length === texts.length ? sound : undefined;
    },
  };
}

const asItIs = <E extends string>(schema: z.ZodType<E>): Entry<E> => ({
  schema,
  write: (text) => text,
  read: (text) => text,
});

const { shape } = Profile;
const entryOf = <E extends z.ZodType>(part: z.ZodOptional<z.ZodArray<E>>): E => part.unwrap().element;

const offer = single('offer', ({ offer: told }) => told, {
  schema: shape.offer.unwrap().unwrap(),
  write: ({ destination, occupation, wage, hoursPerWeek, months }) =>
    joined(destination, occupation, wage?.money.amount, wage?.money.currency, wage?.per, hoursPerWeek, months),
  read: (text) => {
    const [destination, occupation, amount, currency, per, hours, months] = fieldsOf(text);
    const wage = amount === undefined ? undefined : { money: { amount: numberIn(amount), currency }, per };
    return stated({ destination, occupation, wage, hoursPerWeek: numberIn(hours), months: numberIn(months) });
  },
});

/** The parts that may stand in an address, in the canonical order of its keys. */
export const PART_TEXTS = {
  nationalities: list('citizen', ({ nationalities }) => nationalities, asItIs(entryOf(shape.nationalities))),
  birthDate: single('born', ({ birthDate }) => birthDate, asItIs(shape.birthDate.unwrap())),
  residence: single('lives', ({ residence }) => residence, asItIs(shape.residence.unwrap())),
  sex: single('sex', ({ sex }) => sex, asItIs(shape.sex.unwrap())),
  education: single('school', ({ education }) => education, {
    schema: shape.education.unwrap(),
    write: ({ isced }) => String(isced),
    read: (text) => ({ isced: numberIn(text) }),
  }),
  experience: list('job', ({ experience }) => experience, {
    schema: entryOf(shape.experience),
    write: ({ occupation, from, to, country }) => joined(occupation, from, to, country),
    read: (text) => {
      const [occupation, from, to, country] = fieldsOf(text);
      return stated({ occupation, from, to, country });
    },
  }),
  qualifications: list('trained', ({ qualifications }) => qualifications, {
    schema: entryOf(shape.qualifications),
    write: ({ occupation, trainingMonths, country, recognisedIn }) =>
      joined(occupation, trainingMonths, country, ...recognisedIn),
    read: (text) => {
      const [occupation, months, country, ...recognisedIn] = fieldsOf(text);
      return stated({ occupation, trainingMonths: numberIn(months), country, recognisedIn });
    },
  }),
  languages: list('speaks', ({ languages }) => languages, {
    schema: entryOf(shape.languages),
    write: ({ language, cefr, native }) => joined(language, native ? 'native' : cefr),
    read: (text) => {
      const [language, level] = fieldsOf(text);
      return level === 'native' ? { language, native: true } : { language, cefr: level };
    },
  }),
  tests: list('test', ({ tests }) => tests, {
    schema: entryOf(shape.tests),
    write: ({ test, score, takenOn }) => joined(test, score, takenOn),
    read: (text) => {
      const [test, score, takenOn] = fieldsOf(text);
      return { test, score: numberIn(score), takenOn };
    },
  }),
  offer: { ...offer, read: (texts) => (isNone(texts) ? null : offer.read(texts)) },
  savings: single('savings', ({ savings }) => savings, {
    schema: shape.savings.unwrap(),
    write: ({ amount, currency }) => joined(amount, currency),
    read: (text) => {
      const [amount, currency] = fieldsOf(text);
      return { amount: numberIn(amount), currency };
    },
  }),
  dependants: single('dependants', ({ dependants }) => dependants, {
    schema: shape.dependants.unwrap(),
    write: String,
    read: numberIn,
  }),
  licences: list('licence', ({ licences }) => licences, asItIs(entryOf(shape.licences))),
  stays: list('stay', ({ stays }) => stays, {
    schema: entryOf(shape.stays),
    write: ({ country, from, to, pathway, leftOnTime }) => joined(country, from, to, pathway, truth(leftOnTime)),
    read: (text) => {
      const [country, from, to, pathway, leftOnTime] = fieldsOf(text);
      return stated({ country, from, to, pathway, leftOnTime: truthIn(leftOnTime) });
    },
  }),
} as const satisfies Record<OpenPart, PartText>;
