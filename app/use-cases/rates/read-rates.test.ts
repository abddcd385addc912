import { describe, expect, it } from 'vitest';
import { readRates } from './read-rates.ts';

const read = (text: string) => readRates('rates.csv', new TextEncoder().encode(text), '2026-11-26');
const HEADER = 'currency,perEUR,date,source';

it('reads rates in any order of columns', () => {
  expect(read(`\uFEFFdate,source,currency,perEUR\r\n2026-11-25,"ECB, daily",PLN,4.2543\r\n`)).toEqual({
    rates: [{ currency: 'PLN', perEur: '4.2543', on: '2026-11-25', source: 'ECB, daily' }],
    problems: [],
  });
});

describe('is refused, with each place:', () => {
  it.each([
    ['an unknown currency', 'ZZZ,4,2026-11-25,ECB', [2, '/currency']],
    ['the euro', 'EUR,1,2026-11-25,ECB', [2, '/currency']],
    ['no rate', 'PLN,,2026-11-25,ECB', [2, '/perEUR']],
    ['a rate of nothing', 'PLN,0.000,2026-11-25,ECB', [2, '/perEUR']],
    ['a negative one', 'PLN,-4,2026-11-25,ECB', [2, '/perEUR']],
    ['a decimal comma', 'PLN,"4,25",2026-11-25,ECB', [2, '/perEUR']],
    ['an exponent', 'PLN,4e2,2026-11-25,ECB', [2, '/perEUR']],
    ['a day that does not exist', 'PLN,4,2026-02-30,ECB', [2, '/date']],
    ['a day to come', 'PLN,4,2026-11-27,ECB', [2, '/date']],
    ['nobody to name', 'PLN,4,2026-11-25,', [2, '/source']],
    ['a cell too many', 'PLN,4,2026-11-25,ECB,x', [2, '']],
    ['the same day twice', 'PLN,4,2026-11-25,ECB\nUSD,1.1,2026-11-25,ECB\nPLN,5,2026-11-25,ECB', [4, '/date']],
  ])('%s', (_, lines, [line, path]) => {
    const { rates, problems } = read(`${HEADER}\n${lines}\n`);
    expect(rates).toEqual([]);
    expect(problems).toMatchObject([{ file: 'rates.csv', line, path }]);
  });

  it.each([
    ['no columns named', 'PLN,4,2026-11-25,ECB\n'],
    ['a column twice', 'currency,perEUR,date,date\n'],
    ['nothing', ''],
    ['only a header', `${HEADER}\n`],
  ])('%s', (_, text) => expect(read(text).problems).toHaveLength(1));

  it('bytes that are no text', () => {
    expect(readRates('rates.csv', Uint8Array.of(0x63, 0x0a, 0xff), '2026-11-26').problems).toMatchObject([{ line: 2 }]);
  });

  it('every line, not the first alone', () => {
    const { problems } = read(`${HEADER}\nZZZ,4,2026-11-25,ECB\nPLN,x,2026-13-01,ECB\n`);
    expect(problems.map(({ line, path }) => `${line}${path}`)).toEqual(['2/currency', '3/perEUR', '3/date']);
  });
});
