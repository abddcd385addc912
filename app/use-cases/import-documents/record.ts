import { sql } from 'kysely';
import type { Writer } from '../../../db/client.server.ts';
import { recordPlaces } from '../../../db/queries/quota-ledger.ts';
import type { StoredType } from '../../../db/schema/document-version.ts';
import type { Quota } from '../../domain/documents/index.ts';
import { grouped } from '../../domain/grouped.ts';
import { actorOf, type Who } from '../../domain/people/who.ts';
import type { QuotaPlan } from '../../domain/quota/plan.ts';
import { type Checked, dayOf, keyOf } from './check-entries.ts';
import { projectVacancies } from './project-vacancies.ts';

export type Changed = { type: StoredType; id: string };

type Known = { version: number; hash: string; day: string | null };
type Planned = { checked: Checked; version: number };
export type Plan = { planned: Planned[]; created: number; updated: number; unchanged: number };

const BATCH = 500;

function* batches<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}

async function knownEditions(trx: Writer, documents: readonly Checked[]): Promise<Map<string, Known[]>> {
  const known = new Map<string, Known[]>();
  for (const batch of batches(documents)) {
    const ids = [...new Set(batch.map(({ document }) => document.id))];
    const types = [...new Set(batch.map(({ document }) => document.type))];
    const rows = await trx
      .selectFrom('edition')
      .select(['type', 'document_id as id', 'version', 'hash', 'effective_from as day'])
      .where('type', 'in', types)
      .where(sql<boolean>`document_id = any(${ids})`)
      .execute();
    for (const [key, versions] of grouped(rows, ({ type, id }) => keyOf(type, id))) known.set(key, versions);
  }
  return known;
}

/** Recorded as the file has them, so that an export gives their order back. */
function inOrderOf(documents: readonly Checked[], planned: readonly Planned[]): Planned[] {
  const place = new Map(documents.map((checked, at) => [checked, at]));
  const placeOf = ({ checked }: Planned) => place.get(checked) ?? 0;
  return [...planned].sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * Which documents become a new version, and which one. An edition (the document in effect from one day) that says what its last version
 * says is unchanged, however many editions came after it: the same file again never brings old law back.
 */
export async function planVersions(trx: Writer, documents: readonly Checked[]): Promise<Plan> {
  const known = await knownEditions(trx, documents);
  const plan: Plan = { planned: [], created: 0, updated: 0, unchanged: 0 };
  for (const [key, group] of grouped(documents, ({ document }) => keyOf(document.type, document.id))) {
    const before = known.get(key) ?? [];
    const last = Math.max(0, ...before.map(({ version }) => version));
    const changed = group.filter(
      ({ document, hash }) => !before.some((one) => one.hash === hash && one.day === (dayOf(document) ?? null)),
    );
    plan.planned.push(...changed.map((checked, index) => ({ checked, version: last + index + 1 })));
    plan.unchanged += group.length - changed.length;
    plan.created += before.length === 0 ? 1 : 0;
    plan.updated += changed.length - (before.length === 0 ? 1 : 0);
  }
  plan.planned = inOrderOf(documents, plan.planned);
  return plan;
}

/** Whom versions come from, who that was in person, and why; `act`: what the ledgers of quotas call it. */
export type Origin = { by: string; who: Who; why?: string | undefined; act?: QuotaPlan['act'] };

/** Writes the planned versions and brings the tables of quotas and vacancies to them. */
export async function recordVersions(trx: Writer, { planned }: Plan, origin: Origin): Promise<Changed[]> {
  for (const batch of batches(planned)) {
    const rows = await trx
      .insertInto('document_version')
      .values(batch.map((each) => rowOf(each, origin)))
      .returning(['id', 'type', 'document_id'])
      .execute();
    const versions = new Map(rows.map((row) => [keyOf(row.type, row.document_id), row.id]));
    const quotas = batch.flatMap(({ checked: { document } }) => (document.type === 'quota' ? [document] : []));
    if (quotas.length) await projectQuotas(trx, quotas, versions, origin);
    const vacancies = batch.flatMap(({ checked: { document } }) =>
      document.type === 'vacancy'
        ? [{ vacancy: document, record: versions.get(keyOf('vacancy', document.id)) ?? 0 }]
        : [],
    );
    if (vacancies.length) await projectVacancies(trx, vacancies, origin.who);
  }
  // A deferred refusal would otherwise come with the commit, too late to be told from a lost connection.
  await sql`set constraints all immediate`.execute(trx);
  const changed = new Map(
    planned.map(({ checked: { document } }) => [
      keyOf(document.type, document.id),
      { type: document.type, id: document.id },
    ]),
  );
  return [...changed.values()];
}

function rowOf({ checked: { document, body, hash }, version }: Planned, { by, why }: Origin) {
  const effective = 'effective' in document ? document.effective : undefined;
  return {
    type: document.type,
    document_id: document.id,
    version,
    body,
    hash,
    effective_from: effective?.from ?? null,
    effective_to: effective?.to ?? null,
    recorded_by: by,
    why: why ?? null,
  };
}

async function projectQuotas(
  trx: Writer,
  quotas: readonly Quota[],
  versions: Map<string, number>,
  origin: Origin,
): Promise<void> {
  await trx
    .insertInto('quota')
    .values(quotas.map((quota) => quotaRow(quota, versions.get(keyOf('quota', quota.id)) ?? 0)))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        version_id: ref('excluded.version_id'),
        pathway: ref('excluded.pathway'),
        parent: ref('excluded.parent'),
        period_from: ref('excluded.period_from'),
        period_to: ref('excluded.period_to'),
        kind: ref('excluded.kind'),
        scope_origin: ref('excluded.scope_origin'),
        scope_sector: ref('excluded.scope_sector'),
        scope_occupation: ref('excluded.scope_occupation'),
        scope_tranche: ref('excluded.scope_tranche'),
      })),
    )
    .execute();
  await recordPlaces(trx, quotas, {
    ...{ office: origin.by, who: actorOf(origin.who), why: origin.why, act: origin.act ?? 'amended' },
  });
}

/** Its places come by an entry of its ledger. */
const quotaRow = ({ id, pathway, parent, period, kind, scope }: Quota, version_id: number) => ({
  id,
  version_id,
  pathway,
  parent: parent ?? null,
  period_from: period.from,
  period_to: period.to ?? null,
  places: 0,
  kind: kind ?? null,
  scope_origin: scope?.origin ?? null,
  scope_sector: scope?.sector ?? null,
  scope_occupation: scope?.occupation ?? null,
  scope_tranche: scope?.tranche ?? null,
});
