import { Country, Currency, Displacement, Sex } from '../../documents/codes.ts';
import type { Profile } from '../../documents/index.ts';
import { Line } from '../../documents/text.ts';
import type { ProfileQuestion, ToldPart } from '../question.ts';
import { dateFields, readDay } from './date.ts';
import { readJob } from './job.ts';
import { languageFields, readLanguages } from './languages.ts';
import { readAmount, readCount } from './number.ts';
import { offerFields, readOffer } from './offer.ts';
import { readQualification } from './qualification.ts';
import { readStay } from './stay.ts';
import { readTests, testFields } from './tests.ts';
import { oneOf, type Read, slip, slipsOf, type Typed, understood } from './typed.ts';
import { WORK } from './work.ts';

/** Parts of a profile that an answer states. */
type Told = Partial<Omit<Profile, 'type'>>;
type Fields = readonly (readonly [name: string, text: string])[];

/** How the answer to a question is typed. */
export type Form = {
  /** What the fields state, in addition to what the profile states `before` where entries are added one by one. */
  read(typed: Typed, before: Profile, on: string): Read<Told>;
  /** The answer as the fields that it is typed into. */
  fields(profile: Profile): Fields;
  /** What states that there is none, where there may be none. */
  none?: Told;
  /** Of a list to which entries are added one by one. */
  entries?: {
    /** The fields that an entry is begun in. */
    names: readonly string[];
    count(profile: Profile): number;
    without(profile: Profile, at: number): Told;
  };
};

/** What was read, as parts of the profile. */
function told<V>(read: Read<V>, tell: (value: V) => Told): Read<Told> {
  return read.ok ? understood(tell(read.value)) : read;
}

/** One choice of a list under the name `answer`. */
const choice = <V extends string>(
  options: readonly V[],
  tell: (chosen: V) => Told,
  chosen: (profile: Profile) => V | undefined,
): Form => ({
  read: (typed) => told(oneOf(typed, 'answer', options, 'choose'), tell),
  fields: (profile) => {
    const answer = chosen(profile);
    return answer === undefined ? [] : [['answer', answer]];
  },
});

const YES_OR_NO = ['yes', 'no'] as const;
const wordFor = (answer: boolean | undefined) => (answer === undefined ? undefined : answer ? 'yes' : 'no');

const yesOrNo = (tell: (answer: boolean) => Told, answer: (profile: Profile) => boolean | undefined): Form =>
  choice(
    YES_OR_NO,
    (chosen) => tell(chosen === 'yes'),
    (profile) => wordFor(answer(profile)),
  );

function readBirthDate(typed: Typed, on: string): Read<string> {
  const day = readDay(typed, 'born');
  return day.ok && day.value > on ? slip('born-day', 'dayToCome') : day;
}

function readNationalities(typed: Typed): Read<string[]> {
  const chosen = [...new Set(typed.all('nationality'))].filter(Boolean);
  const known = chosen.filter((code) => Country.safeParse(code).success);
  return known.length === 0 || known.length < chosen.length ? slip('nationality', 'country') : understood(known);
}

function readSavings(typed: Typed): Read<Told> {
  const [amount, currency] = [readAmount(typed, 'amount'), oneOf(typed, 'currency', Currency.options, 'currency')];
  if (!amount.ok || !currency.ok) return slipsOf(amount, currency);
  return understood({ savings: { amount: amount.value, currency: currency.value } });
}

function readLicences(typed: Typed): Read<string[]> {
  const held = [...new Set([...typed.all('licence'), ...typed.one('other').split(',')].map((text) => text.trim()))];
  const known = held.filter((category) => Line.safeParse(category).success);
  return known.length === 0 ? slip('licence', 'nothing') : understood(known);
}

function readSkill(typed: Typed): Read<string> {
  const skill = Line.safeParse(typed.one('skill'));
  return skill.success ? understood(skill.data) : slip('skill', 'nothing');
}

const ISCED = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const;

/** A list to which the fields add one entry. */
function adding<E>(
  names: readonly string[],
  read: (typed: Typed) => Read<E>,
  entriesOf: (profile: Profile) => readonly E[] | undefined,
  tell: (entries: E[]) => Told,
): Form {
  return {
    read: (typed, before) => told(read(typed), (entry) => tell([...(entriesOf(before) ?? []), entry])),
    fields: () => [],
    none: tell([]),
    entries: {
      names,
      count: (profile) => entriesOf(profile)?.length ?? 0,
      without: (profile, at) => tell((entriesOf(profile) ?? []).filter((_, place) => place !== at)),
    },
  };
}

const FORMS: Record<ToldPart, Form> = {
  birthDate: {
    read: (typed, _, on) => told(readBirthDate(typed, on), (birthDate) => ({ birthDate })),
    fields: ({ birthDate }) => (birthDate === undefined ? [] : dateFields('born', birthDate)),
  },
  nationalities: {
    read: (typed) => told(readNationalities(typed), (nationalities) => ({ nationalities })),
    fields: ({ nationalities = [] }) => nationalities.map((code) => ['nationality', code]),
    none: { nationalities: [] },
  },
  residence: {
    read: (typed) => told(oneOf(typed, 'country', Country.options, 'country'), (residence) => ({ residence })),
    fields: ({ residence }) => (residence === undefined ? [] : [['country', residence]]),
  },
  sex: choice(
    Sex.options,
    (sex) => ({ sex }),
    ({ sex }) => sex,
  ),
  education: choice(
    ISCED,
    (level) => ({ education: { isced: Number(level) } }),
    ({ education }) => ISCED[education?.isced ?? -1],
  ),
  experience: adding(
    [WORK.words, 'from-month', 'from-year', 'to-month', 'to-year', 'still', 'country'],
    readJob,
    ({ experience }) => experience,
    (experience) => ({ experience }),
  ),
  qualifications: adding(
    [WORK.words, 'training', 'recognised', 'country'],
    readQualification,
    ({ qualifications }) => qualifications,
    (qualifications) => ({ qualifications }),
  ),
  languages: {
    read: (typed) => told(readLanguages(typed), (languages) => ({ languages })),
    fields: ({ languages = [] }) => languageFields(languages),
    none: { languages: [] },
  },
  tests: {
    read: (typed) => told(readTests(typed), (tests) => ({ tests })),
    fields: ({ tests = [] }) => testFields(tests),
    none: { tests: [] },
  },
  offer: {
    read: (typed) => told(readOffer(typed), (offer) => ({ offer })),
    fields: ({ offer }) => (offer ? offerFields(offer) : []),
    none: { offer: null },
  },
  savings: {
    read: readSavings,
    fields: ({ savings }) =>
      savings === undefined
        ? []
        : [
            ['amount', String(savings.amount)],
            ['currency', savings.currency],
          ],
  },
  dependants: {
    read: (typed) => told(readCount(typed, 'count'), (dependants) => ({ dependants })),
    fields: ({ dependants }) => (dependants === undefined ? [] : [['count', String(dependants)]]),
  },
  licences: {
    read: (typed) => told(readLicences(typed), (licences) => ({ licences })),
    fields: ({ licences = [] }) => licences.map((category) => ['licence', category]),
    none: { licences: [] },
  },
  stays: adding(
    ['country', 'from-day', 'from-month', 'from-year', 'to-day', 'to-month', 'to-year', 'still', 'under', 'on-time'],
    readStay,
    ({ stays }) => stays,
    (stays) => ({ stays }),
  ),
  health: yesOrNo(
    (health) => ({ health }),
    ({ health }) => health,
  ),
  criminalRecord: yesOrNo(
    (criminalRecord) => ({ criminalRecord }),
    ({ criminalRecord }) => criminalRecord,
  ),
  displacement: choice(
    Displacement.options,
    (displacement) => ({ displacement }),
    ({ displacement }) => displacement,
  ),
  skills: adding(
    ['skill'],
    readSkill,
    ({ skills }) => skills,
    (skills) => ({ skills }),
  ),
  availableFrom: {
    read: (typed) => told(readDay(typed, 'available'), (availableFrom) => ({ availableFrom })),
    fields: ({ availableFrom }) => (availableFrom === undefined ? [] : dateFields('available', availableFrom)),
  },
};

/** Whether something is so that a person can only say or show. */
const declaring = (of: string): Form => ({
  read: (typed, { declared }) =>
    told(oneOf(typed, 'answer', YES_OR_NO, 'choose'), (answer) => ({
      declared: { ...declared, [of]: answer === 'yes' },
    })),
  fields: ({ declared = {} }) => (Object.hasOwn(declared, of) ? [['answer', declared[of] ? 'yes' : 'no']] : []),
});

/** How the answer to a question is typed. */
export const formOf = (question: ProfileQuestion): Form =>
  question.part === 'declared' ? declaring(question.of) : FORMS[question.part];
