/** How a cell is read. `list`: pieces between semicolons, or a JSON text that begins with a bracket. `json`: a JSON text. */
type Cell = 'text' | 'number' | 'list' | 'json';

const money = (at: string): [string, Cell][] => [
  [`${at}.amount`, 'number'],
  [`${at}.currency`, 'text'],
];
const texts = (...columns: string[]) => columns.map((column): [string, Cell] => [column, 'text']);

/** A column is the path of what it fills. `texts` are written per language: `label.en`, `label.ar`. */
const COLUMNS = {
  quota: {
    cells: new Map<string, Cell>([
      ...texts('type', 'id', 'pathway', 'period.from', 'period.to', 'kind', 'parent', 'publishedBy'),
      ...texts('scope.origin', 'scope.sector', 'scope.occupation', 'scope.tranche'),
      ['places', 'number'],
      ['sources', 'json'],
    ]),
    texts: ['label'],
    marks: ['period.from'],
  },
  vacancy: {
    cells: new Map<string, Cell>([
      ...texts(
        'type',
        'id',
        'employer',
        'recruiter',
        'pathway',
        'occupation',
        'sector',
        'destination',
        'region',
        'startOn',
        'applyBy',
      ),
      ...texts('provides.housing', 'provides.meals', 'provides.travel', 'wage.per'),
      ...money('wage.money'),
      ...money('workerFees'),
      ['places', 'number'],
      ['hoursPerWeek', 'number'],
      ['contractMonths', 'number'],
      ['skills', 'list'],
      ['languages', 'json'],
      ['requires', 'json'],
    ]),
    texts: ['title', 'description'],
    marks: ['employer', 'wage.money.amount'],
  },
} as const;

export type TableType = keyof typeof COLUMNS;

export const TABLE_TYPES: readonly TableType[] = ['quota', 'vacancy'];

/** Which documents a table with these columns holds: each type has columns that no other has, and one of which it cannot lack. */
export function tableType(header: readonly string[]): TableType | undefined {
  return TABLE_TYPES.find((type) => COLUMNS[type].marks.some((mark) => header.includes(mark)));
}

/** How cells of the column are read, or undefined where the type has no such column. */
export function cellOf(type: TableType, column: string): Cell | undefined {
  const [head = '', language, ...rest] = column.split('.');
  const { cells, texts: perLanguage } = COLUMNS[type];
  const named: readonly string[] = perLanguage;
  if (named.includes(head)) return language && rest.length === 0 ? 'text' : undefined;
  return cells.get(column);
}

/** The column by which a table of a type is known first. */
export const markOf = (type: TableType): string => COLUMNS[type].marks[0];

/** A list is written as JSON where a piece of it holds what would be read otherwise. */
export const isListInJson = (cell: string): boolean => cell.startsWith('[');
