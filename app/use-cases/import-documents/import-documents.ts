import { type ControlledTransaction, sql } from 'kysely';
import type { Db, Writer } from '../../../db/client.server.ts';
import type { StoredType } from '../../../db/schema/document-version.ts';
import type { Database } from '../../../db/schema/index.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Entry } from '../read-documents/entry.ts';
import { entryOfImport } from './audit-entry.ts';
import { type CheckedFile, checkEntries } from './check-entries.ts';
import { checkPermissions } from './check-permissions.ts';
import { checkReferences } from './check-references.ts';
import { type Changed, type Origin, planVersions, recordVersions } from './record.ts';
import type { ImportProblem, ImportReport } from './report.ts';
import { failedTests } from './run-tests.ts';
import { unheld } from './unheld-vacancies.ts';

export type ImportFile = { name: string; entries: AsyncIterable<Entry> };

/** What else must change in the same transaction: the search projection, the outbox. */
export type OnDocuments = (trx: Writer, changed: readonly Changed[]) => Promise<void>;

/** Who imports decides what may be published, and the audit names them. */
export type ImportOptions = Origin & {
  onDocuments: OnDocuments;
  /** Does everything and takes it back; later files are still checked against earlier ones. */
  dryRun?: boolean;
  onFile?: (report: ImportReport) => void;
};

/**
 * One writer of a kind at a time, so that versions follow one another and what is projected from several documents (a pathway and
 * its quotas) is never computed from half of them. Taken in this order.
 */
const LOCK_CLASS = 0x66617203;
const LOCKS: readonly (readonly StoredType[])[] = [['pathway', 'procedure', 'quota', 'pathway-test'], ['vacancy']];

/** From here on nobody else writes documents of these types. */
export async function lock(trx: Writer, types: ReadonlySet<StoredType>): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '2min', true)`.execute(trx);
  for (const [key, kinds] of LOCKS.entries()) {
    if (kinds.some((type) => types.has(type)))
      await sql`select pg_advisory_xact_lock(${LOCK_CLASS}::int, ${key}::int)`.execute(trx);
  }
}

const typesOf = ({ documents }: CheckedFile) => new Set(documents.map(({ document }) => document.type));

const refused = ({ name, warnings }: CheckedFile, problems: readonly ImportProblem[]): ImportReport => ({
  ...{ file: name, created: 0, updated: 0, unchanged: 0, problems, warnings },
});

async function importFile(trx: Writer, file: CheckedFile, options: ImportOptions): Promise<ImportReport> {
  const { who, onDocuments, dryRun } = options;
  const forbidden = await checkPermissions(trx, file, who);
  if (forbidden.length) return { ...refused(file, forbidden), forbidden: true };
  const problems = [...file.problems, ...(await checkReferences(trx, file))].sort(byPlace);
  if (problems.length) return refused(file, problems);
  const plan = await planVersions(trx, file.documents);
  const changed = plan.planned.length ? await recordVersions(trx, plan, options) : [];
  const failures = [...(await failedTests(trx, file, changed)), ...(await unheld(trx, file, plan, who))].sort(byPlace);
  if (failures.length) return refused(file, failures);
  if (changed.length) await onDocuments(trx, changed);
  // Rehearsed it would keep everybody else from the chain for as long as the rehearsal takes.
  if (changed.length && !dryRun) await appendAudit(trx, entryOfImport(file.name, plan, who));
  const { created, updated, unchanged } = plan;
  return { file: file.name, created, updated, unchanged, problems, warnings: file.warnings };
}

async function importLocked(trx: Writer, file: CheckedFile, options: ImportOptions): Promise<ImportReport> {
  await lock(trx, typesOf(file));
  return importFile(trx, file, options);
}

/** Imports one file in a transaction that does more: where the report has problems, it must be undone. */
export const importWithin = async (
  trx: Writer,
  { name, entries }: ImportFile,
  options: ImportOptions,
): Promise<ImportReport> => importLocked(trx, await checkEntries(name, entries), options);

type Placed = { line?: number; index?: number };
const byPlace = (a: Placed, b: Placed) => (a.line ?? a.index ?? 0) - (b.line ?? b.index ?? 0);

async function inTransaction<T>(
  db: Db,
  work: (trx: ControlledTransaction<Database>) => Promise<T>,
  keeps: (result: T) => boolean,
): Promise<T> {
  const trx = await db.startTransaction().execute();
  try {
    const result = await work(trx);
    await (keeps(result) ? trx.commit() : trx.rollback()).execute();
    return result;
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack)
      await trx
        .rollback()
        .execute()
        .catch(() => undefined); // the connection may be what was lost
    throw error;
  }
}

/** Imports files one after the other, each wholly or, where anything in it is wrong, not at all. */
export async function importDocuments(
  db: Db,
  files: readonly ImportFile[],
  options: ImportOptions,
): Promise<ImportReport[]> {
  if (options.dryRun) return rehearse(db, files, options);
  const reports: ImportReport[] = [];
  for (const { name, entries } of files) {
    const file = await checkEntries(name, entries);
    const report = await inTransaction(
      db,
      (trx) => importLocked(trx, file, options),
      ({ problems }) => problems.length === 0,
    );
    options.onFile?.(report);
    reports.push(report);
  }
  return reports;
}

/** One transaction for all, so that a quota's file finds the pathways of the file before it; none of it stays. */
async function rehearse(db: Db, files: readonly ImportFile[], options: ImportOptions): Promise<ImportReport[]> {
  const work = async (trx: ControlledTransaction<Database>) => {
    await lock(trx, new Set(LOCKS.flat()));
    const reports: ImportReport[] = [];
    for (const { name, entries } of files) {
      const report = await importFile(trx, await checkEntries(name, entries), options);
      options.onFile?.(report);
      reports.push(report);
    }
    return reports;
  };
  return inTransaction(db, work, () => false);
}
