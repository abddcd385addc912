import { expect, it } from 'vitest';
import { score } from '../../app/domain/matching/score.ts';
import { makeSeekers, makeVacancies } from '../../app/domain/population/labour-market.ts';
import { rankWorkers } from '../../db/queries/found-worker.ts';
import { freshDatabase } from '../support/database.ts';
import { aPathway } from '../support/documents.ts';
import { MATCH_DAY, seeFromBothSides } from '../support/match-pairs.ts';
import { matchOn } from '../support/naive/match.ts';
import { idAt, storePeople } from '../support/stored-people.ts';

it('shows the worker and the employer of every pair one verdict and one score', { timeout: 240_000 }, async () => {
  const { db } = await freshDatabase();
  const { pairs, matches, differences } = await seeFromBothSides(db, { workers: 50, vacancies: 50, seed: 4 });
  expect(differences).toEqual([]);
  expect(pairs).toBe(2_500);
  expect(matches).toBeGreaterThan(100);
});

it('ranks the workers that judging and scoring every single one does, equals by chance', async () => {
  const { db } = await freshDatabase();
  const pathway = aPathway({
    origins: 'any',
    eligibility: {
      any: [
        { id: 'schooled', fact: 'education', gte: 4 },
        { id: 'qualified', fact: 'qualification', gte: 'held' },
      ],
    },
  });
  const making = { seed: 9, on: MATCH_DAY };
  const profiles = makeSeekers([pathway], { ...making, count: 1_500 });
  await storePeople(db, profiles);
  for (const vacancy of makeVacancies([pathway], { ...making, count: 6 })) {
    const ranked = await rankWorkers(db, { pathway, vacancy, on: MATCH_DAY }, 1_000);
    const all = profiles.map((profile, at) => ({
      profile: idAt(at),
      verdict: matchOn(pathway, vacancy, profile, MATCH_DAY),
      score: score(profile, vacancy, MATCH_DAY).score,
    }));
    const rankOf = ({ verdict, score: points }: (typeof all)[number]) =>
      `${verdict} ${String(points).padStart(3, '0')}`;
    const of = (verdict: string) =>
      all
        .filter((one) => one.verdict === verdict)
        .map(rankOf)
        .sort()
        .reverse();
    expect(ranked.map(rankOf)).toEqual([...of('eligible'), ...of('possible')].slice(0, 1_000));
    const right = new Map(all.map((one) => [one.profile, rankOf(one)]));
    for (const one of ranked) expect(right.get(one.profile)).toBe(rankOf(one));
  }
});
