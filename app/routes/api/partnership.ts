import { findPartnership } from '../../../db/queries/partnership.ts';
import { apiCall, json, notFoundProblem } from '../../server/api.server.ts';

export const loader = apiCall(async ({ request, params: { id = '' }, context }) => {
  const partnership = await findPartnership(context.db, id);
  return partnership ? json(request, partnership) : notFoundProblem(`There is no partnership "${id.slice(0, 80)}".`);
});
