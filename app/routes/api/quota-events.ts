import { findQuotaOwner } from '../../../db/queries/quota.ts';
import { entriesAfter } from '../../../db/queries/quota-ledger.ts';
import { may, relationOf } from '../../domain/people/permission.ts';
import {
  apiCall,
  badQuery,
  forbiddenProblem,
  notFoundProblem,
  personalJson,
  readCount,
} from '../../server/api.server.ts';
import { eventOf } from '../../server/quota-events.ts';

/** The ledger of a quota for the systems of its state: in its order, without a gap, so that whoever reads on from the last position misses nothing. */
export const loader = apiCall(async ({ request, params, context }) => {
  const id = params['id'] ?? '';
  const query = new URL(request.url).searchParams;
  const after = readCount(query, 'after', { least: 0, most: 1e15 - 1, absent: 0 });
  const limit = readCount(query, 'limit', { least: 1, most: 1000, absent: 100 });
  if (after.bad.length + limit.bad.length > 0) return badQuery([...after.bad, ...limit.bad]);
  const owner = await findQuotaOwner(context.db, id);
  if (!owner) return notFoundProblem(`There is no quota "${id.slice(0, 80)}".`);
  if (!may(context.who, 'read-ledger', relationOf(context.who, { state: owner.destination })))
    return forbiddenProblem('The ledger of a quota is read by the labour ministry of its state of destination.');
  const events = (await entriesAfter(context.db, id, after.value, limit.value)).map(eventOf);
  return personalJson({ events, next: events.at(-1)?.position ?? after.value });
});
