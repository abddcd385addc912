import { findPublicPosting } from '../../../db/queries/vacancy.ts';
import { apiCall, json, notFoundProblem } from '../../server/api.server.ts';

export const loader = apiCall(async ({ request, params: { id = '' }, context }) => {
  const posting = await findPublicPosting(context.db, id);
  if (!posting) return notFoundProblem(`There is no vacancy "${id.slice(0, 80)}".`);
  const { vacancy, taken, stage, example, flags } = posting;
  const state = { placesLeft: vacancy.places - taken, stage, example, ...(flags !== null && { flagged: true }) };
  return json(request, { ...vacancy, ...state });
});
