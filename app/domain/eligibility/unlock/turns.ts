import type { Comparison } from '../../rule/comparison.ts';

/** The next whole step above a value. */
const next = (value: number) => Math.floor(value) + 1;

/** The steps at which a comparison turns when a value rises step by step; between two of them it stays as it is. */
export function turnsOf(operator: Comparison['operator'], value: number): readonly number[] {
  switch (operator) {
    case 'gte':
    case 'lt':
      return [value];
    case 'gt':
    case 'lte':
      return [next(value)];
    case 'eq':
    case 'ne':
      return [value, next(value)];
    case 'in':
    case 'notIn':
      return [];
  }
}
