/** What one euro costs in other money, as it was published on a day. */
export type ExchangeRateTable = { currency: string; rate_on: string; per_eur: number; source: string };

/** The last rate of each currency; the euro's is 1, of no day and nobody's. */
export type CurrentRateView = { currency: string; per_eur: number; rate_on: string | null; source: string | null };
