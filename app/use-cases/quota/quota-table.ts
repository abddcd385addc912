import { stringify } from 'csv-stringify/sync';
import type { Quota } from '../../domain/documents/index.ts';

const SCOPE = ['origin', 'sector', 'occupation', 'tranche'] as const;

/** A quota by the columns that the import reads. */
const cellsOf = ({ id, pathway, period, places, label, scope, kind, parent, publishedBy, sources }: Quota) => ({
  ...{ type: 'quota', id, pathway, 'period.from': period.from, 'period.to': period.to, places },
  ...Object.fromEntries(Object.entries(label ?? {}).map(([tag, text]) => [`label.${tag}`, text])),
  ...Object.fromEntries(SCOPE.map((part) => [`scope.${part}`, scope?.[part]])),
  ...{ kind, parent, publishedBy, sources: sources && JSON.stringify(sources) },
});

/** Quotas as a table that a spreadsheet opens and the import takes again: UTF-8 with a mark, nothing in it a formula. */
export function quotaTable(quotas: readonly Quota[]): string {
  const rows = quotas.map(cellsOf);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify(rows, {
    header: true,
    columns: rows.length > 0 ? columns : ['id', 'pathway', 'period.from', 'places'],
    bom: true,
    escape_formulas: true,
  });
}
