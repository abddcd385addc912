import type { Vacancy } from '../../domain/documents/index.ts';
import { isListInJson } from '../read-documents/csv-columns.ts';
import { writeTable } from '../write-table.ts';

const texts = (name: string, text: Vacancy['title'] | undefined) =>
  Object.fromEntries(Object.entries(text ?? {}).map(([tag, words]) => [`${name}.${tag}`, words]));

const json = (value: unknown) => value && JSON.stringify(value);

/** A list as it is read again: in JSON where its pieces between semicolons would be others. */
const list = (pieces: readonly string[] | undefined) =>
  pieces?.some((piece) => piece.includes(';') || piece !== piece.trim() || isListInJson(piece))
    ? json(pieces)
    : pieces?.join('; ');

/** A vacancy by the columns that the import reads. */
const cellsOf = ({
  title,
  description,
  wage,
  provides,
  workerFees,
  languages,
  requires,
  skills,
  ...plain
}: Vacancy) => ({
  ...plain,
  ...texts('title', title),
  ...texts('description', description),
  ...{ 'wage.money.amount': wage.money.amount, 'wage.money.currency': wage.money.currency, 'wage.per': wage.per },
  ...{ 'provides.housing': provides?.housing, 'provides.meals': provides?.meals, 'provides.travel': provides?.travel },
  ...{ 'workerFees.amount': workerFees?.amount, 'workerFees.currency': workerFees?.currency },
  ...{ skills: list(skills), languages: json(languages), requires: json(requires) },
});

const COLUMNS = [
  ...[
    'type',
    'id',
    'employer',
    'pathway',
    'title.en',
    'description.en',
    'occupation',
    'sector',
    'destination',
    'region',
  ],
  ...[
    'places',
    'wage.money.amount',
    'wage.money.currency',
    'wage.per',
    'hoursPerWeek',
    'contractMonths',
    'startOn',
    'applyBy',
  ],
  ...['provides.housing', 'provides.meals', 'provides.travel', 'workerFees.amount', 'workerFees.currency', 'recruiter'],
  ...['skills', 'languages', 'requires'],
];

/** So many make a table; more are told in several. */
export const PER_TABLE = 10_000;

/** Vacancies as a table, which the import takes again; without any, the names of its columns. */
export function vacancyTable(vacancies: readonly Vacancy[]): string {
  const rows = vacancies.map(cellsOf);
  const further = new Set(rows.flatMap((row) => Object.keys(row)));
  return writeTable(rows, [...COLUMNS, ...[...further].filter((column) => !COLUMNS.includes(column))]);
}
