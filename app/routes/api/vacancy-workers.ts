import { DEFAULT_MATCHES, MOST_MATCHES } from '../../domain/documents/index.ts';
import {
  apiCall,
  badQuery,
  conflict,
  forbiddenProblem,
  notFoundProblem,
  personalJson,
  readCount,
} from '../../server/api.server.ts';
import { criteriaAnswer, reasonsAnswer } from '../../server/match-answer.server.ts';
import { findWorkers } from '../../use-cases/matching/find-workers.ts';

/** The employer's best workers, anonymous, of those who agreed to be found. */
export const loader = apiCall(async ({ request, params, context }) => {
  const id = params['id'] ?? '';
  const range = { least: 1, most: MOST_MATCHES, absent: DEFAULT_MATCHES };
  const limit = readCount(new URL(request.url).searchParams, 'limit', range);
  if (limit.bad.length > 0) return badQuery(limit.bad);
  const found = await findWorkers(context, context.who, { vacancy: id, on: context.today(), limit: limit.value });
  switch (found.outcome) {
    case 'missing':
      return notFoundProblem(`There is no vacancy "${id.slice(0, 80)}".`);
    case 'forbidden':
      return forbiddenProblem('Workers are shown to the employer whose vacancy it is.');
    case 'not-open':
      return conflict('The vacancy is not open now: workers are found for one that is.');
    case 'found':
      return personalJson({
        workers: found.matches.map(({ person, verdict, score, parts, answers, profile, example }) => ({
          ...{ id: person, verdict, score, profile, example },
          ...{ reasons: reasonsAnswer(parts, context.labels), criteria: criteriaAnswer(answers, context.labels) },
        })),
      });
  }
});
