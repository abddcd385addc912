import { MatchInquiry } from '../../domain/documents/index.ts';
import { apiCall, personalJson } from '../../server/api.server.ts';
import { badBody, readBody } from '../../server/body.server.ts';
import { criteriaAnswer, reasonsAnswer } from '../../server/match-answer.server.ts';
import { matchVacancies } from '../../use-cases/matching/match-vacancies.ts';

export const action = apiCall(async ({ request, context }) => {
  const read = await readBody(request, MatchInquiry);
  if (!read.ok) return read.response;
  const inquiry = { ...read.body, on: read.body.on ?? context.today() };
  const matched = await matchVacancies(context, inquiry);
  if (!matched.ok) return badBody(matched.problems);
  return personalJson({
    on: inquiry.on,
    vacancies: matched.matches.map(({ vacancy, verdict, score, parts, answers }) => ({
      ...{ id: vacancy.id, pathway: vacancy.pathway, title: vacancy.title, verdict, score },
      ...{ reasons: reasonsAnswer(parts, context.labels), criteria: criteriaAnswer(answers, context.labels) },
    })),
  });
});
