import { acting } from '../../../db/acting.server.ts';
import type { Db, Reader } from '../../../db/client.server.ts';
import { findPathway, listPathways } from '../../../db/queries/pathway.ts';
import { type QuotaWithState, quotasOf } from '../../../db/queries/quota.ts';
import { type LedgerEntry, latestEntries } from '../../../db/queries/quota-ledger.ts';
import {
  type Announced,
  announcedPlans,
  type Intake,
  insertIntake,
  intakesOf,
} from '../../../db/queries/quota-plan.ts';
import type { Pathway } from '../../domain/documents/index.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Officer } from '../publishing/officer.ts';

/** A pathway of the officer's state with all its quotas; undefined where it is another's or not there. */
export async function findOwnQuotas(
  db: Reader,
  { state }: Officer,
  id: string,
  on: string,
): Promise<{ pathway: Pathway; quotas: QuotaWithState[] } | undefined> {
  const found = await findPathway(db, id, on);
  if (found?.document.destination !== state) return undefined;
  return { pathway: found.document, quotas: await quotasOf(db, id) };
}

/** The pathways of the officer's state, each with its quotas. */
export async function listOwnQuotas(
  db: Reader,
  { state }: Officer,
  on: string,
): Promise<{ pathway: Pathway; quotas: QuotaWithState[] }[]> {
  const own = (await listPathways(db, on)).filter(({ document }) => document.destination === state);
  const all = await quotasOf(db, ...own.map(({ document }) => document.id));
  return own.map(({ document: pathway }) => ({ pathway, quotas: all.filter((quota) => quota.pathway === pathway.id) }));
}

/** More than anybody reads; all of it is in the events of a quota. */
const LATEST = 20;

export type Desk = { entries: (LedgerEntry & { quota: string })[]; announced: Announced[]; intakes: Intake[] };

/** What an officer follows of a pathway's quotas beside their state: the latest entries at the top, what is announced, what is reported. */
export async function quotaDesk(db: Reader, pathway: string, tops: readonly string[]): Promise<Desk> {
  const [announced, intakes, ...ledgers] = await Promise.all([
    announcedPlans(db, pathway),
    intakesOf(db, pathway),
    ...tops.map(async (quota) => (await latestEntries(db, quota, LATEST)).map((entry) => ({ ...entry, quota }))),
  ]);
  const entries = ledgers.flat().sort((a, b) => b.at.getTime() - a.at.getTime());
  return { entries: entries.slice(0, LATEST), announced, intakes };
}

/** Writes down what became of the places of a past period, as the office reports it. */
export async function reportIntake(db: Db, { who, office }: Officer, intake: Intake): Promise<void> {
  await acting(db, who, async (trx) => {
    await insertIntake(trx, intake, office);
    const { quota: id, ...after } = intake;
    await appendAudit(trx, { chain: office, who, action: 'report-intake', object: { type: 'quota', id }, after });
  });
}
