import { findQuotaOwner } from '../../../db/queries/quota.ts';
import { listAllocations } from '../../../db/queries/quota-ledger.ts';
import { officeOf } from '../../domain/people/office.ts';
import { may, relationOf } from '../../domain/people/permission.ts';
import { AllocationRequest } from '../../domain/quota/allocation.ts';
import { allocationAnswer, refusedAllocation } from '../../server/allocation-answer.server.ts';
import { apiCall, badQuery, notFoundProblem, personalJson, readCount } from '../../server/api.server.ts';
import { readBody } from '../../server/body.server.ts';
import { allocatePlaces } from '../../use-cases/quota/allocate-places.ts';

/** Who holds places of a quota: its state sees all, others what is theirs; the latest first. */
export const loader = apiCall(async ({ request, params, context }) => {
  const id = params['id'] ?? '';
  const query = new URL(request.url).searchParams;
  const before = readCount(query, 'before', { least: 1, most: 1e15 - 1, absent: 1e15 - 1 });
  const limit = readCount(query, 'limit', { least: 1, most: 1000, absent: 100 });
  if (before.bad.length + limit.bad.length > 0) return badQuery([...before.bad, ...limit.bad]);
  const owner = await findQuotaOwner(context.db, id);
  if (!owner) return notFoundProblem(`There is no quota "${id.slice(0, 80)}".`);
  const seesAll = may(context.who, 'read-allocations', relationOf(context.who, { state: owner.destination }));
  const rows = await listAllocations(context.db, id, {
    office: seesAll ? undefined : (officeOf(context.who) ?? ''),
    before: before.value,
    limit: limit.value,
  });
  const next = rows.length === limit.value ? rows.at(-1)?.id : undefined;
  return personalJson({ allocations: rows.map(allocationAnswer), ...(next !== undefined && { before: next }) });
});

/** Takes places; the same request under the same reference is granted once and answered alike. */
export const action = apiCall(async ({ request, params, context }) => {
  const read = await readBody(request, AllocationRequest);
  if (!read.ok) return read.response;
  const allocated = await allocatePlaces(context.database, context.who, {
    ...{ quota: params['id'] ?? '', request: read.body, on: context.today() },
  });
  if (allocated.outcome === 'allocated') return personalJson(allocationAnswer(allocated.allocation), 201);
  if (allocated.outcome === 'again') return personalJson(allocationAnswer(allocated.allocation));
  return refusedAllocation(allocated, read.body);
});
