import fc from 'fast-check';
import type { Pathway, Profile, Vacancy } from '../../app/domain/documents/index.ts';
import { isInEffect } from '../../app/domain/eligibility/in-effect.ts';
import { makeSeekers, makeVacancies } from '../../app/domain/population/labour-market.ts';
import { Person } from '../../app/domain/rule/person.ts';
import { keepCompiledPathways } from '../../app/use-cases/compiled-pathways.ts';
import { keepCompiledRequirements } from '../../app/use-cases/matching/compiled-requirements.ts';
import { bestVacancies } from '../../app/use-cases/matching/match-vacancies.ts';
import type { Db } from '../../db/client.server.ts';
import { type Placed, rankWorkers } from '../../db/queries/found-worker.ts';
import { importAll } from './imports.ts';
import { matchOn } from './naive/match.ts';
import { matches } from './naive/matches.arbitrary.ts';
import { seedPathways } from './naive/seed.ts';
import { placeOf, storePeople } from './stored-people.ts';
import { storeVacancies } from './stored-vacancies.ts';

export const MATCH_DAY = '2026-11-26';

type Size = { workers: number; vacancies: number; seed: number };

/** What one side sees of a pair; undefined: that it is none. */
type Sight = { verdict: 'eligible' | 'possible'; score: number } | undefined;

/** People and vacancies under the pathways of the seed: one half as they could be, the other odd in all that may be told. */
function market({ workers, vacancies, seed }: Size) {
  const pathways = seedPathways.filter((pathway) => isInEffect(pathway, MATCH_DAY));
  const odd = fc.sample(matches, { numRuns: Math.max(workers, vacancies), seed });
  const making = { seed, on: MATCH_DAY };
  return {
    pathways,
    profiles: makeSeekers(pathways, { ...making, count: workers }).map(
      (profile, at): Profile => (at % 2 === 0 ? profile : (odd[at]?.profile ?? profile)),
    ),
    vacancies: makeVacancies(pathways, { ...making, count: vacancies }).map((vacancy, at): Vacancy => {
      const other = at % 2 === 0 ? undefined : odd[at]?.vacancy;
      return other ? { ...other, id: vacancy.id, pathway: vacancy.pathway, destination: vacancy.destination } : vacancy;
    }),
  };
}

const key = (at: number, vacancy: string) => `${at} ${vacancy}`;

/** Every pair that workers see. */
async function seenByWorkers(db: Db, profiles: readonly Profile[], most: number, step: (pairs: number) => void) {
  const doors = { db, compiled: keepCompiledPathways(), requirements: keepCompiledRequirements() };
  const seen = new Map<string, Sight>();
  for (const [at, profile] of profiles.entries()) {
    for (const { vacancy, verdict, score } of await bestVacancies(doors, new Person(profile, MATCH_DAY), most))
      if (verdict === 'eligible' || verdict === 'possible') seen.set(key(at, vacancy.id), { verdict, score });
    step(most);
  }
  return seen;
}

/** Every pair that employers see. */
async function seenByEmployers(db: Db, placed: readonly Placed[], workers: number) {
  const seen = new Map<string, Sight>();
  for (const one of placed)
    for (const { profile, verdict, score } of await rankWorkers(db, one, workers))
      seen.set(key(placeOf(profile), one.vacancy.id), { verdict, score });
  return seen;
}

const said = (sight: Sight) => (sight ? `${sight.verdict} ${sight.score}` : 'no match');

export type Agreement = { pairs: number; matches: number; differences: string[] };

/** Shows every worker every vacancy and the other way round, on an empty database; what the two sides, or a naive reading of the contract, see otherwise. */
export async function seeFromBothSides(
  db: Db,
  size: Size,
  step: (pairs: number) => void = () => undefined,
): Promise<Agreement> {
  const { pathways, profiles, vacancies } = market(size);
  await importAll(db, pathways);
  await storeVacancies(db, vacancies);
  await storePeople(db, profiles);
  const byId = new Map(pathways.map((pathway): [string, Pathway] => [pathway.id, pathway]));
  const placed = vacancies.flatMap((vacancy): Placed[] => {
    const pathway = byId.get(vacancy.pathway);
    return pathway ? [{ pathway, vacancy, on: MATCH_DAY }] : [];
  });
  const worker = await seenByWorkers(db, profiles, vacancies.length, step);
  const employer = await seenByEmployers(db, placed, profiles.length);
  const differences: string[] = [];
  for (const [at, profile] of profiles.entries())
    for (const { pathway, vacancy } of placed) {
      const pair = key(at, vacancy.id);
      const [ours, theirs] = [worker.get(pair), employer.get(pair)];
      const naive = matchOn(pathway, vacancy, profile, MATCH_DAY);
      if (said(ours) !== said(theirs) || (ours?.verdict ?? 'ineligible') !== naive)
        differences.push(
          `${pair}: ${said(ours)} to the worker, ${said(theirs)} to the employer, ${naive} by the naive reading`,
        );
    }
  return { pairs: profiles.length * placed.length, matches: worker.size, differences };
}
