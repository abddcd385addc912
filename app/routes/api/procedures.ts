import { listProceduresOf } from '../../../db/queries/procedure.ts';
import { Country } from '../../domain/documents/codes.ts';
import { isCalendarDate } from '../../domain/documents/dates.ts';
import { apiCall, badQuery, DATE_EXPECTED, json, notFoundProblem, readOne } from '../../server/api.server.ts';

export const loader = apiCall(async ({ request, params, context }) => {
  const origin = (params['origin'] ?? '').toUpperCase();
  if (!Country.safeParse(origin).success)
    return notFoundProblem(`"${origin.slice(0, 80)}" is not an ISO 3166-1 alpha-2 country code.`);
  const { value: on, bad } = readOne(new URL(request.url).searchParams, 'on', isCalendarDate, DATE_EXPECTED);
  if (bad.length > 0) return badQuery(bad);
  const editions = await listProceduresOf(context.db, origin, on ?? context.today());
  const inForce = editions.filter(({ notInEffect }) => on === undefined || !notInEffect);
  return json(request, { origin, procedures: inForce.map(({ document }) => document) });
});
