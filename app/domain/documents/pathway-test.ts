import * as z from 'zod';
import { CalendarDate } from './dates.ts';
import { inspected } from './explain.ts';
import { Id } from './ids.ts';
import { type JsonObject, valueAt } from './json.ts';
import { type Fault, shown } from './problem.ts';
import { Profile } from './profile.ts';
import { Words } from './text.ts';

/** What a test expects of a criterion, by its id. */
const Expected = z.record(Id, z.enum(['met', 'unmet', 'unknown']));

function* inspectBirth(test: JsonObject): Generator<Fault> {
  const [birthDate, on] = [valueAt(test, ['profile', 'birthDate']), test['on']];
  if (typeof birthDate !== 'string' || typeof on !== 'string' || birthDate <= on) return;
  yield {
    path: ['profile', 'birthDate'],
    message: `born on ${shown(birthDate)}, after ${shown(on)}`,
    expected: `${shown(on)} or earlier`,
  };
}

/**
 * A case kept beside a pathway: a person, the day, and the verdict that the pathway's rules must come to. No version of the pathway is
 * published that fails one. The person is made up.
 */
export const PathwayTest = inspected(
  z.strictObject({
    type: z.literal('pathway-test'),
    id: Id,
    pathway: Id,
    on: CalendarDate,
    profile: Profile,
    expect: z.enum(['eligible', 'possible', 'ineligible']),
    criteria: Expected.optional(),
    why: Words.optional(),
  }),
  inspectBirth,
);
export type PathwayTest = z.infer<typeof PathwayTest>;
