import { sql } from 'kysely';
import type { Problem } from '../../app/domain/documents/index.ts';
import type { QuotaPlan } from '../../app/domain/quota/plan.ts';
import type { Reader, Writer } from '../client.server.ts';

/** What an office approved for a later day. `barred`: why it could not take effect on that day. */
export type Announced = {
  id: string;
  plan: QuotaPlan;
  why: string;
  office: string;
  approvedAt: Date;
  barred: readonly Problem[] | null;
};

/** What is announced for the quotas of a pathway, the nearest first. */
export async function announcedPlans(db: Reader, pathway: string): Promise<Announced[]> {
  const { rows } = await sql<Announced>`
    select id, body as plan, why, office, approved_at as "approvedAt", barred from announced_plans(${pathway})`.execute(
    db,
  );
  return rows;
}

/** A plan whose day has come. */
export type Due = Pick<Announced, 'id' | 'plan' | 'why' | 'office'> & { base: number };

/** Plans whose day has come by `on` and that are not published yet, the earliest first. */
export async function duePlans(db: Reader, on: string): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select id, body as plan, why, office, base_version as base from proposal
    where document_type = 'quotas' and status = 'approved' and published_at is null and body ->> 'from' <= ${on}
    order by body ->> 'from', decided_at`.execute(db);
  return rows;
}

/** Takes a plan to publish it in this transaction, whatever stood in its way before; whether nobody else published it meanwhile. */
export async function takePlan(trx: Writer, id: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('proposal')
    .set({ barred: null })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Says why a plan could not take effect. */
export async function barPlan(trx: Writer, id: string, problems: readonly Problem[]): Promise<void> {
  await trx
    .updateTable('proposal')
    .set({ barred: JSON.stringify(problems) })
    .where('id', '=', id)
    .execute();
}

/** What an office reports of a past period. */
export type Intake = { quota: string; used: number; asOf: string; sourceTitle: string; sourceUrl: string | null };

export async function insertIntake(
  trx: Writer,
  { quota, used, asOf, sourceTitle, sourceUrl }: Intake,
  office: string,
): Promise<void> {
  await trx
    .insertInto('quota_intake')
    .values({ quota, used, as_of: asOf, source_title: sourceTitle, source_url: sourceUrl, office })
    .execute();
}

/** The last report on each quota of a pathway. */
export const intakesOf = (db: Reader, pathway: string): Promise<Intake[]> =>
  db
    .selectFrom('quota_intake')
    .innerJoin('quota', 'quota.id', 'quota_intake.quota')
    .distinctOn('quota_intake.quota')
    .select(['quota_intake.quota', 'quota_intake.used', 'as_of as asOf'])
    .select(['source_title as sourceTitle', 'source_url as sourceUrl'])
    .where('quota.pathway', '=', pathway)
    .orderBy('quota_intake.quota')
    .orderBy('quota_intake.id', 'desc')
    .execute();
