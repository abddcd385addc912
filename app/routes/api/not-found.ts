import { apiCall, notFoundProblem } from '../../server/api.server.ts';

export const loader = apiCall(() =>
  notFoundProblem('There is no such call. /api/v1/openapi.json lists those that there are.'),
);

export const action = loader;
