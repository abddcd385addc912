import * as z from 'zod';
import { SomePlaces } from '../../domain/documents/numbers.ts';
import { Reason } from '../../domain/quota/allocation.ts';
import { settledAnswer } from '../../server/allocation-answer.server.ts';
import { apiCall } from '../../server/api.server.ts';
import { readBody } from '../../server/body.server.ts';
import { correctPlaces } from '../../use-cases/quota/settle-allocation.ts';

const Body = z.strictObject({ places: SomePlaces, why: Reason });

/** Sets how many places an allocation holds, where that was recorded wrongly. */
export const action = apiCall(async ({ request, params, context }) => {
  const read = await readBody(request, Body);
  if (!read.ok) return read.response;
  const { id = '', reference = '' } = params;
  const office = new URL(request.url).searchParams.get('office') ?? undefined;
  return settledAnswer(
    await correctPlaces(context.database, context.who, { quota: id, reference, office, ...read.body }),
  );
});
