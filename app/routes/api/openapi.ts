import { apiCall, json } from '../../server/api.server.ts';
import { openApi } from '../../server/openapi.server.ts';

export const loader = apiCall(({ request, context }) => json(request, openApi(context.publicUrl)));
