import * as z from 'zod';
import { Reason, SETTLEMENTS, type Settlement } from '../../domain/quota/allocation.ts';
import { settledAnswer } from '../../server/allocation-answer.server.ts';
import { apiCall, notFoundProblem } from '../../server/api.server.ts';
import { readBody } from '../../server/body.server.ts';
import { settlePlaces } from '../../use-cases/quota/settle-allocation.ts';

const Body = z.strictObject({ why: Reason.optional() });

const isSettlement = (text: string | undefined): text is Settlement =>
  text !== undefined && Object.hasOwn(SETTLEMENTS, text);

/** Gives the places of an allocation back, or says that they were taken up; repeating it changes nothing. A body is optional. */
export const action = apiCall(async ({ request, params, context }) => {
  const { id = '', reference = '', settlement } = params;
  if (!isSettlement(settlement))
    return notFoundProblem(`An allocation can be moved on by ${Object.keys(SETTLEMENTS).join(' or ')}.`);
  const isBare = !request.headers.get('Content-Type');
  const read = isBare ? ({ ok: true, body: {} } as const) : await readBody(request, Body);
  if (!read.ok) return read.response;
  const office = new URL(request.url).searchParams.get('office') ?? undefined;
  const why = 'why' in read.body ? read.body.why : undefined;
  return settledAnswer(
    await settlePlaces(context.database, context.who, { quota: id, reference, office, how: settlement, why }),
  );
});
