import type { Writer } from '../../../db/client.server.ts';
import { lockQuotas, quotasOf } from '../../../db/queries/quota.ts';
import { holdAll } from '../../../db/queries/quota-hold.ts';
import { clearHolds, type Hold, type Holding, lockHoldings, setHolds } from '../../../db/queries/vacancy-hold.ts';
import type { Vacancy } from '../../domain/documents/index.ts';
import { grouped } from '../../domain/grouped.ts';
import type { Who } from '../../domain/people/who.ts';
import type { Flaw } from '../../domain/vacancy/flaw.ts';
import { dayOfPlaces, planHolds } from '../../domain/vacancy/plan-holds.ts';
import { auditedPlaces } from '../quota/audited-places.ts';
import { handOf, sealedFor } from '../quota/hand.ts';
import { releaseHolds } from './settle-hold.ts';

type Asking = { trx: Writer; who: Who; on: string };

/** A vacancy as it was recorded, where it stands, and what it is to hold; undefined: its pathway has no quota for it, or it is not published. */
type Placed = { vacancy: Vacancy; holding: Holding; wanted: Pick<Hold, 'quota' | 'places'> | undefined };

/** Whether what it holds is what it is to hold: nothing about it changes then. */
const isHeld = ({ vacancy, holding: { hold }, wanted }: Placed): boolean =>
  hold !== null && hold.quota === wanted?.quota && hold.places === wanted.places && hold.office === vacancy.employer;

/** Takes the places in the name of their employers, whoever publishes. */
async function takeHolds({ trx, who, on }: Asking, placed: readonly Placed[]): Promise<void> {
  const taking = placed.flatMap(({ vacancy, holding: { record }, wanted }) => {
    if (!wanted || wanted.places === 0) return [];
    const { id, employer: office, pathway, sector, occupation } = vacancy;
    const request = { places: wanted.places, reference: `vacancy-${record}`, vacancy: id };
    return [
      {
        quota: wanted.quota,
        asked: { office, request, stands: { pathway, sector, occupation }, day: dayOfPlaces(vacancy, on) },
      },
    ];
  });
  for (const [quota, all] of grouped(taking, (one) => one.quota)) {
    const asked = all.map((one) => one.asked);
    const after = auditedPlaces(asked.map(({ request }) => request));
    const audit = sealedFor(who, quota, { action: 'allocate-places', after });
    await holdAll(trx, quota, asked, { hand: handOf(who), audit });
  }
  await setHolds(
    trx,
    taking.map(({ quota, asked: { office, request } }) => ({
      ...{ vacancy: request.vacancy, quota, office, reference: request.reference },
    })),
  );
}

type Standing = Omit<Placed, 'wanted'>;
const heldBy = (all: readonly Standing[]): Hold[] => all.flatMap(({ holding: { hold } }) => (hold ? [hold] : []));

/** Where these vacancies stand, in their order; they and every quota that this may concern are locked from here on. */
async function lockStanding(trx: Writer, vacancies: readonly Vacancy[]): Promise<Standing[]> {
  const ids = vacancies.map(({ id }) => id);
  const holdings = new Map((await lockHoldings(trx, ids)).map((holding) => [holding.id, holding]));
  const standing = vacancies.flatMap((vacancy) => {
    const holding = holdings.get(vacancy.id);
    return holding ? [{ vacancy, holding }] : [];
  });
  const pathways = vacancies.map(({ pathway }) => pathway);
  await lockQuotas(trx, { pathways, quotas: heldBy(standing).map(({ quota }) => quota) });
  return standing;
}

/** Gives back what is not to be held any more, and takes what is; what is held as it is to be stays. */
async function rehold(asking: Asking, placed: readonly Placed[]): Promise<void> {
  const changing = placed.filter((one) => !isHeld(one));
  await releaseHolds(asking, heldBy(changing), 'the vacancy was published anew');
  await takeHolds(asking, changing);
}

/**
 * Has published vacancies hold their places that are not filled in the quotas of their pathways, and others give back what they hold. What
 * is answered for a vacancy is why it cannot be published: then the transaction must be undone.
 */
export async function holdPlaces(asking: Asking, vacancies: readonly Vacancy[]): Promise<ReadonlyMap<string, Flaw>> {
  const { trx, on } = asking;
  const standing = await lockStanding(trx, vacancies);
  const published = standing
    .filter(({ holding }) => holding.stage === 'published')
    .map(({ vacancy, holding: { taken } }) => ({ vacancy, taken }));
  const quotas = await quotasOf(trx, ...new Set(vacancies.map(({ pathway }) => pathway)));
  const { wanted, flaws } = planHolds(published, { quotas, givenBack: heldBy(standing), on });
  if (flaws.size > 0) return flaws;
  await rehold(
    asking,
    standing.map((one) => ({ ...one, wanted: wanted.get(one.vacancy.id) })),
  );
  await clearHolds(
    trx,
    published.map(({ vacancy: { id } }) => id).filter((id) => !wanted.has(id)),
  );
  return flaws;
}
