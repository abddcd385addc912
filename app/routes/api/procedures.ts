import { listProceduresOf } from '../../../db/queries/procedure.ts';
import { Country } from '../../domain/documents/codes.ts';
import { apiCall, json, notFoundProblem, readOnly } from '../../server/api.server.ts';

export const loader = apiCall(async ({ request, params, context }) => {
  const origin = (params['origin'] ?? '').toUpperCase();
  if (!Country.safeParse(origin).success)
    return notFoundProblem(`"${origin.slice(0, 80)}" is not an ISO 3166-1 alpha-2 country code.`);
  const procedures = await listProceduresOf(context.db, origin, context.today());
  return json(request, { origin, procedures: procedures.map(({ document }) => document) });
});

export const action = readOnly;
