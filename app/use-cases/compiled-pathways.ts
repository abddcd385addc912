import type { Reader } from '../../db/client.server.ts';
import { keepWhileUnchanged } from '../../db/kept.ts';
import { listPathwayRecords, listRecordedPathways } from '../../db/queries/pathway.ts';
import { type CompiledPathway, pathwayCompiler } from '../domain/eligibility/evaluate.ts';

/** Pathways made ready, once for each version ever asked for: what is recorded never changes, so nothing here grows stale. */
export type CompiledPathways = {
  /** Each published pathway as it stands on a day, in the order of ids; `ids` absent: all of them, the same list as before while it holds the same and no more than are kept. */
  on(db: Reader, day: string, ids?: readonly string[]): Promise<readonly CompiledPathway[]>;
};

/** Some 30 KB a pathway: beyond these, the ones asked for longest ago are made ready again when they are needed. */
const MOST_KEPT = 4_000;

export function keepCompiledPathways(): CompiledPathways {
  const kept = new Map<number, CompiledPathway>();
  const compile = pathwayCompiler();
  const published = keepWhileUnchanged<readonly number[]>(['document_version']);
  let last: { records: readonly number[]; pathways: readonly CompiledPathway[] } = { records: [], pathways: [] };

  const readRecords = async (db: Reader, day: string, ids?: readonly string[]) =>
    (await listPathwayRecords(db, day, ids)).map(({ record }) => record);

  const compileMissing = async (db: Reader, records: readonly number[]) => {
    const missing = records.filter((record) => !kept.has(record));
    const found = missing.length === 0 ? [] : await listRecordedPathways(db, missing);
    return new Map(found.map(({ record, document }) => [record, compile(document)]));
  };

  const keep = (record: number, pathway: CompiledPathway) => {
    kept.delete(record); // and set anew: a map stands in the order in which its keys were set
    kept.set(record, pathway);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  };

  return {
    on: async (db, day, ids) => {
      const records = ids ? await readRecords(db, day, ids) : await published.now(db, () => readRecords(db, day), day);
      if (last.records === records) return last.pathways;
      const compiled = await compileMissing(db, records);
      const pathways = records.flatMap((record) => {
        const pathway = compiled.get(record) ?? kept.get(record);
        return pathway ? [{ record, pathway }] : [];
      });
      for (const { record, pathway } of pathways) keep(record, pathway);
      const found = pathways.map(({ pathway }) => pathway);
      if (ids === undefined && found.length <= MOST_KEPT) last = { records, pathways: found };
      return found;
    },
  };
}
