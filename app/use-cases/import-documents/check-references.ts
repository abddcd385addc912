import { sql } from 'kysely';
import type { Writer } from '../../../db/client.server.ts';
import { checkQuotaTree, type Problem, type Quota } from '../../domain/documents/index.ts';
import { didYouMean } from '../../domain/documents/suggest.ts';
import { type Checked, type CheckedFile, keyOf } from './check-entries.ts';
import { checkRecruiters } from './check-recruiters.ts';
import { checkVacancies } from './check-vacancies.ts';
import type { ImportProblem, Told } from './report.ts';

type QuotaEntry = Checked & { document: Quota };
type Report = (checked: Checked, told: Told) => void;
type Exists = (pathway: string) => boolean;

const isQuota = (checked: Checked): checked is QuotaEntry => checked.document.type === 'quota';

/** What a document says of others must be so in the database as this file leaves it. */
export async function checkReferences(trx: Writer, file: CheckedFile): Promise<ImportProblem[]> {
  const problems: ImportProblem[] = [];
  const into =
    (list: ImportProblem[]): Report =>
    ({ place, document: { type, id } }, told) =>
      list.push({ file: file.name, ...place, type, id, ...told });
  const report = into(problems);
  const exists = await pathwaysThere(trx, file);
  await checkPathways(trx, file, exists, report);
  await checkRecruiters(trx, file.documents, report);
  await checkVacancies(trx, file.documents, { report, flag: into(file.warnings) });
  const quotas = file.documents.filter(isQuota);
  if (quotas.length) await checkQuotas(trx, quotas, file.broken, exists, report);
  return problems;
}

/** A pathway of this file that is broken counts as there: it has its own report. */
async function pathwaysThere(trx: Writer, { documents, broken }: CheckedFile): Promise<Exists> {
  const wanted = new Set(documents.flatMap(({ document }) => ('pathway' in document ? [document.pathway] : [])));
  const known = new Set(documents.flatMap(({ document }) => (document.type === 'pathway' ? [document.id] : [])));
  const recorded = await trx
    .selectFrom('document_version')
    .select('document_id as id')
    .distinct()
    .where('type', '=', 'pathway')
    .where(sql<boolean>`document_id = any(${[...wanted]})`)
    .execute();
  for (const { id } of recorded) known.add(id);
  return (pathway) => known.has(pathway) || broken.has(keyOf('pathway', pathway));
}

/** Every pathway that a document may name: those recorded and those of this file. */
async function pathwayIds(trx: Writer, { documents }: CheckedFile): Promise<string[]> {
  const rows = await trx
    .selectFrom('document_version')
    .select('document_id as id')
    .distinct()
    .where('type', '=', 'pathway')
    .execute();
  return [...rows, ...documents.map(({ document }) => document).filter(({ type }) => type === 'pathway')].map(
    ({ id }) => id,
  );
}

/** Quotas have a check of their own, which knows their tree. */
async function checkPathways(trx: Writer, file: CheckedFile, exists: Exists, report: Report): Promise<void> {
  const lost = file.documents.flatMap((checked): { checked: Checked; pathway: string }[] => {
    const { document } = checked;
    if (document.type === 'quota' || !('pathway' in document) || exists(document.pathway)) return [];
    return [{ checked, pathway: document.pathway }];
  });
  if (lost.length === 0) return;
  const ids = await pathwayIds(trx, file);
  const meant = new Map([...new Set(lost.map(({ pathway }) => pathway))].map((id) => [id, didYouMean(id, ids)]));
  for (const { checked, pathway } of lost)
    report(checked, { path: '/pathway', message: `no pathway ${JSON.stringify(pathway)}${meant.get(pathway)}` });
}

type Recorded = { document: Quota; allocated: number };

/** Every quota of the trees concerned, locked against allocations until this import is over. */
async function recordedQuotas(trx: Writer, quotas: readonly QuotaEntry[]): Promise<Map<string, Recorded>> {
  const ids = quotas.flatMap(({ document }) => (document.parent ? [document.id, document.parent] : [document.id]));
  const pathways = quotas.map(({ document }) => document.pathway);
  const rows = await trx
    .selectFrom('quota')
    .innerJoin('document_version', 'document_version.id', 'quota.version_id')
    .select(['quota.allocated', 'document_version.body'])
    .where(sql<boolean>`quota.pathway = any(${pathways}) or quota.id = any(${ids}) or quota.parent = any(${ids})`)
    .orderBy('quota.id')
    .forUpdate('quota')
    .execute();
  return new Map(
    rows.flatMap(({ allocated, body }) =>
      body.type === 'quota' ? [[body.id, { document: body, allocated }] as const] : [],
    ),
  );
}

async function checkQuotas(
  trx: Writer,
  quotas: readonly QuotaEntry[],
  broken: ReadonlySet<string>,
  exists: Exists,
  report: Report,
): Promise<void> {
  const recorded = await recordedQuotas(trx, quotas);
  const inFile = new Map(quotas.map((checked) => [checked.document.id, checked]));
  const tree = new Map([...recorded].map(([id, { document }]) => [id, document]));
  for (const { document } of quotas) tree.set(document.id, withoutBroken(document, broken));
  for (const [id, problems] of checkQuotaTree(tree, exists)) {
    for (const problem of problems) blame(inFile, tree.get(id), problem, report);
  }
  for (const checked of quotas) {
    const before = recorded.get(checked.document.id);
    for (const problem of before ? promised(checked.document, before) : []) report(checked, problem);
  }
}

/** What a quota that has places allocated may no longer become. */
function* promised(quota: Quota, { document: before, allocated }: Recorded): Generator<Problem> {
  if (allocated > quota.places)
    yield { path: '/places', message: `${allocated} places are allocated already`, expected: `${allocated} or more` };
  if (allocated === 0) return;
  for (const key of ['parent', 'pathway'] as const) {
    if (quota[key] === before[key]) continue;
    const expected = before[key] === undefined ? 'none' : JSON.stringify(before[key]);
    yield { path: `/${key}`, message: `${allocated} places are allocated already, by its ${key}`, expected };
  }
}

function withoutBroken({ parent, ...quota }: Quota, broken: ReadonlySet<string>): Quota {
  return parent === undefined || broken.has(keyOf('quota', parent)) ? quota : { ...quota, parent };
}

/** A quota of the file answers for itself, and for sub-quotas outside the file that it no longer fits. */
function blame(
  inFile: ReadonlyMap<string, QuotaEntry>,
  quota: Quota | undefined,
  problem: Problem,
  report: Report,
): void {
  const own = quota && inFile.get(quota.id);
  const above = quota?.parent === undefined ? undefined : inFile.get(quota.parent);
  if (own) report(own, problem);
  else if (above && quota)
    report(above, {
      path: problem.path === '/parent' ? '/pathway' : problem.path,
      message: `it no longer fits its sub-quota ${quota.id}: ${problem.message}`,
    });
}
