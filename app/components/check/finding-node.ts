import type { Source, Text } from '../../domain/documents/index.ts';
import type { Answer, Assessment, JudgedPathway, PathwayCriterion } from '../../domain/eligibility/evaluate.ts';
import { type Told, tellDeciding } from '../../domain/eligibility/told.ts';
import type { Finding } from '../../domain/rule/finding.ts';
import { scoreOf } from '../../domain/rule/judge.ts';
import type { Score } from '../../domain/rule/points.ts';
import type { CodeNames } from '../../i18n/change.ts';
import type { Speech } from '../../i18n/context.tsx';
import { criterionText, foundWords } from '../../i18n/criterion.ts';
import type { MessageId, Values } from '../../i18n/translate.ts';
import { type SourceMark, sourceMark } from '../ui/Source.tsx';

/** A criterion answered, in words. */
export type FindingLine = {
  id: string;
  finding: Finding;
  words: Text;
  /** What was found, in the reader's language; absent where nothing was told, or it says no more than the finding. */
  found?: string;
  source?: SourceMark;
};

/** A rule and what each of its parts comes to. */
export type FindingNode =
  | { line: FindingLine }
  | { finding: Finding; intro: readonly [MessageId, Values]; or: boolean; parts: readonly FindingNode[] }
  | { finding: Finding; score: Score; items: readonly PointsItem[] };

type PointsItem = { id: string; points: number; label?: Text; part: FindingNode };

type Say = {
  answers: ReadonlyMap<PathwayCriterion, Answer>;
  sources: readonly Source[];
  speech: Speech;
  names: CodeNames;
};

function lineOf(criterion: PathwayCriterion, { answers, sources, speech, names }: Say): FindingLine {
  const { finding, found } = answers.get(criterion) ?? { finding: 'unknown' as const, found: null };
  const told = found === null ? undefined : foundWords(criterion, found, speech, names);
  const source = criterion.fact === 'origin' ? undefined : sourceMark(criterion.cite, sources);
  return {
    ...{ id: criterion.id, finding, words: criterionText(criterion) },
    ...(told !== undefined && { found: told }),
    ...(source && { source }),
  };
}

type Group =
  | { form: 'all' | 'any' | 'none'; parts: readonly unknown[] }
  | { form: 'atLeast'; needed: number; have: number; parts: readonly unknown[] };

/** What stands above the parts of a rule. */
function introOf(group: Group): readonly [MessageId, Values] {
  if (group.form === 'atLeast') return ['rule.atLeastFound', { needed: group.needed, have: group.have }];
  return [`rule.${group.form}`, { count: group.parts.length }];
}

function nodeOf(judged: JudgedPathway, say: Say): FindingNode {
  const { rule, finding } = judged;
  const parts = () => judged.parts.map((part) => nodeOf(part, say));
  if ('fact' in rule) return { line: lineOf(rule, say) };
  if ('all' in rule) return { finding, intro: ['rule.all', {}], or: false, parts: parts() };
  if ('any' in rule) return { finding, intro: ['rule.any', {}], or: true, parts: parts() };
  if ('none' in rule) return { finding, intro: ['rule.none', { count: rule.none.length }], or: false, parts: parts() };
  if ('atLeast' in rule)
    return { finding, intro: ['rule.atLeast', { count: rule.atLeast }], or: false, parts: parts() };
  const score = scoreOf(judged) ?? { lowest: 0, highest: 0, pass: rule.points.pass };
  const items = parts().flatMap((part, at): PointsItem[] => {
    const item = rule.points.items[at];
    return item ? [{ id: item.id, points: item.points, ...(item.label && { label: item.label }), part }] : [];
  });
  return { finding, score, items };
}

const sayOf = ({ pathway, answers }: Assessment, speech: Speech, names: CodeNames): Say => ({
  answers: new Map(answers.map((answer) => [answer.criterion, answer])),
  ...{ sources: pathway.sources, speech, names },
});

/** Every rule of a pathway with its finding, the parts of an outermost «all of» as a list. */
export function findingNodes(assessment: Assessment, speech: Speech, names: CodeNames): FindingNode[] {
  const flat = (judged: JudgedPathway): JudgedPathway[] =>
    'all' in judged.rule ? judged.parts.flatMap(flat) : [judged];
  const say = sayOf(assessment, speech, names);
  return flat(assessment.judged).map((judged) => nodeOf(judged, say));
}

function toldNode(told: Told, say: Say): FindingNode {
  const { finding } = told;
  if (told.form === 'criterion') return { line: lineOf(told.criterion, say) };
  if (told.form === 'points') return { finding, score: told.score, items: [] };
  const parts = told.parts.map((part) => toldNode(part, say));
  return { finding, intro: introOf(told), or: told.form === 'any', parts };
}

/** What decides about a pathway, as people would tell it: a choice, a count or a points test as one condition. */
export function decidingNodes(assessment: Assessment, speech: Speech, names: CodeNames): FindingNode[] {
  const say = sayOf(assessment, speech, names);
  return tellDeciding(assessment.judged).map((told) => toldNode(told, say));
}
