import { findQuota, findQuotaOwner } from '../../../db/queries/quota.ts';
import { daysOf, latestEntries } from '../../../db/queries/quota-ledger.ts';
import { may, relationOf } from '../../domain/people/permission.ts';
import { apiCall, json, notFoundProblem, personalJson } from '../../server/api.server.ts';
import { eventOf } from '../../server/quota-events.ts';

/** The latest entries of a ledger that come with its quota; all of them are in its events. */
const MOST_ENTRIES = 1000;

export const loader = apiCall(async ({ request, params, context }) => {
  const id = params['id'] ?? '';
  const [quota, owner] = await Promise.all([findQuota(context.db, id), findQuotaOwner(context.db, id)]);
  if (!quota || !owner) return notFoundProblem(`There is no quota "${id.slice(0, 80)}".`);
  if (!may(context.who, 'read-ledger', relationOf(context.who, { state: owner.destination })))
    return json(request, { ...quota, ledger: await daysOf(context.db, id) }, { Vary: 'Authorization' });
  const entries = (await latestEntries(context.db, id, MOST_ENTRIES)).reverse();
  return personalJson({ ...quota, ledger: entries.map(eventOf) });
});
