import { Inquiry } from '../../domain/documents/index.ts';
import type { Assessment } from '../../domain/eligibility/evaluate.ts';
import { explain } from '../../domain/eligibility/explain.ts';
import type { CodeNames } from '../../i18n/change.ts';
import { apiCall, personalJson } from '../../server/api.server.ts';
import { badBody, readBody } from '../../server/body.server.ts';
import { criteriaAnswer } from '../../server/match-answer.server.ts';
import { assessProfile } from '../../use-cases/assess-profile.ts';

/** What decides the verdict, by the ids of criteria: `obstacles`, `open` or `grounds`. */
function decisiveIds(assessment: Assessment) {
  const explanation = explain(assessment);
  if (explanation === undefined) return {};
  const { verdict: _verdict, ...decisive } = explanation;
  return Object.fromEntries(Object.entries(decisive).map(([key, criteria]) => [key, criteria.map(({ id }) => id)]));
}

function resultOf(assessment: Assessment, names: Pick<CodeNames, 'occupation'>) {
  const { pathway, verdict, answers, scores } = assessment;
  return {
    pathway: pathway.id,
    name: pathway.name,
    status: pathway.status,
    verdict,
    ...(scores.length > 0 && { points: scores }),
    ...decisiveIds(assessment),
    criteria: criteriaAnswer(answers, names),
  };
}

export const action = apiCall(async ({ request, context }) => {
  const read = await readBody(request, Inquiry);
  if (!read.ok) return read.response;
  const inquiry = { ...read.body, on: read.body.on ?? context.today() };
  const assessed = await assessProfile(context, inquiry);
  if (!assessed.ok) return badBody(assessed.problems);
  return personalJson({ on: inquiry.on, results: assessed.assessments.map((one) => resultOf(one, context.labels)) });
});
