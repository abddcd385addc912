import { rankVacancies } from '../../../db/queries/match.ts';
import {
  checkProfile,
  DEFAULT_MATCHES,
  type MatchInquiry,
  type Problem,
  type Vacancy,
} from '../../domain/documents/index.ts';
import type { AssessedMatch } from '../../domain/matching/match.ts';
import { type MatchScore, scoreOf } from '../../domain/matching/score.ts';
import { tiersOf } from '../../domain/matching/tiers.ts';
import { workerTerms } from '../../domain/matching/worker-terms.ts';
import { Person } from '../../domain/rule/person.ts';
import { openOf } from './compiled-requirements.ts';
import { byStanding, type MatchDoors } from './open-requirements.ts';

/** A vacancy that somebody may take, how well it fits, and every criterion. */
export type VacancyMatch = { vacancy: Vacancy } & AssessedMatch & MatchScore;

export type Matched = { ok: true; matches: VacancyMatch[] } | { ok: false; problems: Problem[] };

/** The best vacancies for somebody that are open to her or may be, eligible before possible, each of these by score, then id. */
export function bestVacancies(doors: MatchDoors, person: Person, limit: number): Promise<VacancyMatch[]> {
  const worker = workerTerms(person.profile, person.on);
  const tiers = tiersOf(worker);
  return byStanding(doors, person.on, async ({ ready, pathways }) => {
    const { eligible, possible } = openOf(ready, person);
    const ranked = await rankVacancies(doors.db, worker, { groups: [eligible, possible], tiers, limit });
    return ranked.flatMap(({ vacancy }) => {
      const pathway = pathways.get(vacancy.pathway);
      if (!pathway) return [];
      return [{ vacancy, ...doors.requirements.assess(pathway, vacancy, person), ...scoreOf(worker, vacancy) }];
    });
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
