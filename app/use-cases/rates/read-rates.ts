import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { PublishedRate } from '../../../db/queries/rate.ts';
import { Currency } from '../../domain/documents/codes.ts';
import { isCalendarDate } from '../../domain/documents/dates.ts';
import type { ImportProblem } from '../import-documents/report.ts';
import { brokenLine, decode, encodingProblem } from '../read-documents/decode.ts';

const COLUMNS = ['currency', 'perEUR', 'date', 'source'] as const;
type Column = (typeof COLUMNS)[number];

/** Up to a thousand billions of a currency to the euro, and down to a millionth of a millionth. */
const RATE = /^(?=.*[1-9])\d{1,15}(\.\d{1,12})?$/;
const LONGEST_SOURCE = 300;

type Check = { isRight(value: string, today: string): boolean; expected: string };

const CHECKS: Record<Column, Check> = {
  currency: {
    isRight: (value) => Currency.safeParse(value).success && value !== 'EUR',
    expected: 'an ISO 4217 currency code other than EUR',
  },
  perEUR: {
    isRight: (value) => RATE.test(value),
    expected: 'how much of the currency one euro is, above 0, such as 4.2543',
  },
  date: {
    isRight: (value, today) => isCalendarDate(value) && value <= today,
    expected: 'the day of the rate, YYYY-MM-DD, not after today',
  },
  source: {
    isRight: (value) => value !== '' && value.length <= LONGEST_SOURCE && !/\p{Cc}/u.test(value),
    expected: `who published it, in at most ${LONGEST_SOURCE} characters`,
  },
};

type Read = { rates: PublishedRate[]; problems: ImportProblem[] };
const Line = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) });
type Line = z.infer<typeof Line>;

const refused = (...problems: ImportProblem[]): Read => ({ rates: [], problems });

function readLine(
  file: string,
  { record, info }: Line,
  header: readonly string[],
  today: string,
): PublishedRate | ImportProblem[] {
  if (record.length !== header.length)
    return [
      {
        ...{ file, line: info.lines, path: '', message: `${record.length} cells` },
        expected: `${header.length}, as the first line`,
      },
    ];
  const cellOf = (column: Column) => record[header.indexOf(column)]?.trim() ?? '';
  const problems = COLUMNS.flatMap((column): ImportProblem[] => {
    const { isRight, expected } = CHECKS[column];
    const cell = cellOf(column);
    const message = cell === '' ? 'missing' : `${JSON.stringify(cell.slice(0, 80))} does not fit`;
    return isRight(cell, today) ? [] : [{ file, line: info.lines, path: `/${column}`, message, expected }];
  });
  if (problems.length > 0) return problems;
  const [currency, perEur] = [cellOf('currency'), cellOf('perEUR')];
  return { currency, perEur, on: cellOf('date'), source: cellOf('source') };
}

function headerProblem(file: string, header: readonly string[]): ImportProblem | undefined {
  const named = COLUMNS.every((column) => header.filter((one) => one === column).length === 1);
  if (named && header.length === COLUMNS.length) return undefined;
  const message = 'the first line does not name the columns of rates';
  return { file, line: 1, path: '', message, expected: COLUMNS.join(',') };
}

/** A rate of one day stated twice is a slip, whichever of the two was meant. */
function twiceStated(file: string, rates: readonly (PublishedRate & { line: number })[]): ImportProblem[] {
  const first = new Map<string, number>();
  return rates.flatMap(({ currency, on, line }) => {
    const known = first.get(`${currency} ${on}`);
    if (known === undefined) first.set(`${currency} ${on}`, line);
    return known === undefined
      ? []
      : [{ file, line, path: '/date', message: `${currency} of ${on} stands on line ${known} already` }];
  });
}

/** Exchange rates from a CSV: `currency,perEUR,date,source`. With any problem, none of them is to be taken. */
export function readRates(file: string, bytes: Uint8Array, today: string): Read {
  const text = decode(bytes);
  if (text === undefined) return refused({ file, line: brokenLine(bytes), path: '', message: encodingProblem(bytes) });
  let lines: Line[];
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
    lines = z.array(Line).parse(parse(text, options));
  } catch (error) {
    return refused({ file, path: '', message: `not CSV: ${error instanceof Error ? error.message : String(error)}` });
  }
  const [first, ...rest] = lines;
  const header = first?.record.map((cell) => cell.trim()) ?? [];
  const unnamed = headerProblem(file, header);
  if (unnamed) return refused(unnamed);
  const read = rest.map((line) => ({ line: line.info.lines, is: readLine(file, line, header, today) }));
  const rates = read.flatMap(({ line, is }) => (Array.isArray(is) ? [] : [{ ...is, line }]));
  const problems = [...read.flatMap(({ is }) => (Array.isArray(is) ? is : [])), ...twiceStated(file, rates)];
  if (read.length === 0) problems.push({ file, path: '', message: 'there are no rates in it' });
  return problems.length > 0
    ? refused(...problems)
    : { rates: rates.map(({ line: _line, ...rate }) => rate), problems };
}
