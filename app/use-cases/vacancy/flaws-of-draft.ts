import type { Reader } from '../../../db/client.server.ts';
import { pathwayEditions } from '../../../db/queries/pathway.ts';
import { type QuotaWithState, quotasOf } from '../../../db/queries/quota.ts';
import type { Pathway, VacancyDraft } from '../../domain/documents/index.ts';
import type { MarketTest } from '../../domain/vacancy/draft/market-test.ts';
import { editionOn } from '../../domain/vacancy/fit-pathway.ts';
import type { Flaw } from '../../domain/vacancy/flaw.ts';
import { flawsNow } from '../../domain/vacancy/flaws-now.ts';
import { quotaToHold } from '../../domain/vacancy/quota-to-hold.ts';

/** A draft as its pathway and the quotas see it at this moment. */
export type Looked = {
  /** The edition that counts for it; undefined while none is chosen. */
  pathway: Pathway | undefined;
  /** The quota that its places would be taken from, and how many are left there. */
  quota: { id: string; label: QuotaWithState['label']; remaining: number } | undefined;
  flaws: readonly Flaw[];
};

function quotaFor(
  { occupation, sector, places, startOn }: VacancyDraft,
  quotas: readonly QuotaWithState[],
  on: string,
) {
  if (occupation === undefined || sector === undefined) return undefined;
  const day = startOn !== undefined && startOn > on ? startOn : on;
  const found = quotaToHold({ occupation, sector, places: places ?? 1 }, quotas, day);
  return found && { id: found.quota.id, label: found.quota.label, remaining: Math.max(0, found.remaining) };
}

/** What of a draft does not fit. `held`: places that it holds already, which it may keep. */
export async function lookAtDraft(
  db: Reader,
  { body, marketTest }: { body: VacancyDraft; marketTest: MarketTest | null },
  { on, held }: { on: string; held: number },
): Promise<Looked> {
  if (body.pathway === undefined) return { pathway: undefined, quota: undefined, flaws: flawsNow(body, [], on) };
  const [editions, quotas] = await Promise.all([pathwayEditions(db, [body.pathway]), quotasOf(db, body.pathway)]);
  const all = editions.get(body.pathway) ?? [];
  const pathway = editionOn(all, body.startOn ?? on);
  const quota = quotaFor(body, quotas, on);
  const left = quota && quota.remaining + held;
  const short: Flaw[] =
    quota && left !== undefined && body.places !== undefined && body.places > left
      ? [{ path: '/places', why: 'no-places', quota: quota.id, remaining: left }]
      : [];
  const untested: Flaw[] =
    pathway?.vacancies?.labourMarketTest && marketTest === null
      ? [{ path: '/market-test', why: 'no-market-test' }]
      : [];
  return { pathway, quota, flaws: [...flawsNow(body, all, on), ...short, ...untested] };
}
