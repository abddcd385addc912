import { cellOf, isListInJson, markOf, TABLE_TYPES, type TableType, tableType } from './csv-columns.ts';
import { csvRows, type Row } from './csv-rows.ts';
import type { Entry } from './entry.ts';
import { findFlaw } from './flaw.ts';

/** What a spreadsheet would run as a formula is written with an apostrophe before it. */
const ESCAPED_FORMULA = /^'(?=[=+\-@\t\r＝＋－＠])/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

type Table = { type: TableType; header: readonly string[] };
type Tree = { [key: string]: unknown };

/** A table of quotas or vacancies: the first line names the columns, each a dotted path such as `period.from`. */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  let table: Table | undefined;
  for await (const row of csvRows(chunks)) {
    if ('problem' in row) yield row;
    else if (table) yield readRow(table, row);
    else {
      const problems = headerProblems(row);
      const type = tableType(row.cells);
      if (problems.length || !type) return yield* problems;
      table = { type, header: row.cells };
    }
  }
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
  if (kind === 'list' && !isListInJson(cell)) return { value: listOfPieces(cell) };
  if (kind !== 'json' && kind !== 'list') return { value: cell };
  const flaw = findFlaw(cell);
  return flaw ? { problem: `${flaw.message}, at letter ${flaw.offset + 1} of the cell` } : { value: JSON.parse(cell) };
}

const listOfPieces = (cell: string): string[] =>
  cell
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

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
