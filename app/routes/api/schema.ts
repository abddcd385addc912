import { isDocumentType, jsonSchemaOf } from '../../domain/documents/index.ts';
import { apiCall, json, notFoundProblem } from '../../server/api.server.ts';

export const loader = apiCall(({ request, params }) => {
  const type = /^(.+)\.json$/.exec(params['file'] ?? '')?.[1];
  if (type === undefined || !isDocumentType(type))
    return notFoundProblem('Schemas are pathway.json, procedure.json, quota.json, vacancy.json and profile.json.');
  return json(request, jsonSchemaOf(type));
});
