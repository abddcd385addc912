import type { Writer } from '../../../db/client.server.ts';
import { lockQuotas, quotasOf } from '../../../db/queries/quota.ts';
import { correctAllocation, grantPlaces, settleAllocation } from '../../../db/queries/quota-ledger.ts';
import { type Holding, lockHoldings, setHold } from '../../../db/queries/vacancy.ts';
import type { Vacancy } from '../../domain/documents/index.ts';
import type { Who } from '../../domain/people/who.ts';
import type { Flaw } from '../../domain/vacancy/flaw.ts';
import { type Allotted, quotaToHold } from '../../domain/vacancy/quota-to-hold.ts';
import { handOf, sealedFor } from '../quota/hand.ts';

type Asking = { trx: Writer; who: Who; on: string };
type Hold = NonNullable<Holding['hold']>;

/** Places that work which begins in the past takes are those of today. */
const dayOf = ({ startOn }: Vacancy, on: string) => (startOn !== undefined && startOn > on ? startOn : on);

/** Gives back what a vacancy holds. */
export async function releaseHold({ trx, who }: Omit<Asking, 'on'>, employer: string, hold: Hold, why: string) {
  const { quota, reference, places } = hold;
  const after = { reference, places, office: employer, status: 'released' };
  const audit = sealedFor(who, quota, { action: 'settle-places', after, why });
  const settled = { to: 'released' as const, why, hand: handOf(who), audit };
  await settleAllocation(trx, { quota, office: employer, reference }, settled);
}

/** Says that the places that a vacancy holds were taken up; `places` of them, the others go back. */
export async function takeUpHold({ trx, who }: Omit<Asking, 'on'>, employer: string, hold: Hold, places: number) {
  const { quota, reference } = hold;
  const named = { quota, office: employer, reference };
  if (places < hold.places) await resizeHold({ trx, who }, employer, hold, places, 'the other places were not filled');
  const after = { reference, places, office: employer, status: 'taken-up' };
  const audit = sealedFor(who, quota, { action: 'settle-places', after });
  await settleAllocation(trx, named, { to: 'taken-up', why: null, hand: handOf(who), audit });
}

async function resizeHold({ trx, who }: Omit<Asking, 'on'>, employer: string, hold: Hold, places: number, why: string) {
  const { quota, reference } = hold;
  const change = { before: { places: hold.places }, after: { reference, office: employer, places } };
  const audit = sealedFor(who, quota, { action: 'settle-places', ...change, why });
  return correctAllocation(trx, { quota, office: employer, reference }, { places, why, hand: handOf(who), audit });
}

async function takeHold({ trx, who, on }: Asking, { vacancy, record }: Holder, quota: string): Promise<void> {
  const { pathway, sector, occupation, places } = vacancy;
  const reference = `vacancy-${record}`;
  const request = { places, reference, vacancy: vacancy.id };
  const granted = await grantPlaces(trx, quota, {
    ...{ request, of: { pathway, sector, occupation }, hand: handOf(who), on: dayOf(vacancy, on) },
    audit: sealedFor(who, quota, { action: 'allocate-places', after: request }),
  });
  if (granted.outcome !== 'allocated') throw new Error(`a locked quota with places answered ${granted.outcome}`);
  await setHold(trx, vacancy.id, { quota, reference });
}

/** A recorded vacancy that is to hold its places. */
type Holder = { vacancy: Vacancy; record: number };

/** The quotas of pathways as they become while places of them are held one after the other. */
async function quotasIn(trx: Writer, pathways: readonly string[]) {
  let quotas: Allotted[] = await quotasOf(trx, ...pathways);
  return {
    of: (pathway: string) => quotas.filter((quota) => quota.pathway === pathway),
    allocate: (way: readonly Allotted[], places: number) => {
      const ids = new Set(way.map(({ id }) => id));
      quotas = quotas.map((quota) => (ids.has(quota.id) ? { ...quota, allocated: quota.allocated + places } : quota));
    },
  };
}

/**
 * Has published vacancies hold their places in the quotas of their pathways, anew where they held others; those whose pathway has no quota
 * for them hold none. What is answered for a vacancy is why it cannot be published: then the transaction must be undone.
 */
export async function holdPlaces(asking: Asking, vacancies: readonly Vacancy[]): Promise<Map<string, Flaw>> {
  const { trx, on } = asking;
  const flaws = new Map<string, Flaw>();
  const employers = new Map(vacancies.map(({ id, employer }) => [id, employer]));
  const holdings = await lockHoldings(trx, [...employers.keys()]);
  const pathways = [...new Set(vacancies.map(({ pathway }) => pathway))];
  await lockQuotas(trx, pathways);
  for (const { id, hold } of holdings) {
    const employer = employers.get(id);
    if (hold === null || employer === undefined) continue;
    await releaseHold(asking, employer, hold, 'the vacancy was published anew');
    await setHold(trx, id, null);
  }
  const quotas = await quotasIn(trx, pathways);
  const published = new Map(holdings.filter(({ stage }) => stage === 'published').map((one) => [one.id, one.record]));
  for (const vacancy of vacancies) {
    const record = published.get(vacancy.id);
    const found = record !== undefined && quotaToHold(vacancy, quotas.of(vacancy.pathway), dayOf(vacancy, on));
    if (!found || record === undefined) continue;
    const { quota, way, remaining } = found;
    if (remaining < vacancy.places)
      flaws.set(vacancy.id, { path: '/places', why: 'no-places', quota: quota.id, remaining: Math.max(0, remaining) });
    else {
      await takeHold(asking, { vacancy, record }, quota.id);
      quotas.allocate(way, vacancy.places);
    }
  }
  return flaws;
}
