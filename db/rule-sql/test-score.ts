import { sql } from 'kysely';
import type { CriterionOf } from '../../app/domain/documents/index.ts';
import { comparisonOf } from '../../app/domain/rule/comparison.ts';
import { monthsBefore } from '../../app/domain/time/calendar.ts';
import { column } from './column.ts';
import { not, type SqlFinding } from './comparison.ts';

/** The best score in a window compares as required: where none does better, the best one is at most so. */
export function compareBest({ of, withinMonths, ...asked }: CriterionOf<'test'>, on: string): SqlFinding {
  const { operator, value } = comparisonOf(asked);
  const since = withinMonths === undefined ? '' : ` && @.takenOn >= ${JSON.stringify(monthsBefore(on, withinMonths))}`;
  const valid = `@.test == ${JSON.stringify(of)}${since} && @.takenOn <= ${JSON.stringify(on)}`;
  const some = (scoring: string): SqlFinding => sql`${column('tests')} @? ${`$[*] ? (${valid}${scoring})`}::jsonpath`;
  switch (operator) {
    case 'gte':
      return some(` && @.score >= ${value}`);
    case 'gt':
      return some(` && @.score > ${value}`);
    case 'lte':
      return sql`${some('')} and ${not(some(` && @.score > ${value}`))}`;
    default:
      return sql`${some('')} and ${not(some(` && @.score >= ${value}`))}`;
  }
}
