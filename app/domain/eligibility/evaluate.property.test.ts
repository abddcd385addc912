import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases } from '../../../test/support/naive/cases.arbitrary.ts';
import { everyPart } from '../rule/judge.ts';
import { Person } from '../rule/person.ts';
import { type CompiledPathway, compilePathway, pathwayCompiler } from './evaluate.ts';

/** The second one leads elsewhere too, so that what is asked *here* is another question. */
const pathways = fc
  .tuple(cases, cases, fc.boolean())
  .map(([{ pathway, profile, on }, { pathway: other }, isSameRule]) => ({
    together: [pathway, { ...other, ...(isSameRule && { eligibility: pathway.eligibility }) }],
    profile,
    on,
  }));

const outcomeOf = ({ judge, verdict }: CompiledPathway, person: Person) => ({
  verdict: verdict(person),
  findings: everyPart(judge(person)).map(({ finding }) => finding),
});

it('asks of pathways made ready together what it asks of each alone', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(pathways, ({ together, profile, on }) => {
      const person = new Person(profile, on);
      expect(together.map(pathwayCompiler()).map((one) => outcomeOf(one, person))).toEqual(
        together.map((pathway) => outcomeOf(compilePathway(pathway), new Person(profile, on))),
      );
    }),
    { numRuns: 2_000 },
  );
});
