import { findQuota } from '../../../db/queries/quota.ts';
import { apiCall, json, notFoundProblem } from '../../server/api.server.ts';

export const loader = apiCall(async ({ request, params, context }) => {
  const id = params['id'] ?? '';
  const quota = await findQuota(context.db, id);
  return quota ? json(request, { ...quota, ledger: [] }) : notFoundProblem(`There is no quota "${id.slice(0, 80)}".`);
});
