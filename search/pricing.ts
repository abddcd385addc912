import { type RawBuilder, sql } from 'kysely';
import type { Reading, Term } from './meaning.ts';
import { beginnings, BEGINNING_COST as COST, costsOf, inexactness } from './tsquery.ts';

/** Whether a pathway holds what a tsquery asks. */
export type Holds = (query: string) => RawBuilder<boolean>;

/** By its words, in `w`: for a few pathways that is the quickest. */
export const byWords: Holds = (query) => sql`w @@ ${query}::tsquery`;

/**
 * By the index, which tells of all pathways at once: reading the words of many takes seconds. `is true` has the answer kept to look
 * rows up in, where a join would be planned, and badly, for how many it will be nobody knows.
 */
export const byIndex: Holds = (query) => sql`(id in (select search_holding(${query}::tsquery))) is true`;

const firstMet = (choices: readonly { query: string; cost: number }[], holds: Holds) =>
  sql.join(
    choices.map(({ query, cost }) => sql`when ${holds(query)} then ${cost}::int`),
    sql` `,
  );

/** The cost of the match of one term; null where it does not match. */
function costOfTerm(term: Term, holds: Holds): RawBuilder<number | null> {
  const { query, cost } = inexactness(term);
  return sql`case ${firstMet(costsOf(term), holds)} end + case when ${holds(query)} then 0 else ${cost}::int end`;
}

function costOfBeginning(reading: Reading, holds: Holds): RawBuilder<number> {
  const { begins, whole } = beginnings(reading);
  const choices = [
    { query: whole, cost: COST.whole },
    { query: begins, cost: COST.begins },
  ];
  return sql`case ${firstMet(choices, holds)} else ${COST.neither}::int end`;
}

/** What the match of each row of `rows` costs in its cheapest reading, as `cost`. Readings share terms, and each is looked at once. */
export function priced(rows: RawBuilder<unknown>, readings: readonly Reading[], holds: Holds): RawBuilder<unknown> {
  const terms = [...new Set(readings.flat())];
  const columns = terms.map((term, at) => sql`${costOfTerm(term, holds)} as ${sql.id(`term${at}`)}`);
  const costs = readings.map((reading) => {
    const parts = reading.map((term) => sql.id(`term${terms.indexOf(term)}`));
    return sql.join([...parts, costOfBeginning(reading, holds)], sql` + `);
  });
  return sql`select *, least(${sql.join(costs)}) as cost from (select *, ${sql.join(columns)} from (${rows}) unpriced offset 0) by_term`;
}
