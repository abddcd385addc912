import * as z from 'zod';
import { Country } from '../documents/codes.ts';
import { Instant } from '../documents/dates.ts';
import { Id } from '../documents/ids.ts';
import { SomePlaces } from '../documents/numbers.ts';

const printable = (most: number) =>
  z
    .string()
    .regex(new RegExp(`^(?!\\s)(?!.*\\s$)\\P{C}{1,${most}}$`, 'u'))
    .describe(`1 to ${most} printable characters, with no space at the ends`);

/** How an office calls an allocation, or the case behind it. It is opaque: it says nothing of who a person is. */
const Reference = printable(100);

/** Why something is done, in a line that is kept in the ledger. */
export const Reason = printable(1000);

/** What is asked of a quota: places, under the reference of the office that asks. Sent again it is granted once. */
export const AllocationRequest = z.strictObject({
  places: SomePlaces,
  reference: Reference,
  /** A vacancy published here, whose occupation and sector have to fit the quota. */
  vacancy: Id.optional(),
  /** An opaque reference to a person's case. */
  case: Reference.optional(),
  /** Where the worker comes from. */
  origin: Country.optional(),
  /** When the places go back unless they were taken up by then; absent: never. */
  expiresAt: Instant.optional(),
  why: Reason.optional(),
});
export type AllocationRequest = z.infer<typeof AllocationRequest>;

/** Where an allocation may go from each status; what is in none of these lists is where it ends. */
export const ALLOCATION_MOVES = {
  allocated: ['taken-up', 'released', 'expired'],
  'taken-up': ['released'],
  released: [],
  expired: [],
} as const satisfies Record<string, readonly string[]>;
export type AllocationStatus = keyof typeof ALLOCATION_MOVES;

/** How somebody moves an allocation on; that it expired is found by a job. */
export const SETTLEMENTS = { release: 'released', 'take-up': 'taken-up' } as const satisfies Record<
  string,
  AllocationStatus
>;
export type Settlement = keyof typeof SETTLEMENTS;
