import * as z from 'zod';
import { SomePlaces } from '../../domain/documents/numbers.ts';
import { ALLOCATION_MOVES, AllocationRequest, Reason, SETTLEMENTS } from '../../domain/quota/allocation.ts';
import { ENTRY_KINDS } from '../../domain/quota/ledger.ts';
import type { Call } from './call.ts';
import { count, inPath, query } from './parameters.ts';
import { integer, list, object, reference, type Schema, schemaOf, text, withState } from './schema.ts';

const state = { allocated: integer, used: integer, remaining: integer };
const sums = { places: integer, allocated: integer, used: integer };
const moment: Schema = { type: 'string', format: 'date-time' };
const kind = { enum: ENTRY_KINDS };

/** What answers about quotas are made of. */
export const QUOTA_ANSWERS: Record<string, Schema> = {
  QuotaState: withState('quota', state),
  QuotaWithLedger: withState('quota', {
    ...state,
    ledger: list({ anyOf: [reference('LedgerEntry'), reference('LedgerDay')] }),
  }),
  LedgerDay: object({ day: reference('Date'), kind, ...sums }),
  LedgerEntry: object(
    { position: integer, kind, at: moment, ...sums, after: object(sums), of: text, office: text },
    { reference: text, vacancy: text, why: text },
  ),
  Allocation: object(
    {
      ...{ quota: text, office: text, reference: text, places: integer },
      ...{ status: { enum: Object.keys(ALLOCATION_MOVES) }, allocatedAt: moment },
    },
    { vacancy: text, case: text, origin: text, expiresAt: moment, settledAt: moment, why: text },
  ),
};

const id = inPath('id', 'The quota’s id.');
const limit = query('limit', count(1000, 100), 'How many.');
const ofAllocation = [
  id,
  inPath('reference', 'The reference of the allocation.'),
  query(
    'office',
    text,
    'Whose allocation, where several offices use the reference; absent: your own, or the only one.',
  ),
];

/** What can be asked of quotas, and done with their places. */
export const QUOTA_CALLS: Record<string, Call | readonly Call[]> = {
  '/quotas': {
    summary: 'Quotas with their state, the latest period first.',
    parameters: [
      query('pathway', text, 'Of this pathway.'),
      query('state', text, 'Of pathways to this state of destination, ISO 3166-1 alpha-2.'),
      query('period', text, 'With a day in this year, month or day: YYYY, YYYY-MM or YYYY-MM-DD.'),
      query('page', count(undefined, 1), 'The page, from 1.'),
      query('perPage', count(100, 50), 'How many a page holds.'),
    ],
    answer: object({
      ...{ total: integer, page: integer, perPage: integer },
      ...{ hits: list(reference('QuotaState')), asOf: reference('Date') },
    }),
  },
  '/quotas/{id}': {
    summary:
      'A quota, its state, and its ledger: by day; with a token of the ministry of its state of destination, its latest 1,000 entries.',
    parameters: [id],
    answer: reference('QuotaWithLedger'),
  },
  '/quotas/{id}/events': {
    summary:
      'The ledger from a position on, in its order and without a gap: for the systems of the ministry of its state of destination. `next` is what to ask after.',
    token: true,
    parameters: [
      id,
      query('after', { type: 'integer', minimum: 0, default: 0 }, 'The position of the last entry read.'),
      limit,
    ],
    answer: object({ events: list(reference('LedgerEntry')), next: integer }),
  },
  '/quotas/{id}/allocations': [
    {
      summary:
        'Who holds places of a quota, the latest first: its ministry sees all, others their own. `before` is where the next page begins; absent at the end.',
      token: true,
      parameters: [id, query('before', count(undefined, 1e15 - 1), 'Where a page before ended.'), limit],
      answer: object({ allocations: list(reference('Allocation')) }, { before: integer }),
    },
    {
      summary:
        'Take places from a quota and every one above it, or from none. A reference is unique per office and quota; sent again, the same is granted once.',
      does: 'allocate',
      parameters: [id],
      body: schemaOf(AllocationRequest),
      answer: reference('Allocation'),
    },
  ],
  '/quotas/{id}/allocations/{reference}/{settlement}': {
    summary: 'Give the places of an allocation back, or say that they were taken up.',
    does: 'settle',
    parameters: [...ofAllocation, inPath('settlement', 'Which of the two.', { enum: Object.keys(SETTLEMENTS) })],
    body: schemaOf(z.strictObject({ why: Reason.optional() })),
    answer: reference('Allocation'),
  },
  '/quotas/{id}/allocations/{reference}/correct': {
    summary: 'Set how many places an allocation holds, where that was recorded wrongly.',
    does: 'settle',
    parameters: ofAllocation,
    body: schemaOf(z.strictObject({ places: SomePlaces, why: Reason })),
    answer: reference('Allocation'),
  },
};
