import { type RawBuilder, sql } from 'kysely';
import type { Comparison } from '../../app/domain/rule/comparison.ts';
import { monthsBefore } from '../../app/domain/time/calendar.ts';
import { column } from './column.ts';
import type { SqlFinding } from './comparison.ts';

/** PostgreSQL has no year 0, which the calendar of the rules knows as the one before all others. */
const day = (date: string): RawBuilder<string> => sql`${date.startsWith('0000') ? '-infinity' : date}::date`;

const bornBy = (date: string): SqlFinding => sql`${column('birth_date')} <= ${day(date)}`;
const bornAfter = (date: string): SqlFinding => sql`${column('birth_date')} > ${day(date)}`;

/** An age as the birth dates that have it, so that an index of them serves. */
export function compareAge({ operator, value }: Comparison, on: string): SqlFinding {
  const years = Number(value);
  const birthday = (age: number) => monthsBefore(on, 12 * age);
  switch (operator) {
    case 'gte':
      return bornBy(birthday(years));
    case 'gt':
      return bornBy(birthday(years + 1));
    case 'lt':
      return bornAfter(birthday(years));
    case 'lte':
      return bornAfter(birthday(years + 1));
    case 'eq':
      return sql`${bornBy(birthday(years))} and ${bornAfter(birthday(years + 1))}`;
    default:
      return sql`${bornAfter(birthday(years))} or ${bornBy(birthday(years + 1))}`;
  }
}
