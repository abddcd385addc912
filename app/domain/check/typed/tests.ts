import { Id } from '../../documents/ids.ts';
import type { Profile } from '../../documents/index.ts';
import { dateFields, readDay } from './date.ts';
import { readAmount } from './number.ts';
import { type Read, slip, slipsOf, type Typed, understood } from './typed.ts';

type Result = NonNullable<Profile['tests']>[number];

const DATE = ['day', 'month', 'year'];

/** One row: a test, its score and the day it was taken. Undefined of a row that was left empty: a test not taken. */
function readRow(typed: Typed, name: string, row: number): Read<Result | undefined> {
  const fields = [`score-${row}`, ...DATE.map((part) => `taken-${row}-${part}`)];
  if (fields.every((field) => typed.one(field) === '')) return understood(undefined);
  const [score, takenOn] = [readAmount(typed, `score-${row}`, 'score'), readDay(typed, `taken-${row}`)];
  const test = Id.safeParse(name);
  if (!test.success) return slip(`score-${row}`, 'score');
  if (!score.ok || !takenOn.ok) return slipsOf(score, takenOn);
  return understood({ test: test.data, score: score.value, takenOn: takenOn.value });
}

/** The tests taken, a row each. */
export function readTests(typed: Typed): Read<Result[]> {
  const rows = typed.all('test').map((name, row) => readRow(typed, name, row));
  const read = rows.flatMap((row) => (row.ok ? [row.value] : []));
  if (read.length < rows.length) return slipsOf(...rows);
  const taken = read.filter((result) => result !== undefined);
  return taken.length > 0 ? understood(taken) : slip('score-0', 'nothing');
}

/** Tests as the rows that they are typed into. */
export const testFields = (tests: readonly Result[]): readonly (readonly [string, string])[] =>
  tests.flatMap(({ test, score, takenOn }, row) => [
    ['test', test] as const,
    [`score-${row}`, String(score)] as const,
    ...dateFields(`taken-${row}`, takenOn),
  ]);
