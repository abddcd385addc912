import { CsvError, parse } from 'csv-parse';
import { cellOf, markOf, TABLE_TYPES, type TableType, tableType } from './csv-columns.ts';
import { allBytes, brokenLine, decode, encodingProblem } from './decode.ts';
import type { Entry } from './entry.ts';
import { findFlaw } from './flaw.ts';

/** What a spreadsheet would run as a formula is written with an apostrophe before it. */
const ESCAPED_FORMULA = /^'(?=[=+\-@\t\r＝＋－＠])/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

type Row = { cells: readonly string[]; line: number };
type Table = { type: TableType; header: readonly string[] };
type Tree = { [key: string]: unknown };

/** A table of quotas or vacancies: the first line names the columns, each a dotted path such as `period.from`. */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const bytes = await allBytes(chunks);
  const text = decode(bytes);
  if (text === undefined) yield { place: { line: brokenLine(bytes) }, problem: encodingProblem(bytes) };
  else if (text.includes('\u0000'))
    yield {
      place: { line: text.slice(0, text.indexOf('\u0000')).split('\n').length },
      problem: 'the text holds a zero byte, which a database text cannot',
    };
  else if (text.trim() !== '') yield* readTable(text);
}

async function* readTable(text: string): AsyncGenerator<Entry> {
  let table: Table | undefined;
  try {
    for await (const row of rows(text)) {
      if (table) yield readRow(table, row);
      else {
        const problems = headerProblems(row);
        yield* problems;
        const type = tableType(row.cells);
        if (problems.length || !type) return;
        table = { type, header: row.cells };
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { place: { line: Number(error['lines'] ?? 1) }, problem: `not CSV: ${error.message}` };
  }
}

async function* rows(text: string): AsyncGenerator<Row> {
  const parser = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
  });
  for await (const { record, info } of parser)
    yield { cells: record.map((cell: string) => cell.trim()), line: info.lines };
}

/** Spreadsheets write a semicolon where the decimal sign is a comma. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const count = (letter: string) => header.split(letter).length;
  return [',', ';', '\t'].reduce((best, letter) => (count(letter) > count(best) ? letter : best));
}

function headerProblems({ cells, line }: Row): Entry[] {
  const type = tableType(cells);
  const marks = TABLE_TYPES.map((candidate) => `"${markOf(candidate)}" (${candidate})`).join(' or ');
  if (!type)
    return [
      {
        place: { line },
        problem: 'the first line does not name the columns of quotas or vacancies',
        expected: `a column ${marks}`,
      },
    ];
  const unknown = cells
    .filter((column) => !cellOf(type, column))
    .map((column) => ({ place: { line }, problem: `a ${type} has no column ${JSON.stringify(column)}` }));
  const twice = cells
    .filter((column, index) => cells.indexOf(column) < index)
    .map((column) => ({ place: { line }, problem: `the column ${JSON.stringify(column)} is given twice` }));
  return [...unknown, ...twice];
}

function readRow({ type, header }: Table, { cells, line }: Row): Entry {
  if (cells.length !== header.length)
    return {
      place: { line },
      problem: `the row has ${cells.length} cells`,
      expected: `${header.length}, as the first line`,
    };
  const value: Tree = { type };
  for (const [index, column] of header.entries()) {
    const cell = (cells[index] ?? '').replace(ESCAPED_FORMULA, '');
    if (cell === '') continue; // not stated
    const read = readCell(type, column, cell);
    if ('problem' in read) return { place: { line }, path: `/${column.replaceAll('.', '/')}`, problem: read.problem };
    set(value, column.split('.'), read.value);
  }
  return { place: { line }, value };
}

function readCell(type: TableType, column: string, cell: string): { value: unknown } | { problem: string } {
  const kind = cellOf(type, column);
  if (kind === 'number')
    return PLAIN_NUMBER.test(cell)
      ? { value: Number(cell) }
      : { problem: `${JSON.stringify(cell)} is not a plain number such as 80000 or 12.5` };
  if (kind === 'list')
    return {
      value: cell
        .split(';')
        .map((piece) => piece.trim())
        .filter((piece) => piece !== ''),
    };
  if (kind !== 'json') return { value: cell };
  const flaw = findFlaw(cell);
  return flaw ? { problem: `${flaw.message}, at letter ${flaw.offset + 1} of the cell` } : { value: JSON.parse(cell) };
}

/** The columns are known ones, so a path never leads through a text to a key below it. */
function set(tree: Tree, path: readonly string[], value: unknown): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    tree[head] = value;
    return;
  }
  const inner: Tree = {};
  const found = tree[head];
  const below = isTree(found) ? found : inner;
  tree[head] = below;
  set(below, rest, value);
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
