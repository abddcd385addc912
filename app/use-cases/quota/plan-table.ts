import { type Problem, parseDocumentOf, type Quota } from '../../domain/documents/index.ts';
import { isProblem } from '../read-documents/entry.ts';
import { readDocuments } from '../read-documents/read-documents.ts';

/** A row of a table that cannot be taken, or what is wrong with the whole (no line). */
export type RowProblem = Problem & { line?: number };
type Row = { line: number | undefined; quota: Quota };

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** Reads a table of quotas (CSV, as it is exported): every row of one pathway, or every row that is wrong and why. */
export async function readTable(text: string, pathway: string): Promise<{ quotas: Quota[]; problems: RowProblem[] }> {
  const rows: Row[] = [];
  const problems: RowProblem[] = [];
  for await (const entry of readDocuments(bytesOf(text), 'csv')) {
    const line = entry.place.line;
    const at = line === undefined ? {} : { line };
    if (isProblem(entry)) {
      problems.push({
        ...at,
        path: entry.path ?? '',
        message: entry.problem,
        ...(entry.expected && { expected: entry.expected }),
      });
      continue;
    }
    const parsed = parseDocumentOf('quota', entry.value);
    if (!parsed.ok) problems.push(...parsed.problems.map((problem) => ({ ...at, ...problem })));
    else if (parsed.document.pathway !== pathway)
      problems.push({
        ...at,
        path: '/pathway',
        message: `it is of another pathway: expected "${pathway}"`,
        expected: pathway,
      });
    else rows.push({ line, quota: parsed.document });
  }
  const seen = new Set<string>();
  for (const { line, quota } of rows) {
    if (seen.has(quota.id))
      problems.push({
        ...(line !== undefined && { line }),
        path: '/id',
        message: `the quota "${quota.id}" stands in the table twice`,
      });
    seen.add(quota.id);
  }
  const quotas = rows.map(({ quota }) => quota);
  return { quotas, problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}
