import { findPathway } from '../../../db/queries/pathway.ts';
import { quotasOf } from '../../../db/queries/quota.ts';
import { isCalendarDate } from '../../domain/documents/dates.ts';
import { apiCall, badQuery, DATE_EXPECTED, json, notFoundProblem, readOne } from '../../server/api.server.ts';

export const loader = apiCall(async ({ request, params: { id = '' }, context }) => {
  const params = new URL(request.url).searchParams;
  const { value: on, bad } = readOne(params, 'on', isCalendarDate, DATE_EXPECTED);
  if (bad.length > 0) return badQuery(bad);
  const found = await findPathway(context.db, id, on ?? context.today());
  if (!found) return notFoundProblem(`There is no pathway "${id.slice(0, 80)}".`);
  // Without a day asked for, what is announced or has ended is shown too; its `effective` says when it holds.
  if (on !== undefined && found.notInEffect) return notFoundProblem(`The pathway "${id}" was not in effect on ${on}.`);
  return json(request, { ...found.document, quotas: await quotasOf(context.db, id) });
});
