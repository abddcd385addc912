import { stringify } from 'csv-stringify/sync';

/** Rows as a table that a spreadsheet opens: UTF-8 with a mark, nothing in it a formula, what is not known empty. */
export const writeTable = (rows: readonly Record<string, unknown>[], columns: readonly string[]): string =>
  stringify([...rows], { header: true, columns: [...columns], bom: true, escape_formulas: true });
