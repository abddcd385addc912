import { findQuota } from '../../../db/queries/quota.ts';
import { json, notFoundProblem, readCall, readOnly } from '../../server/api.server.ts';

export const loader = readCall(async ({ request, params, context }) => {
  const id = params['id'] ?? '';
  const quota = await findQuota(context.db, id);
  return quota ? json(request, { ...quota, ledger: [] }) : notFoundProblem(`There is no quota "${id.slice(0, 80)}".`);
});

export const action = readOnly;
