import type { LedgerEntry } from '../../db/queries/quota-ledger.ts';

/** An entry of a ledger as systems of ministries read it; `of`: the quota of which it was asked, this one or one below. */
export const eventOf = ({
  placesAfter,
  allocatedAfter,
  usedAfter,
  askedOf,
  reference,
  vacancy,
  why,
  ...entry
}: LedgerEntry) => ({
  ...entry,
  after: { places: placesAfter, allocated: allocatedAfter, used: usedAfter },
  of: askedOf,
  ...(reference !== null && { reference }),
  ...(vacancy !== null && { vacancy }),
  ...(why !== null && { why }),
});
