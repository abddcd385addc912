import { describe, expect, it } from 'vitest';
import { aPartnership } from '../../../test/support/partnerships.ts';
import { fieldsOfPartnership, readPartnership } from './form.ts';

const typed = fieldsOfPartnership(aPartnership());
const read = (over: Record<string, string>) => readPartnership('nurses-2027', { ...typed, ...over });
const problemsOf = (over: Record<string, string>) => {
  const answer = read(over);
  return answer.ok ? [] : answer.problems.map(({ field, message }) => `${field}: ${message}`);
};

describe('the form of a partnership', () => {
  it('gives back what it was filled with', () => {
    expect(read({})).toEqual({ ok: true, partnership: aPartnership() });
  });

  it('keeps every language of a text, also those that no page is written in', () => {
    const partnership = aPartnership({ curriculum: { en: 'Care', tl: 'Pag-aalaga', 'es-MX': 'Cuidados' } });
    expect(readPartnership(partnership.id, fieldsOfPartnership(partnership))).toEqual({ ok: true, partnership });
  });

  it('states nothing that was left empty', () => {
    const blank = Object.fromEntries(
      ['months', 'hours', 'language', 'level', 'ends-day', 'ends-month', 'ends-year', 'sourceUrl'].map((name) => [
        name,
        '',
      ]),
    );
    const { months: _m, hours: _h, language: _l, endsOn: _e, ...rest } = aPartnership();
    const { url: _u, ...source } = rest.source;
    expect(read(blank)).toEqual({ ok: true, partnership: { ...rest, source } });
  });

  it('leaves out empty rows, and says of a row what is wrong with that one', () => {
    const moved = { 'cost-7-label-en': 'Exam', 'cost-7-amount': '1,234', 'cost-7-currency': '', 'cost-7-payer': '' };
    expect(problemsOf(moved)).toEqual([
      'cost-7-amount: slip.amount',
      'cost-7-currency: slip.currency',
      'cost-7-payer: slip.chosen',
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['no English name', { 'name-en': '', 'name-fr': 'Soins' }, ['name-en: partnership.slip.english']],
    ['seats in words', { away: 'ten' }, ['away: slip.count']],
    ['no seats', { home: '' }, ['home: form.missing']],
    ['a day that does not exist', { 'starts-day': '31' }, ['starts-day: slip.noSuchDay']],
    ['no first day', { 'starts-day': '', 'starts-month': '', 'starts-year': '' }, ['starts-day: form.missing']],
    ['an end before the beginning', { 'ends-year': '2026' }, ['ends-day: slip.endsBefore']],
    ['a last day to apply after the beginning', { 'apply-year': '2028' }, ['apply-day: slip.afterStart']],
    ['a link that is none', { sourceUrl: 'javascript:alert(1)' }, ['sourceUrl: form.wrong']],
    ['no recognition', { 'recognised-0': '', 'recognised-1': '' }, ['recognised-0: partnership.slip.recognised']],
    ['nowhere', { country: 'QQ' }, ['country: slip.country']],
  ])('says of %s in which field it is', (_, over, problems) => {
    expect(problemsOf(over)).toEqual(problems);
  });

  it('says of an empty form what is missing, field after field', () => {
    const answer = readPartnership('x', {});
    expect(answer.ok ? [] : answer.problems.map(({ field }) => field)).toEqual([
      ...['pathway', 'name-en', 'provider', 'country', 'curriculum-en', 'starts-day', 'away', 'home'],
      ...['certificate-en', 'certificateBy', 'recognised-0', 'sourceTitle', 'asOf-day'],
    ]);
  });

  it('reads digits of every script', () => {
    expect(read({ away: '٢٠' })).toEqual({ ok: true, partnership: aPartnership() });
  });
});
