import { json, readCall, readOnly } from '../../server/api.server.ts';
import { openApi } from '../../server/openapi.server.ts';

export const loader = readCall(({ request, context }) => json(request, openApi(context.publicUrl)));

export const action = readOnly;
