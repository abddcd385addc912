import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Db } from '../../../db/client.server.ts';
import { type PublishedRate, recordRates } from '../../../db/queries/rate.ts';
import { projectRates } from '../../../search/vacancy/project.ts';
import { chainOf } from '../../domain/audit/chain.ts';
import type { Who } from '../../domain/people/who.ts';
import { appendAudit } from '../audit/append-audit.ts';

/** Over a line a rate, so that it can be computed again from the file. */
function digestOf(rates: readonly PublishedRate[]): string {
  const digest = createHash('sha256');
  for (const { currency, perEur, on, source } of rates) digest.update(`${currency} ${perEur} ${on} ${source}\n`);
  return digest.digest('hex');
}

/** Takes exchange rates, and compares wages by them from the commit on. How many are new or other than before. */
export const importRates = (db: Db, file: string, rates: readonly PublishedRate[], who: Who): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const changed = await recordRates(trx, rates);
    if (changed === 0) return 0;
    await projectRates(trx);
    await appendAudit(trx, {
      ...{ chain: chainOf(who), who, action: 'import-rates' },
      object: { type: 'file', id: path.basename(file) },
      after: { changed, rates: digestOf(rates) },
    });
    return changed;
  });
