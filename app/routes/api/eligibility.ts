import { Inquiry } from '../../domain/documents/index.ts';
import type { Assessment } from '../../domain/eligibility/evaluate.ts';
import { explain } from '../../domain/eligibility/explain.ts';
import { criterionText } from '../../i18n/criterion.ts';
import { apiCall, personalJson } from '../../server/api.server.ts';
import { badBody, readBody } from '../../server/body.server.ts';
import { assessProfile } from '../../use-cases/assess-profile.ts';

/** What decides the verdict, by the ids of criteria: `obstacles`, `open` or `grounds`. */
function decisiveIds(assessment: Assessment) {
  const explanation = explain(assessment);
  if (explanation === undefined) return {};
  const { verdict: _verdict, ...decisive } = explanation;
  return Object.fromEntries(Object.entries(decisive).map(([key, criteria]) => [key, criteria.map(({ id }) => id)]));
}

function resultOf(assessment: Assessment) {
  const { pathway, verdict, answers, scores } = assessment;
  return {
    pathway: pathway.id,
    name: pathway.name,
    status: pathway.status,
    verdict,
    ...(scores.length > 0 && { points: scores }),
    ...decisiveIds(assessment),
    criteria: answers.map(({ criterion, finding, found, source }) => {
      const { id, fact, ...asked } = criterion;
      const { label: _label, cite: _cite, ...required } = { label: undefined, cite: undefined, ...asked };
      return { id, fact, finding, label: criterionText(criterion), required, found, source };
    }),
  };
}

export const action = apiCall(async ({ request, context }) => {
  const read = await readBody(request, Inquiry);
  if (!read.ok) return read.response;
  const inquiry = { ...read.body, on: read.body.on ?? context.today() };
  const assessed = await assessProfile(context, inquiry);
  if (!assessed.ok) return badBody(assessed.problems);
  return personalJson({ on: inquiry.on, results: assessed.assessments.map(resultOf) });
});
