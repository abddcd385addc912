import type { PathwayTest } from '../documents/index.ts';
import { Person } from '../rule/person.ts';
import { type Assessment, assess, type CompiledPathway } from './evaluate.ts';
import { explain } from './explain.ts';

/** What a case came to; it passes with no difference. */
export type TestResult = { test: PathwayTest; assessment: Assessment; differences: readonly string[] };

/** What decides, by the ids of criteria: where a verdict is not the expected one, this is where to look. */
function deciding(assessment: Assessment): string {
  const explanation = explain(assessment);
  if (explanation === undefined) return '';
  const { verdict: _verdict, ...decisive } = explanation;
  const ids = Object.values(decisive).flatMap((criteria) => criteria.map(({ id }) => id));
  return ids.length > 0 ? ` (${ids.join(', ')})` : '';
}

function* differencesOf({ expect, criteria = {} }: PathwayTest, assessment: Assessment): Generator<string> {
  const { verdict, answers } = assessment;
  if (verdict === null) yield `expected ${expect}, and the pathway is not in effect on that day`;
  else if (verdict !== expect) yield `expected ${expect}, found ${verdict}${deciding(assessment)}`;
  for (const [id, expected] of Object.entries(criteria)) {
    const answer = answers.find(({ criterion }) => criterion.id === id);
    if (answer === undefined) yield `expected the criterion "${id}" to be ${expected}, and there is none`;
    else if (answer.finding !== expected)
      yield `expected the criterion "${id}" to be ${expected}, found ${answer.finding}`;
  }
}

/** Runs a case on its pathway. */
export function runTest(test: PathwayTest, compiled: CompiledPathway): TestResult {
  const assessment = assess(compiled, new Person(test.profile, test.on));
  return { test, assessment, differences: [...differencesOf(test, assessment)] };
}
