import { dateFields, isDayBlank, readDay } from '../../check/typed/date.ts';
import { readAmount, readCount } from '../../check/typed/number.ts';
import { readHours, readWage } from '../../check/typed/offer.ts';
import { oneOf, type Read, slip, slipsOf, type Typed, understood, unlessBlank } from '../../check/typed/typed.ts';
import { readWork, workFields } from '../../check/typed/work.ts';
import { Cefr, Country, Currency, Language, Sector } from '../../documents/codes.ts';
import { Id } from '../../documents/ids.ts';
import type { Money, Text, VacancyDraft } from '../../documents/index.ts';
import { SomeMonths, SomePlaces } from '../../documents/numbers.ts';
import { Line } from '../../documents/text.ts';
import { type PlainRequirements, plainOf, ruleOf } from './plain-requirements.ts';
import type { DraftStep } from './steps.ts';

type Fields = readonly (readonly [name: string, text: string])[];
/** What a page states of a vacancy: what is `undefined` is taken out. */
type Stated = { [Part in keyof VacancyDraft]?: VacancyDraft[Part] | undefined };

/** How a page of a draft is typed. `on`: today. */
type Form = {
  read(typed: Typed, before: VacancyDraft, on: string): Read<Stated>;
  fields(draft: VacancyDraft): Fields;
};

const field = (name: string, value: string | number | undefined): Fields =>
  value === undefined ? [] : [[name, String(value)]];

const work: Form = {
  read: (typed) => {
    const occupation = readWork(typed);
    const sector = oneOf(typed, 'sector', Sector.options, 'chosen');
    const destination = oneOf(typed, 'destination', Country.options, 'country');
    if (!occupation.ok || !sector.ok || !destination.ok) return slipsOf(occupation, sector, destination);
    return understood({ occupation: occupation.value, sector: sector.value, destination: destination.value });
  },
  fields: ({ occupation, sector, destination }) => [
    ...workFields(occupation),
    ...field('sector', sector),
    ...field('destination', destination),
  ],
};

const pathway: Form = {
  read: (typed) => {
    const chosen = Id.safeParse(typed.one('pathway'));
    return chosen.success ? understood({ pathway: chosen.data }) : slip('pathway', 'chosen');
  },
  fields: (draft) => field('pathway', draft.pathway),
};

/** The languages in which a vacancy is written on pages; others that it has already stay. */
export const WRITTEN_IN = ['en', 'es', 'fr', 'ar'] as const;

const textFields = (name: string, text: Text | undefined): Fields =>
  WRITTEN_IN.flatMap((language) => field(`${name}-${language}`, text?.[language]));

/** A text in the languages that were typed, with those that no field has; undefined where none was. */
function readText(typed: Typed, name: string, before: Text | undefined): Read<Text | undefined> {
  const written = WRITTEN_IN.map((language) => [language, typed.one(`${name}-${language}`)] as const);
  const others = Object.entries(before ?? {}).filter(([tag]) => !WRITTEN_IN.some((language) => language === tag));
  const all = [...written, ...others].filter(([, words]) => words !== '');
  if (all.length === 0) return understood(undefined);
  const { en, ...rest } = Object.fromEntries(all);
  return en === undefined ? slip(`${name}-en`, 'english') : understood({ en, ...rest });
}

function readDayOf(typed: Typed, name: string, on: string): Read<string | undefined> {
  if (isDayBlank(typed, name)) return understood(undefined);
  const day = readDay(typed, name);
  return day.ok && day.value < on ? slip(`${name}-day`, 'dayGone') : day;
}

const line = (typed: Typed, name: string): Read<string | undefined> =>
  unlessBlank(typed, name, () => {
    const read = Line.safeParse(typed.one(name));
    return read.success ? understood(read.data) : slip(name, 'tooLong');
  });

const job: Form = {
  read: (typed, before, on) => {
    const title = readText(typed, 'title', before.title);
    const description = readText(typed, 'description', before.description);
    const region = line(typed, 'region');
    const places = readCount(typed, 'places', SomePlaces, 'places');
    const months = readCount(typed, 'months', SomeMonths, 'months');
    const hours = unlessBlank(typed, 'hours', readHours);
    const [startOn, applyBy] = [readDayOf(typed, 'start', on), readDayOf(typed, 'apply', on)];
    const named = title.ok && title.value === undefined ? slip('title-en', 'title') : title;
    const inOrder =
      startOn.ok && applyBy.ok && startOn.value && applyBy.value && applyBy.value > startOn.value
        ? slip('apply-day', 'afterStart')
        : understood(null);
    const all = [named, description, region, places, months, hours, startOn, applyBy, inOrder] as const;
    if (
      !(named.ok && description.ok && region.ok && places.ok && months.ok && hours.ok && startOn.ok && applyBy.ok) ||
      !inOrder.ok
    )
      return slipsOf(...all);
    return understood({
      ...{ title: named.value, description: description.value, region: region.value, places: places.value },
      ...{ contractMonths: months.value, hoursPerWeek: hours.value, startOn: startOn.value, applyBy: applyBy.value },
    });
  },
  fields: ({ title, description, region, places, contractMonths, hoursPerWeek, startOn, applyBy }) => [
    ...textFields('title', title),
    ...textFields('description', description),
    ...field('region', region),
    ...field('places', places),
    ...field('months', contractMonths),
    ...field('hours', hoursPerWeek),
    ...(startOn === undefined ? [] : dateFields('start', startOn)),
    ...(applyBy === undefined ? [] : dateFields('apply', applyBy)),
  ],
};

const IN_KIND = ['free', 'subsidised', 'none'] as const;
const TRAVEL = ['employer', 'shared', 'worker'] as const;

const readFees = (typed: Typed): Read<Money | undefined> =>
  unlessBlank(typed, 'fees', () => {
    const [amount, currency] = [readAmount(typed, 'fees'), oneOf(typed, 'feesCurrency', Currency.options, 'currency')];
    if (amount.ok && amount.value === 0 && !currency.ok) return slip('feesCurrency', 'currency');
    return amount.ok && currency.ok
      ? understood({ amount: amount.value, currency: currency.value })
      : slipsOf(amount, currency);
  });

const pay: Form = {
  read: (typed) => {
    const [wage, workerFees] = [readWage(typed), readFees(typed)];
    const housing = unlessBlank(typed, 'housing', () => oneOf(typed, 'housing', IN_KIND, 'choose'));
    const meals = unlessBlank(typed, 'meals', () => oneOf(typed, 'meals', IN_KIND, 'choose'));
    const travel = unlessBlank(typed, 'travel', () => oneOf(typed, 'travel', TRAVEL, 'choose'));
    if (!wage.ok || !workerFees.ok || !housing.ok || !meals.ok || !travel.ok)
      return slipsOf(wage, housing, meals, travel, workerFees);
    const provides = {
      ...(housing.value && { housing: housing.value }),
      ...(meals.value && { meals: meals.value }),
      ...(travel.value && { travel: travel.value }),
    };
    const isStated = Object.keys(provides).length > 0;
    return understood({
      ...{ wage: wage.value, workerFees: workerFees.value, provides: isStated ? provides : undefined },
    });
  },
  fields: ({ wage, provides, workerFees }) => [
    ...field('wage', wage?.money.amount),
    ...field('currency', wage?.money.currency),
    ...field('per', wage?.per),
    ...field('housing', provides?.housing),
    ...field('meals', provides?.meals),
    ...field('travel', provides?.travel),
    ...field('fees', workerFees?.amount),
    ...field('feesCurrency', workerFees?.currency),
  ],
};

type Needed = NonNullable<VacancyDraft['languages']>[number];
type Row = { spoken: Needed; isRequired: boolean };

/** A row without a level is a language that is not needed. */
function readRow(typed: Typed, row: number, language: string, level: string): Read<Row | undefined> {
  if (level === '') return understood(undefined);
  const tag = Language.safeParse(language);
  if (!tag.success) return slip(`language-${row}`, 'language');
  const cefr = Cefr.safeParse(level);
  if (!cefr.success) return slip(`level-${row}`, 'level');
  return understood({
    spoken: { language: tag.data, cefr: cefr.data },
    isRequired: typed.all('must').includes(String(row)),
  });
}

function readRows(typed: Typed): Read<Row[]> {
  const levels = typed.all('level');
  const rows = typed.all('language').map((language, row) => readRow(typed, row, language, levels[row] ?? ''));
  const slips = slipsOf(...rows);
  return slips.slips.length > 0
    ? slips
    : understood(rows.flatMap((row) => (row.ok && row.value !== undefined ? [row.value] : [])));
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n]+/)
    .map((one) => one.trim())
    .filter(Boolean);

const QUALIFICATION = ['held', 'recognised'] as const;
const ISCED = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

function readPlain(typed: Typed): Read<PlainRequirements> {
  const education = unlessBlank(typed, 'education', () => oneOf(typed, 'education', ISCED, 'choose'));
  const experience = unlessBlank(typed, 'experience', () => readCount(typed, 'experience', SomeMonths, 'months'));
  const qualification = unlessBlank(typed, 'qualification', () =>
    oneOf(typed, 'qualification', QUALIFICATION, 'choose'),
  );
  const training = unlessBlank(typed, 'training', () => readCount(typed, 'training', SomeMonths, 'months'));
  const licences = [...new Set(typed.one('licences').split(','))].map((text) => text.trim()).filter(Boolean);
  if (!education.ok || !experience.ok || !qualification.ok || !training.ok)
    return slipsOf(education, experience, qualification, training);
  return understood({
    ...(education.value !== undefined && { education: Number(education.value) }),
    ...(experience.value !== undefined && { experienceMonths: experience.value }),
    ...(qualification.value !== undefined && { qualification: qualification.value }),
    ...(training.value !== undefined && { trainingMonths: training.value }),
    ...(licences.length > 0 && { licences }),
  });
}

/** Whether the requirements of a draft are more than these fields can say: they stay as they are then. */
export const isBeyondForm = ({ requires, occupation }: VacancyDraft): boolean =>
  plainOf(requires, occupation) === undefined;

const needs: Form = {
  read: (typed, before) => {
    const [rows, plain] = [readRows(typed), readPlain(typed)];
    const skills = linesOf(typed.one('skills'));
    const long = skills.some((skill) => !Line.safeParse(skill).success);
    if (!rows.ok || !plain.ok || long) return slipsOf(rows, long ? slip('skills', 'tooLong') : understood(null), plain);
    const required = rows.value.filter(({ isRequired }) => isRequired).map(({ spoken }) => spoken);
    const rule = ruleOf({ ...plain.value, ...(required.length > 0 && { languages: required }) }, before.occupation);
    return understood({
      languages: rows.value.length > 0 ? rows.value.map(({ spoken }) => spoken) : undefined,
      skills: skills.length > 0 ? skills : undefined,
      requires: isBeyondForm(before) ? before.requires : rule,
    });
  },
  fields: ({ languages = [], skills = [], requires, occupation }) => {
    const plain = plainOf(requires, occupation) ?? {};
    const required = new Set(plain.languages?.map(({ language }) => language));
    return [
      ...languages.flatMap(
        ({ language, cefr }): Fields => [
          ['language', language],
          ['level', cefr],
        ],
      ),
      ...languages.flatMap(({ language }, row): Fields => (required.has(language) ? [['must', String(row)]] : [])),
      ...(skills.length > 0 ? field('skills', skills.join('\n')) : []),
      ...field('education', plain.education),
      ...field('experience', plain.experienceMonths),
      ...field('qualification', plain.qualification),
      ...field('training', plain.trainingMonths),
      ...(plain.licences ? field('licences', plain.licences.join(', ')) : []),
    ];
  },
};

const papers: Form = {
  read: (typed) => {
    const recruiter = line(typed, 'recruiter');
    return recruiter.ok ? understood({ recruiter: recruiter.value }) : recruiter;
  },
  fields: ({ recruiter }) => field('recruiter', recruiter),
};

const FORMS: Record<DraftStep, Form> = { work, pathway, job, pay, needs, papers };

/** The parts of a page as the fields that they are typed into. */
export const fieldsOfStep = (step: DraftStep, draft: VacancyDraft): Fields => FORMS[step].fields(draft);

/** A draft with what was typed on one of its pages, or the fields that cannot be taken. */
export function readStep(step: DraftStep, typed: Typed, before: VacancyDraft, on: string): Read<VacancyDraft> {
  const read = FORMS[step].read(typed, before, on);
  return read.ok ? understood({ ...before, ...read.value }) : read;
}
