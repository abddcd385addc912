import { dateFields, dayMessage, isDayBlank, readDay } from '../check/typed/date.ts';
import { readAmount, readCount } from '../check/typed/number.ts';
import { type Read, type Typed, typedIn } from '../check/typed/typed.ts';
import { isLanguage } from '../documents/codes.ts';
import { type Problem, parseAs, type Text } from '../documents/index.ts';
import { Partnership } from './partnership.ts';

export type Values = Readonly<Record<string, string>>;

/** A field that cannot be taken, and which message says why. */
export type FormProblem = {
  field: string;
  message:
    | 'form.missing'
    | 'form.wrong'
    | 'slip.choose'
    | 'slip.chosen'
    | 'slip.country'
    | 'slip.count'
    | 'slip.amount'
    | 'slip.currency'
    | 'slip.language'
    | 'slip.day'
    | 'slip.noSuchDay'
    | 'slip.endsBefore'
    | 'slip.afterStart'
    | 'partnership.slip.english'
    | 'partnership.slip.recognised'
    | 'partnership.slip.months';
};

/** As many rows as a form can have. */
export const MOST_ROWS = 50;
const ROWS = Array.from({ length: MOST_ROWS }, (_, row) => row);

/** What was understood, else what was typed: the schema says then that this is not what it expects. */
const orTyped = (typed: Typed, field: string, read: (typed: Typed, field: string) => Read<number>) => {
  if (typed.one(field) === '') return undefined;
  const value = read(typed, field);
  return value.ok ? value.value : typed.one(field);
};

const dayOf = (typed: Typed, name: string) => {
  if (isDayBlank(typed, name)) return undefined;
  const day = readDay(typed, name);
  return day.ok ? day.value : null;
};

/** A text in the languages that were typed: a field each, `name-en` and so on. */
function textOf(values: Values, name: string): Record<string, string> | undefined {
  const said = Object.entries(values).flatMap(([field, words]) => {
    const tag = field.startsWith(`${name}-`) ? field.slice(name.length + 1) : '';
    return words !== '' && isLanguage(tag) ? [[tag, words] as const] : [];
  });
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

const orAbsent = (text: string) => (text === '' ? undefined : text);

/** The same without what is undefined: an absent key is what is not stated. */
const stated = (object: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

const costRow = (values: Values, typed: Typed, row: number) => {
  const amount = orTyped(typed, `cost-${row}-amount`, readAmount);
  return stated({
    label: textOf(values, `cost-${row}-label`),
    money: amount === undefined ? undefined : stated({ amount, currency: orAbsent(typed.one(`cost-${row}-currency`)) }),
    payer: orAbsent(typed.one(`cost-${row}-payer`)),
  });
};

/** Rows in which something was typed, by their numbers. */
const costRows = (values: Values): readonly number[] =>
  ROWS.filter((row) => Object.entries(values).some(([field, text]) => text !== '' && field.startsWith(`cost-${row}-`)));

const countryRows = (typed: Typed): readonly number[] => ROWS.filter((row) => typed.one(`recognised-${row}`) !== '');

function documentOf(id: string, values: Values): unknown {
  const typed = typedIn(new URLSearchParams(values));
  const one = (field: string) => orAbsent(typed.one(field));
  const language = one('language');
  return stated({
    id,
    pathway: one('pathway'),
    name: textOf(values, 'name'),
    provider: stated({ name: one('provider'), country: one('country') }),
    curriculum: textOf(values, 'curriculum'),
    months: orTyped(typed, 'months', readCount),
    hours: orTyped(typed, 'hours', readCount),
    language: language === undefined ? undefined : stated({ of: language, reached: one('level') }),
    startsOn: dayOf(typed, 'starts'),
    endsOn: dayOf(typed, 'ends'),
    applyBy: dayOf(typed, 'apply'),
    seats: stated({ away: orTyped(typed, 'away', readCount), home: orTyped(typed, 'home', readCount) }),
    costs: costRows(values).map((row) => costRow(values, typed, row)),
    certificate: stated({
      name: textOf(values, 'certificate'),
      by: one('certificateBy'),
      recognisedIn: countryRows(typed).map((row) => typed.one(`recognised-${row}`)),
    }),
    source: stated({ title: one('sourceTitle'), url: one('sourceUrl'), asOf: dayOf(typed, 'asOf') }),
  });
}

type Place = { field: string; message: FormProblem['message'] };

/** Where each place of the document is typed, and what is said of it where it is neither empty nor right. */
const PLACES: Readonly<Record<string, Place>> = {
  '/pathway': { field: 'pathway', message: 'slip.chosen' },
  '/name': { field: 'name-en', message: 'partnership.slip.english' },
  '/provider/name': { field: 'provider', message: 'form.wrong' },
  '/provider/country': { field: 'country', message: 'slip.country' },
  '/curriculum': { field: 'curriculum-en', message: 'partnership.slip.english' },
  '/months': { field: 'months', message: 'partnership.slip.months' },
  '/hours': { field: 'hours', message: 'slip.count' },
  '/language/of': { field: 'language', message: 'slip.language' },
  '/language/reached': { field: 'level', message: 'slip.choose' },
  '/startsOn': { field: 'starts-day', message: 'slip.day' },
  '/endsOn': { field: 'ends-day', message: 'slip.endsBefore' },
  '/applyBy': { field: 'apply-day', message: 'slip.afterStart' },
  '/seats/away': { field: 'away', message: 'slip.count' },
  '/seats/home': { field: 'home', message: 'slip.count' },
  '/certificate/name': { field: 'certificate-en', message: 'partnership.slip.english' },
  '/certificate/by': { field: 'certificateBy', message: 'form.wrong' },
  '/certificate/recognisedIn': { field: 'recognised-0', message: 'partnership.slip.recognised' },
  '/source/title': { field: 'sourceTitle', message: 'form.wrong' },
  '/source/url': { field: 'sourceUrl', message: 'form.wrong' },
  '/source/asOf': { field: 'asOf-day', message: 'slip.day' },
};

/** The same of a row of the costs. */
const COST_PLACES: Readonly<Record<string, Place>> = {
  '/label': { field: 'label-en', message: 'partnership.slip.english' },
  '/money/amount': { field: 'amount', message: 'slip.amount' },
  '/money/currency': { field: 'currency', message: 'slip.currency' },
  '/payer': { field: 'payer', message: 'slip.chosen' },
};

/** What a place is, and its parts: a text is one field a language. */
const placeIn = (places: Readonly<Record<string, Place>>, path: string) =>
  Object.entries(places).find(([place]) => path === place || path.startsWith(`${place}/`))?.[1];

function placeOf(path: string, values: Values): Place {
  const [, index, inRow] = /^\/costs\/(\d+)(\/.*)$/.exec(path) ?? [];
  const place = inRow === undefined ? placeIn(PLACES, path) : placeIn(COST_PLACES, inRow);
  if (!place) throw new Error(`no field of the form stands for ${path}`);
  return index === undefined ? place : { ...place, field: `cost-${costRows(values)[Number(index)]}-${place.field}` };
}

const DAY = /^(?<name>.*)-day$/;
/** Choices that are made from a list: left open, that is what is said. */
const CHOSEN = [
  'slip.choose',
  'slip.chosen',
  'slip.country',
  'slip.currency',
  'partnership.slip.recognised',
  'partnership.slip.english',
];

function said({ path }: Problem, values: Values): FormProblem {
  const { field, message } = placeOf(path, values);
  const name = DAY.exec(field)?.groups?.['name'];
  if (name === undefined) {
    const isBlank = (values[field] ?? '') === '';
    return { field, message: isBlank && !CHOSEN.includes(message) ? 'form.missing' : message };
  }
  const typed = typedIn(new URLSearchParams(values));
  const day = readDay(typed, name);
  if (isDayBlank(typed, name)) return { field, message: 'form.missing' };
  return { field, message: day.ok ? message : dayMessage(day.slips) };
}

/** The partnership that an officer typed, or each field that cannot be taken. */
export function readPartnership(
  id: string,
  values: Values,
): { ok: true; partnership: Partnership } | { ok: false; problems: readonly FormProblem[] } {
  const parsed = parseAs(Partnership, documentOf(id, values));
  if (parsed.ok) return { ok: true, partnership: parsed.document };
  const problems = new Map(parsed.problems.map((problem) => said(problem, values)).map((one) => [one.field, one]));
  return { ok: false, problems: [...problems.values()] };
}

/** The field in which a place of the document is typed. */
export const fieldFor = (path: string): string => placeOf(path, {}).field;

type Fields = readonly (readonly [name: string, value: string | number | undefined])[];

const textFields = (name: string, text: Text): Fields =>
  Object.entries(text).map(([tag, words]) => [`${name}-${tag}`, words]);

/** A partnership as the fields that it is typed into. */
export function fieldsOfPartnership(partnership: Omit<Partnership, 'id'>): Values {
  const { provider, language, seats, costs, certificate, source } = partnership;
  const fields: Fields = [
    ['pathway', partnership.pathway],
    ...textFields('name', partnership.name),
    ['provider', provider.name],
    ['country', provider.country],
    ...textFields('curriculum', partnership.curriculum),
    ['months', partnership.months],
    ['hours', partnership.hours],
    ['language', language?.of],
    ['level', language?.reached],
    ...dateFields('starts', partnership.startsOn),
    ...dateFields('ends', partnership.endsOn),
    ...dateFields('apply', partnership.applyBy),
    ['away', seats.away],
    ['home', seats.home],
    ...costs.flatMap(
      ({ label, money, payer }, row): Fields => [
        ...textFields(`cost-${row}-label`, label),
        [`cost-${row}-amount`, money?.amount],
        [`cost-${row}-currency`, money?.currency],
        [`cost-${row}-payer`, payer],
      ],
    ),
    ...textFields('certificate', certificate.name),
    ['certificateBy', certificate.by],
    ...certificate.recognisedIn.map((country, row) => [`recognised-${row}`, country] as const),
    ['sourceTitle', source.title],
    ['sourceUrl', source.url],
    ...dateFields('asOf', source.asOf),
  ];
  return Object.fromEntries(fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
