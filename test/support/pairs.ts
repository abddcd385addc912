import fc from 'fast-check';
import type { Pathway, Profile } from '../../app/domain/documents/index.ts';
import { compilePathway, VERDICTS, type Verdict } from '../../app/domain/eligibility/evaluate.ts';
import { Person } from '../../app/domain/rule/person.ts';
import type { Db } from '../../db/client.server.ts';
import { pathwayToSql } from '../../db/rule-to-sql.ts';
import { casesOf } from './naive/cases.arbitrary.ts';
import { verdictOn } from './naive/interpreter.ts';
import { profiles } from './naive/profiles.arbitrary.ts';
import { eachFindingInSql, storePeople } from './stored-people.ts';

type Asked = { pathway: Pathway; on: string };

/** Some people, and what is asked of each of them: each question is aimed at one, so that an answer about her may turn on a day. */
type Batch = { people: readonly Profile[]; asked: readonly Asked[] };

/** Whoever judges says of each question, and of each of the people, what the verdict is. */
type Judge = (batch: Batch) => Promise<Verdicts>;
type Verdicts = readonly (readonly (Verdict | null)[])[];

const PEOPLE = 25;
const ASKED = 40;

function makeBatch(seed: number): Batch {
  const people = fc.sample(profiles, { seed, numRuns: PEOPLE });
  const asked = fc.sample(casesOf(fc.constantFrom(...people)), { seed, numRuns: ASKED });
  return { people, asked };
}

const byDomain: Judge = async ({ people, asked }) =>
  asked.map(({ pathway, on }) => {
    const { verdict } = compilePathway(pathway);
    return people.map((profile) => verdict(new Person(profile, on)));
  });

export const byNaiveReading: Judge = async ({ people, asked }) =>
  asked.map(({ pathway, on }) => people.map((profile) => verdictOn(pathway, profile, on).verdict));

export const bySql =
  (db: Db): Judge =>
  async ({ people, asked }) => {
    await storePeople(db, people);
    const expressions = asked.map(({ pathway, on }) => pathwayToSql(pathway, on));
    const found = (
      await eachFindingInSql(
        db,
        expressions.flatMap((one) => one ?? []),
      )
    ).values();
    return expressions.map((one) => {
      const findings = one && found.next().value;
      return findings ? findings.map((finding) => VERDICTS[finding]) : people.map(() => null);
    });
  };

/** A birth to come is refused before anybody judges. */
const isBorn = ({ birthDate = '' }: Profile, on: string) => birthDate <= on;

function pairsOf({ people, asked }: Batch) {
  return asked.flatMap(({ pathway, on }, question) =>
    people.flatMap((profile, person) => (isBorn(profile, on) ? [{ question, person, pathway, on, profile }] : [])),
  );
}

type Judged = { pairs: number; verdicts: Record<Verdict | 'not in effect', number> };

/**
 * Judges at least so many pairs of a random person and a random pathway as the domain does and as others do, and counts what came out;
 * throws at the first pair of which one of them says something else.
 */
export async function judgeAlike(
  others: Record<string, Judge>,
  { pairs, seed, step }: { pairs: number; seed: number; step?(pairs: number): void },
): Promise<Judged> {
  const judged: Judged = { pairs: 0, verdicts: { eligible: 0, possible: 0, ineligible: 0, 'not in effect': 0 } };
  for (let count = 0; judged.pairs < pairs; count++) {
    const batch = makeBatch(seed + count);
    const [ours, theirs] = [await byDomain(batch), new Map<string, Verdicts>()];
    for (const [name, judge] of Object.entries(others)) theirs.set(name, await judge(batch));
    const compared = pairsOf(batch);
    for (const { question, person, ...pair } of compared) {
      const verdict = ours[question]?.[person] ?? null;
      judged.verdicts[verdict ?? 'not in effect'] += 1;
      for (const [name, verdicts] of theirs) assertSame(pair, verdict, name, verdicts[question]?.[person]);
    }
    judged.pairs += compared.length;
    step?.(compared.length);
  }
  return judged;
}

function assertSame(pair: object, ours: Verdict | null, name: string, theirs: Verdict | null | undefined): void {
  if (ours !== theirs)
    throw new Error(`the domain says ${ours}, ${name} says ${theirs}, of\n${JSON.stringify(pair, null, 2)}`);
}
