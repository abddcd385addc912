import type { Reader } from '../../../db/client.server.ts';
import { areMore, type RankedVacancy, rankAll, rankTier } from '../../../db/queries/match.ts';
import { tiersOf } from '../../domain/matching/tiers.ts';
import type { WorkerTerms } from '../../domain/matching/worker-terms.ts';

const compare = (a: RankedVacancy, b: RankedVacancy) => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** So few are ranked at once, sooner than the database is asked for the best of them tier by tier. */
const FEW = 1_000;

/**
 * The best of the open vacancies under these requirements, by score and then id. Of many tier by tier: what no vacancy of the next can
 * reach any more need not be looked at.
 */
export async function rankVacancies(
  db: Reader,
  worker: WorkerTerms,
  { requirements, limit }: { requirements: readonly number[]; limit: number },
): Promise<RankedVacancy[]> {
  if (requirements.length === 0 || limit === 0) return [];
  const tiers = tiersOf(worker);
  if (!(await areMore(db, requirements, FEW))) return rankAll(db, worker, { requirements, tiers, limit });
  let best: RankedVacancy[] = [];
  for (const tier of tiers) {
    const last = best[limit - 1];
    if (last !== undefined && last.score > tier.bound) break;
    const found = await rankTier(db, worker, { requirements, tier, limit });
    best = [...best, ...found].sort(compare).slice(0, limit);
  }
  return best;
}
