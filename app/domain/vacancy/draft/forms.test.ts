import { describe, expect, it } from 'vitest';
import { aVacancy } from '../../../../test/support/documents.ts';
import { typedIn } from '../../check/typed/typed.ts';
import type { VacancyDraft } from '../../documents/index.ts';
import { fieldsOfStep, readStep } from './forms.ts';
import { DRAFT_STEPS, type DraftStep, fieldOf, flawsOn, missingOn } from './steps.ts';

const ON = '2026-11-26';
const type = (fields: Record<string, string> | readonly (readonly [string, string])[]) =>
  typedIn(
    new URLSearchParams((Array.isArray(fields) ? fields : Object.entries(fields)).map(([name, text]) => [name, text])),
  );
const slips = (step: DraftStep, fields: Record<string, string>, before: VacancyDraft = {}) => {
  const read = readStep(step, type(fields), before, ON);
  return read.ok ? [] : read.slips.map(({ field, why }) => `${field} ${why}`);
};

const {
  type: _,
  id: __,
  employer: ___,
  ...whole
} = aVacancy({
  title: { en: 'Nurse', es: 'Enfermera', tl: 'Nars' },
  description: { en: 'Line one.\nLine two.' },
  region: 'Bayern',
  hoursPerWeek: 38.5,
  startOn: '2027-03-01',
  applyBy: '2027-01-15',
  provides: { housing: 'free', travel: 'shared' },
  workerFees: { amount: 0, currency: 'EUR' },
  languages: [
    { language: 'de', cefr: 'B1' },
    { language: 'en', cefr: 'A2' },
  ],
  skills: ['Intensive care', 'Driving'],
  requires: {
    all: [
      { id: 'education', fact: 'education', gte: 5 },
      { id: 'experience', fact: 'experience', of: ['2221'], gte: 24 },
      { id: 'licence-b', fact: 'licence', of: 'B', eq: true },
      { id: 'language-de', fact: 'language', of: 'de', gte: 'B1' },
    ],
  },
  recruiter: 'PH-1',
});

it.each(DRAFT_STEPS)('what stands on the page «%s» is read off its own fields unchanged', (step) => {
  const read = readStep(step, type(fieldsOfStep(step, whole)), whole, ON);
  expect(read).toEqual({ ok: true, value: whole });
});

it('what is emptied is taken out', () => {
  const fields = fieldsOfStep('job', whole).filter(([name]) => !/^(region|hours|apply|description)/.test(name));
  const read = readStep('job', type(fields), whole, ON);
  if (!read.ok) throw new Error(JSON.stringify(read.slips));
  const { region, hoursPerWeek, applyBy, description } = JSON.parse(JSON.stringify(read.value));
  expect([region, hoursPerWeek, applyBy, description]).toEqual([undefined, undefined, undefined, undefined]);
});

describe('what cannot be taken', () => {
  it('is named where it is too long', () => {
    const job = { 'title-en': 'N', places: '1', months: '1', region: 'x'.repeat(1001) };
    expect(slips('job', job)).toEqual(['region tooLong']);
  });

  it.each<[DraftStep, Record<string, string>, readonly string[]]>([
    ['work', {}, ['work work', 'sector chosen', 'destination country']],
    ['pathway', {}, ['pathway chosen']],
    [
      'job',
      { 'title-es': 'Enfermera', places: '0', months: 'x' },
      ['title-en english', 'places places', 'months months'],
    ],
    ['job', { places: '1', months: '1' }, ['title-en title']],
    [
      'job',
      { 'title-en': 'N', places: '1', months: '1', 'start-day': '31', 'start-month': '2', 'start-year': '2027' },
      ['start-day noSuchDay'],
    ],
    [
      'job',
      { 'title-en': 'N', places: '1', months: '1', 'start-day': '1', 'start-month': '2', 'start-year': '2020' },
      ['start-day dayGone'],
    ],
    [
      'job',
      {
        ...{ 'title-en': 'N', places: '1', months: '1', 'start-day': '1', 'start-month': '2', 'start-year': '2027' },
        ...{ 'apply-day': '2', 'apply-month': '2', 'apply-year': '2027' },
      },
      ['apply-day afterStart'],
    ],
    ['pay', { fees: '10' }, ['wage amount', 'currency currency', 'per per', 'feesCurrency currency']],
    ['needs', { education: '9', experience: '-1' }, ['education choose', 'experience months']],
  ])('on the page «%s» is named: %j', (step, fields, expected) => expect(slips(step, fields)).toEqual(expected));
});

it('keeps requirements that the page cannot show', () => {
  const before = { ...whole, requires: { any: [] } };
  const read = readStep('needs', type({ education: '5' }), before, ON);
  expect(read.ok && read.value.requires).toEqual({ any: [] });
});

it('knows on which page each flaw is mended, and what is missing there', () => {
  expect(fieldOf('/wage/money/amount')).toEqual({ step: 'pay', field: 'wage' });
  expect(fieldOf('/hoursPerWeek')).toEqual({ step: 'job', field: 'hours' });
  expect(fieldOf('')).toBeUndefined();
  expect(flawsOn([{ path: '/startOn', why: 'not-in-effect' }], 'job')).toHaveLength(1);
  expect(flawsOn([{ path: '/startOn', why: 'not-in-effect' }], 'pay')).toEqual([]);
  expect(missingOn({ title: { en: 'N' } }, 'job')).toEqual(['places', 'contractMonths']);
});
