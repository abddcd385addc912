import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { documentSchemas } from '../../../app/domain/documents/index.ts';
import { judge, verdictOn } from './interpreter.ts';
import { dataOf, FindingWord, JudgedPerson, named, seedPathways, seedProcedures } from './seed.ts';
import type { Told } from './told.ts';

describe('people', () => {
  it.each(dataOf('examples/eligibility', JudgedPerson))('%s', (_, person) => {
    const { verdict, findings } = verdictOn(named(seedPathways, person.pathway), person.profile, person.on);
    expect(verdict).toBe(person.expect);
    expect(Object.fromEntries(findings)).toMatchObject(person.criteria);
  });
});

const Journey = z.object({
  id: z.string(),
  procedure: z.string(),
  profile: documentSchemas.profile,
  journey: z.strictObject({
    destination: z.string().optional(),
    pathway: z.string().optional(),
    pathwayKind: z.string().optional(),
    occupation: z.string().optional(),
  }),
});

describe('departures that may be barred', () => {
  const Barred = Journey.extend({ on: z.string(), expect: z.record(z.string(), FindingWord) });

  it.each(dataOf('examples/bars', Barred))('%s', (_, { profile, on, journey, procedure, expect: expected }) => {
    const told: Told = { profile, on, ...journey };
    const bars = named(seedProcedures, procedure).bars ?? [];
    expect(Object.fromEntries(bars.map(({ id, when }) => [id, judge(when, told)]))).toEqual(expected);
  });
});

describe('steps that apply to a departure, from the day its plan starts', () => {
  const Planned = Journey.extend({
    from: z.string(),
    expectSteps: z.array(z.string()),
    expectMayApply: z.array(z.string()),
  });

  it.each(dataOf('examples/plans', Planned))('%s', (_, { profile, from, journey, procedure, ...expected }) => {
    const told: Told = { profile, on: from, ...journey };
    const found = named(seedProcedures, procedure).steps.map(({ id, when }) => ({
      id,
      applies: when === undefined ? 'met' : judge(when, told),
    }));
    const idsOf = (steps: typeof found) => steps.map(({ id }) => id).sort();
    expect(idsOf(found.filter(({ applies }) => applies !== 'unmet'))).toEqual([...expected.expectSteps].sort());
    expect(idsOf(found.filter(({ applies }) => applies === 'unknown'))).toEqual([...expected.expectMayApply].sort());
  });
});
