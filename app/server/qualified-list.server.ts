import type { VacancyHit } from '../../search/engine.ts';
import { placeFor, WANTED_KEY } from '../components/vacancy/list-place.ts';
import type { Qualifying } from '../components/vacancy/Qualify.tsx';
import type { VacancyListData } from '../components/vacancy/VacancyList.tsx';
import type { Verdict } from '../domain/eligibility/evaluate.ts';
import { requirementsOf, WANTED, type Wanted } from '../domain/matching/wanted.ts';
import type { OpenRequirements } from '../use-cases/matching/compiled-requirements.ts';
import { openRequirements } from '../use-cases/matching/open-requirements.ts';
import { hasTold, type Seeker } from './seeker.server.ts';
import { countVacancies, type VacancyAsking, vacancyList } from './vacancy-list.server.ts';

/** Which vacancies an address asks for; one that means nothing is told. */
function readWanted(params: URLSearchParams): { wanted: Wanted; bad: VacancyListData['bad'] } {
  const stated = params.get(WANTED_KEY) ?? '';
  const wanted = WANTED.find((one) => one === stated);
  if (wanted !== undefined || stated === '') return { wanted: wanted ?? WANTED[0], bad: [] };
  return { wanted: WANTED[0], bad: [{ key: WANTED_KEY, value: stated, expected: `one of ${WANTED.join(', ')}` }] };
}

function verdictOf({ vacancy: { posting } }: VacancyHit, { eligible, possible }: OpenRequirements): Verdict {
  const { requirement } = posting;
  if (requirement === null) return 'ineligible';
  if (eligible.includes(requirement)) return 'eligible';
  return possible.includes(requirement) ? 'possible' : 'ineligible';
}

/** What a list is drawn from for somebody, each vacancy with what it comes to for her, judged as her matches are. */
export async function qualifiedList(
  seeker: Seeker,
  asking: Omit<VacancyAsking, 'requirements'>,
): Promise<{ list: VacancyListData; qualifying: Qualifying }> {
  const { wanted, bad } = readWanted(asking.params);
  const open = await openRequirements(asking.context, seeker.person);
  const among = (one: Wanted) => {
    const requirements = requirementsOf(one, open);
    return { ...asking, ...(requirements && { requirements }) };
  };
  const { list, hits } = await vacancyList(among(wanted));
  const counts = await Promise.all(
    WANTED.map(
      async (one): Promise<[Wanted, number]> => [
        one,
        one === wanted ? list.total : await countVacancies(among(one), list.search),
      ],
    ),
  );
  const check = seeker.by === 'check' ? seeker.query : undefined;
  return {
    list: { ...list, bad: [...list.bad, ...bad] },
    qualifying: {
      ...{ wanted, place: placeFor(wanted, check), told: hasTold(seeker), counts: Object.fromEntries(counts) },
      verdicts: Object.fromEntries(hits.map((hit) => [hit.vacancy.posting.vacancy.id, verdictOf(hit, open)])),
      ...(seeker.by === 'check' && { check: { query: seeker.query, bad: seeker.bad, forgotten: seeker.forgotten } }),
    },
  };
}
