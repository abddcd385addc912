import { type RawBuilder, sql } from 'kysely';
import type { Comparison } from '../../app/domain/rule/comparison.ts';

/** True: met; false: unmet; null: unknown. The logic of SQL is that of documents.md, «Rule». */
export type SqlFinding = RawBuilder<boolean | null>;

type Value = RawBuilder<unknown>;

const OPERATORS = { eq: '=', ne: '<>', gte: '>=', gt: '>', lte: '<=', lt: '<' } as const;

const unfit = ({ operator }: Comparison): never => {
  throw new TypeError(`no such comparison: ${operator}`);
};

/** A count or an amount, exactly; `type` is that of the column, so that an index of it serves. */
export function compareNumber(
  value: Value,
  comparison: Comparison,
  type: 'smallint' | 'bigint' | 'numeric',
): SqlFinding {
  if (comparison.operator === 'in' || comparison.operator === 'notIn') return unfit(comparison);
  return sql`${value} ${sql.raw(OPERATORS[comparison.operator])} ${comparison.value}::${sql.raw(type)}`;
}

/** One word of a list of codes. */
export function compareWord(value: Value, comparison: Comparison): SqlFinding {
  switch (comparison.operator) {
    case 'eq':
    case 'ne':
      return sql`${value} ${sql.raw(OPERATORS[comparison.operator])} ${comparison.value}::text`;
    case 'in':
      return sql`${value} = any(${comparison.value}::text[])`;
    case 'notIn':
      return sql`${value} <> all(${comparison.value}::text[])`;
    default:
      return unfit(comparison);
  }
}

/** Whether a list of words has one of these. */
export const hasOneOf = (list: Value, words: readonly string[]): SqlFinding => sql`${list} && ${[...words]}::text[]`;

export const not = (finding: SqlFinding): SqlFinding => sql`not (${finding})`;

/** Several words: in a list if one of them is, in none of it if none is. */
export function compareWords(list: Value, comparison: Comparison): SqlFinding {
  if (comparison.operator === 'in') return hasOneOf(list, comparison.value);
  if (comparison.operator === 'notIn') return not(hasOneOf(list, comparison.value));
  return unfit(comparison);
}

/** Yes or no. */
export function compareTruth(value: SqlFinding, comparison: Comparison): SqlFinding {
  if (comparison.operator !== 'eq') return unfit(comparison);
  return comparison.value === true ? value : not(value);
}
