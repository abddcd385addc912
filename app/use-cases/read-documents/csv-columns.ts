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
    mark: 'period.from',
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
    mark: 'employer',
  },
} as const;

export type TableType = keyof typeof COLUMNS;

export const TABLE_TYPES: readonly TableType[] = ['quota', 'vacancy'];

/** Which documents a table with these columns holds: each type has one column that no other has and that it cannot lack. */
export function tableType(header: readonly string[]): TableType | undefined {
  return TABLE_TYPES.find((type) => header.includes(COLUMNS[type].mark));
}

/** How cells of the column are read, or undefined where the type has no such column. */
export function cellOf(type: TableType, column: string): Cell | undefined {
  const [head = '', language, ...rest] = column.split('.');
  const { cells, texts: perLanguage } = COLUMNS[type];
  const named: readonly string[] = perLanguage;
  if (named.includes(head)) return language && rest.length === 0 ? 'text' : undefined;
  return cells.get(column);
}

export const markOf = (type: TableType): string => COLUMNS[type].mark;

/** A list is written as JSON where a piece of it holds what would be read otherwise. */
export const isListInJson = (cell: string): boolean => cell.startsWith('[');
