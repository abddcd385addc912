import type { Answer } from '../domain/eligibility/evaluate.ts';
import type { ScorePart } from '../domain/matching/score.ts';
import type { CodeNames } from '../i18n/change.ts';
import { criterionText } from '../i18n/criterion.ts';
import { partText } from '../i18n/score-part.ts';

/** Criteria as calls answer them: what each asks, what it comes to, what was found, and where it is written. */
export const criteriaAnswer = (answers: readonly Answer[], names: Pick<CodeNames, 'occupation'>) =>
  answers.map(({ criterion, finding, found, source }) => {
    const { id, fact, ...asked } = criterion;
    const { label: _label, cite: _cite, ...required } = { label: undefined, cite: undefined, ...asked };
    return { id, fact, finding, label: criterionText(criterion, names), required, found, source };
  });

/** The parts of a score as calls answer them, each with its reason in words. */
export const reasonsAnswer = (parts: readonly ScorePart[], names: Pick<CodeNames, 'occupation'>) =>
  parts.map((part) => ({ ...part, label: partText(part, names) }));
