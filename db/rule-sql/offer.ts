import { type RawBuilder, sql } from 'kysely';
import type { Asking } from './asking.ts';
import { column } from './column.ts';
import type { SqlFinding } from './comparison.ts';

export const isOfferHere = ({ destination }: Asking): SqlFinding =>
  sql`(${column('offered')} and ${column('offer_destination')} = ${destination}::text)`;

/** Unmet where there is no offer here. */
export const ofOfferHere = (asking: Asking, finding: SqlFinding): SqlFinding =>
  sql`${isOfferHere(asking)} and ${finding}`;

/** Unknown in another currency. */
export const inCurrency = (currency: RawBuilder<never>, asked: string, finding: SqlFinding): SqlFinding =>
  sql`case when ${currency} = ${asked}::text then ${finding} end`;
