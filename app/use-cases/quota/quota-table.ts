import type { Quota } from '../../domain/documents/index.ts';
import { writeTable } from '../write-table.ts';

const SCOPE = ['origin', 'sector', 'occupation', 'tranche'] as const;

/** A quota by the columns that the import reads. */
const cellsOf = ({ id, pathway, period, places, label, scope, kind, parent, publishedBy, sources }: Quota) => ({
  ...{ type: 'quota', id, pathway, 'period.from': period.from, 'period.to': period.to, places },
  ...Object.fromEntries(Object.entries(label ?? {}).map(([tag, text]) => [`label.${tag}`, text])),
  ...Object.fromEntries(SCOPE.map((part) => [`scope.${part}`, scope?.[part]])),
  ...{ kind, parent, publishedBy, sources: sources && JSON.stringify(sources) },
});

/** Quotas as a table, which the import takes again. */
export function quotaTable(quotas: readonly Quota[]): string {
  const rows = quotas.map(cellsOf);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return writeTable(rows, rows.length > 0 ? columns : ['id', 'pathway', 'period.from', 'places']);
}
