import * as z from 'zod';
import { Country, Occupation, Sector } from './codes.ts';
import { Period } from './dates.ts';
import { inspected } from './explain.ts';
import { Id } from './ids.ts';
import { type JsonObject, listAt, states } from './json.ts';
import { Count } from './numbers.ts';
import type { Fault } from './problem.ts';
import { Source } from './source.ts';
import { Line, Text } from './text.ts';
import { inspectUniqueIds } from './unique-ids.ts';

/** What a quota is for; any part absent: all. */
const QuotaScope = z.strictObject({
  origin: Country.optional(),
  sector: Sector.optional(),
  occupation: Occupation.optional(),
  tranche: Line.optional(),
});

/** What a number of places is: the most there are, a part set aside, an aim, or what is kept back. */
export const QUOTA_KINDS = ['ceiling', 'allocation', 'target', 'reserve'] as const;

function* inspectQuota(quota: JsonObject): Generator<Fault> {
  yield* inspectUniqueIds(listAt(quota, ['sources']), ['sources']);
  if (!states(quota, 'parent') || quota['parent'] !== quota['id']) return;
  yield { path: ['parent'], message: 'a quota cannot be its own parent', expected: 'the id of another quota' };
}

/** How many places a pathway has in a period; a sub-quota's places are part of its parent's. */
export const Quota = inspected(
  z.strictObject({
    type: z.literal('quota'),
    id: Id,
    pathway: Id,
    period: Period,
    places: Count,
    label: Text.optional(),
    scope: QuotaScope.optional(),
    kind: z.enum(QUOTA_KINDS).optional(),
    parent: Id.optional(),
    publishedBy: Line.optional(),
    sources: z.array(Source).optional(),
  }),
  inspectQuota,
);
export type Quota = z.infer<typeof Quota>;
