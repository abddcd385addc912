import { describe, expect, it } from 'vitest';
import type { Change } from '../domain/eligibility/unlock/change.ts';
import { type CodeNames, changeText } from './change.ts';

const names: CodeNames = {
  occupation: (code) => ({ '2221': 'Nurses', '53': 'Carers' })[code] ?? code,
  word: (_, code) => code.toUpperCase(),
};

const cases: [Change, string][] = [
  [{ fact: 'language', of: 'de', from: 'A2', to: 'B1' }, 'German: from A2 to B1'],
  [{ fact: 'language', of: 'de', from: 'below A1', to: 'B1' }, 'German: from below A1 to B1'],
  [{ fact: 'language', of: 'de', from: null, to: 'B1' }, 'German: B1'],
  [{ fact: 'test', of: 'topik', from: null, to: 80 }, 'Test score (TOPIK): 80'],
  [{ fact: 'education', from: 3, to: 6 }, 'Education: from upper secondary school to bachelor’s degree'],
  [{ fact: 'training', of: ['2221'], from: 0, to: 24 }, 'Vocational training (Nurses): from 0 months to 24 months'],
  [
    { fact: 'experience', of: ['2221', '53'], withinMonths: 60, from: null, to: 1 },
    'Work experience (Nurses or Carers), within the last 60 months: 1 month',
  ],
  [
    { fact: 'qualification', destination: 'DE', from: 'held', to: 'recognised' },
    'Qualification: from held to recognised in Germany',
  ],
  [{ fact: 'savings', from: null, to: { amount: 13_092, currency: 'EUR' } }, 'Savings: €13,092'],
  [{ fact: 'offer', from: false, to: { destination: 'DE' } }, 'Job offer (Germany)'],
  [
    {
      fact: 'offer',
      from: { destination: 'DE' },
      to: {
        destination: 'DE',
        except: ['53'],
        wage: { money: { amount: 41_000, currency: 'EUR' }, per: 'year' },
        hoursPerWeek: 40,
        months: 12,
      },
    },
    'Your job offer (Germany): any work but: Carers, gross pay of €41,000 a year, 40 hours a week, and a contract of 12 months',
  ],
];

describe('changeText', () => {
  it.each(cases)('%j', (change, english) => {
    const text = changeText(change, names);
    expect(text.en).toBe(english);
    expect(new Set(Object.values(text)).size).toBe(4);
  });
});
