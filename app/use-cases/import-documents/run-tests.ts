import type { Writer } from '../../../db/client.server.ts';
import { findPathway } from '../../../db/queries/pathway.ts';
import { listPathwayTests } from '../../../db/queries/pathway-test.ts';
import type { PathwayTest } from '../../domain/documents/index.ts';
import { type CompiledPathway, compilePathway } from '../../domain/eligibility/evaluate.ts';
import { runTest } from '../../domain/eligibility/run-test.ts';
import type { Checked, CheckedFile } from './check-entries.ts';
import type { Changed } from './record.ts';
import type { ImportProblem } from './report.ts';

/** The entry that answers for a failing case: the case itself where the file brings it, else its pathway. */
function answerable({ documents }: CheckedFile, test: PathwayTest): Checked | undefined {
  const brought = (type: string, id: string) =>
    documents.findLast(({ document }) => document.type === type && document.id === id);
  return brought('pathway-test', test.id) ?? brought('pathway', test.pathway);
}

/** Many cases are of one pathway and one day. */
function compiledOnce(trx: Writer) {
  const known = new Map<string, CompiledPathway | undefined>();
  return async ({ pathway, on }: PathwayTest): Promise<CompiledPathway | undefined> => {
    const key = `${pathway} ${on}`;
    if (!known.has(key)) {
      const found = await findPathway(trx, pathway, on);
      known.set(key, found && compilePathway(found.document));
    }
    return known.get(key);
  };
}

/** Cases of the pathways concerned that the rules, as this file leaves them, do not pass on the case's day. */
export async function failedTests(
  trx: Writer,
  file: CheckedFile,
  changed: readonly Changed[],
): Promise<ImportProblem[]> {
  const brought = file.documents.flatMap(({ document }) =>
    document.type === 'pathway-test' ? [document.pathway] : [],
  );
  const pathways = changed.flatMap(({ type, id }) => (type === 'pathway' ? [id] : []));
  const concerned = [...new Set([...pathways, ...(changed.length > 0 ? brought : [])])];
  const tests = concerned.length === 0 ? [] : await listPathwayTests(trx, concerned);
  const pathwayOn = compiledOnce(trx);
  const failures: ImportProblem[] = [];
  for (const test of tests) {
    const compiled = await pathwayOn(test);
    const { differences } = compiled ? runTest(test, compiled) : { differences: [] };
    const entry = answerable(file, test);
    const path = entry?.document.type === 'pathway' ? '/eligibility' : '/expect';
    for (const difference of differences)
      failures.push({
        ...{ file: file.name, ...entry?.place, path, message: `test case "${test.id}" on ${test.on}: ${difference}` },
        ...(entry && { type: entry.document.type, id: entry.document.id }),
      });
  }
  return failures;
}
