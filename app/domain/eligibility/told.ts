import type { Finding } from '../rule/finding.ts';
import { type Judged, scoreOf } from '../rule/judge.ts';
import type { Score } from '../rule/points.ts';
import { isCriterion } from '../rule/rule.ts';
import type { JudgedPathway, PathwayCriterion } from './evaluate.ts';

/** A part of a rule as people would tell it, with what it came to. */
export type Told = { finding: Finding } & (
  | { form: 'criterion'; criterion: PathwayCriterion }
  | { form: 'all' | 'any' | 'none'; parts: readonly Told[] }
  | { form: 'atLeast'; needed: number; have: number; parts: readonly Told[] }
  | { form: 'points'; score: Score }
);

/** What a choice or a count of parts turns on, by what it came to: those that carry it, that could, or that fall short. */
const CARRYING: Record<Finding, (finding: Finding) => boolean> = {
  met: (finding) => finding === 'met',
  unknown: (finding) => finding === 'unknown',
  unmet: (finding) => finding !== 'met',
};
/** Of an exclusion: those that are not so, that could be, or that are. */
const EXCLUDED: Record<Finding, Finding> = { met: 'unmet', unknown: 'unknown', unmet: 'met' };

/** The parts that matter to what a rule came to: what is out of a choice can no longer help. */
const telling = ({ rule, finding, parts }: JudgedPathway): readonly JudgedPathway[] =>
  parts.filter((part) => ('none' in rule ? part.finding === EXCLUDED[finding] : CARRYING[finding](part.finding)));

const NO_SCORE: Score = { lowest: 0, highest: 0, pass: 0 };

function tell(judged: JudgedPathway): Told {
  const { rule, finding, parts } = judged;
  if (isCriterion(rule)) return { finding, form: 'criterion', criterion: rule };
  if ('points' in rule) return { finding, form: 'points', score: scoreOf(judged) ?? NO_SCORE };
  const told = telling(judged).map(tell);
  const [only, ...others] = told;
  if (only !== undefined && others.length === 0 && ('all' in rule || 'any' in rule)) return only;
  if ('atLeast' in rule) {
    const have = parts.filter((part) => part.finding === 'met').length;
    return { finding, form: 'atLeast', needed: rule.atLeast, have, parts: told };
  }
  return { finding, form: 'all' in rule ? 'all' : 'any' in rule ? 'any' : 'none', parts: told };
}

/** The parts of nested conjunctions that came to the same as the whole. */
function* decidingParts(judged: Judged<PathwayCriterion>): Generator<JudgedPathway> {
  if (!('all' in judged.rule)) yield judged;
  else for (const part of judged.parts) if (part.finding === judged.finding) yield* decidingParts(part);
}

/**
 * What decides about a pathway, told from the top: each condition that is not met, or not known yet, or that all are met. A choice, a
 * count or a points test stands as one condition.
 */
export const tellDeciding = (judged: JudgedPathway): Told[] => [...decidingParts(judged)].map(tell);
