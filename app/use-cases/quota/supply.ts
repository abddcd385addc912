import type { Reader } from '../../../db/client.server.ts';
import { type QuotaWithState, quotasOf } from '../../../db/queries/quota.ts';
import { type Announced, announcedPlans, type Intake, intakesOf } from '../../../db/queries/quota-plan.ts';

/** What everybody may know of a pathway's places at a moment; why a plan was barred is for its office to know. */
export type Supply = {
  quotas: QuotaWithState[];
  announced: Pick<Announced, 'id' | 'plan' | 'why'>[];
  intakes: Intake[];
  asOf: string;
};

export async function supplyOf(db: Reader, pathway: string, now: Date): Promise<Supply> {
  const [quotas, announced, intakes] = await Promise.all([
    quotasOf(db, pathway),
    announcedPlans(db, pathway),
    intakesOf(db, pathway),
  ]);
  return {
    quotas,
    announced: announced.map(({ id, plan, why }) => ({ id, plan, why })),
    intakes,
    asOf: now.toISOString(),
  };
}
