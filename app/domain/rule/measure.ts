import type { Comparison } from './comparison.ts';

/** What a criterion asked for, or what was found, as JSON shows it. */
export type Shown = string | number | boolean | readonly string[];

/** How values of a kind are compared with what a rule requires, and how a value found is shown. */
export type Measure<V> = {
  /** The comparison made ready; throws on one that the kind does not know, which no accepted document holds. */
  holds(comparison: Comparison): (value: V) => boolean;
  show(value: V): Shown;
};

const unfit = ({ operator }: Comparison): never => {
  throw new TypeError(`no such comparison: ${operator}`);
};

type Ordered = Extract<Comparison, { operator: 'gte' | 'gt' | 'lte' | 'lt' | 'eq' | 'ne' }>;

function numberHolds(operator: Ordered['operator'], required: number): (value: number) => boolean {
  switch (operator) {
    case 'gte':
      return (value) => value >= required;
    case 'gt':
      return (value) => value > required;
    case 'lte':
      return (value) => value <= required;
    case 'lt':
      return (value) => value < required;
    case 'eq':
      return (value) => value === required;
    case 'ne':
      return (value) => value !== required;
  }
}

/** A count or an amount. */
export const number: Measure<number> = {
  holds: (comparison) => {
    const { operator, value } = comparison;
    return operator === 'in' || operator === 'notIn' || typeof value !== 'number'
      ? unfit(comparison)
      : numberHolds(operator, value);
  },
  show: (value) => value,
};

/** Words in rising order; a value is the place of its word, from 0. */
export const levels = (words: readonly string[]): Measure<number> => ({
  holds: (comparison) => {
    const { operator, value } = comparison;
    const place = typeof value === 'string' ? words.indexOf(value) : -1;
    return operator === 'in' || operator === 'notIn' || place < 0 ? unfit(comparison) : numberHolds(operator, place);
  },
  show: (value) => words[value] ?? value,
});

/** One word of a list of codes. */
export const word: Measure<string> = {
  holds: (comparison) => {
    const { operator, value: required } = comparison;
    if (operator === 'eq') return (value) => value === required;
    if (operator === 'ne') return (value) => value !== required;
    if (operator === 'in') return (value) => comparison.value.includes(value);
    if (operator === 'notIn') return (value) => !comparison.value.includes(value);
    return unfit(comparison);
  },
  show: (value) => value,
};

/** Several words: in a list if one of them is, in none of it if none is. */
export const words: Measure<readonly string[]> = {
  holds: (comparison) => {
    if (comparison.operator === 'in') return (values) => values.some((value) => comparison.value.includes(value));
    if (comparison.operator === 'notIn') return (values) => !values.some((value) => comparison.value.includes(value));
    return unfit(comparison);
  },
  show: (values) => values,
};

/** True of a code that one of the prefixes covers: "22" covers "2221". */
export const coveredBy = (code: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => code.startsWith(prefix));

/** An occupation: compared by prefix. */
export const code: Measure<string> = {
  holds: (comparison) => {
    const { operator, value: required } = comparison;
    if (operator === 'in') return (value) => coveredBy(value, comparison.value);
    if (operator === 'notIn') return (value) => !coveredBy(value, comparison.value);
    if (operator === 'eq') return (value) => value.startsWith(String(required));
    if (operator === 'ne') return (value) => !value.startsWith(String(required));
    return unfit(comparison);
  },
  show: (value) => value,
};

/** Yes or no. */
export const truth: Measure<boolean> = {
  holds: (comparison) => {
    const { operator, value: required } = comparison;
    return operator === 'eq' ? (value) => value === required : unfit(comparison);
  },
  show: (value) => value,
};
