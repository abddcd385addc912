import { findPathway } from '../../../db/queries/pathway.ts';
import { quotasOf } from '../../../db/queries/quota.ts';
import { isCalendarDate } from '../../domain/documents/dates.ts';
import { apiCall, badQuery, json, notFoundProblem, readOnly } from '../../server/api.server.ts';

export const loader = apiCall(async ({ request, params, context }) => {
  const id = params['id'] ?? '';
  const on = new URL(request.url).searchParams.get('on')?.trim() || context.today();
  if (!isCalendarDate(on)) return badQuery([{ key: 'on', value: on, expected: 'a date that exists, YYYY-MM-DD' }]);
  const found = await findPathway(context.db, id, on);
  if (!found) return notFoundProblem(`There is no pathway "${id.slice(0, 80)}".`);
  return json(request, { ...found.document, quotas: await quotasOf(context.db, id) });
});

export const action = readOnly;
