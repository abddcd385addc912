import { listPostings } from '../../../db/queries/vacancy.ts';
import {
  checkProfile,
  DEFAULT_MATCHES,
  type MatchInquiry,
  type Problem,
  type Vacancy,
} from '../../domain/documents/index.ts';
import { type AssessedMatch, matchAssessor } from '../../domain/matching/match.ts';
import { type MatchScore, scoreOf } from '../../domain/matching/score.ts';
import { workerTerms } from '../../domain/matching/worker-terms.ts';
import { Person } from '../../domain/rule/person.ts';
import { type MatchDoors, openRequirements } from './open-requirements.ts';
import { rankVacancies } from './rank-vacancies.ts';

/** A vacancy that somebody may take, how well it fits, and every criterion. */
export type VacancyMatch = { vacancy: Vacancy } & AssessedMatch & MatchScore;

export type Matched = { ok: true; matches: VacancyMatch[] } | { ok: false; problems: Problem[] };

/** The best vacancies for somebody that are open to her or may be, eligible before possible, each of these by score, then id. */
export async function bestVacancies(doors: MatchDoors, person: Person, limit: number): Promise<VacancyMatch[]> {
  const { db } = doors;
  const { open, pathways } = await openRequirements(doors, person);
  const worker = workerTerms(person.profile, person.on);
  const best = (requirements: readonly number[]) => rankVacancies(db, worker, { requirements, limit });
  const [eligible, possible] = await Promise.all([best(open.eligible), best(open.possible)]);
  const ids = [...eligible, ...possible].slice(0, limit).map(({ id }) => id);
  const vacancies = new Map((await listPostings(db, ids)).map(({ vacancy }) => [vacancy.id, vacancy]));
  const assess = matchAssessor();
  return ids.flatMap((id) => {
    const vacancy = vacancies.get(id);
    const pathway = vacancy && pathways.get(vacancy.pathway);
    return pathway ? [{ vacancy, ...assess(pathway, vacancy, person), ...scoreOf(worker, vacancy) }] : [];
  });
}

/** Likewise, of an inquiry. */
export async function matchVacancies(
  doors: MatchDoors,
  { profile, on, limit = DEFAULT_MATCHES }: MatchInquiry & { on: string },
): Promise<Matched> {
  const wrong = checkProfile(profile, on).map(({ path, ...rest }) => ({ path: `/profile${path}`, ...rest }));
  if (wrong.length > 0) return { ok: false, problems: wrong };
  return { ok: true, matches: await bestVacancies(doors, new Person(profile, on), limit) };
}
