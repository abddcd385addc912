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
  | { finding: Finding; when: FindingNode; needed: FindingNode }
  | { finding: Finding; score: Score; items: readonly PointsItem[] };

type Item = { id: string; points: number; label?: Text | undefined };
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
    ...{ id: criterion.id, finding, words: criterionText(criterion, names) },
    ...(told !== undefined && { found: told }),
    ...(source && { source }),
  };
}

type Alternatives<Part> = { parts: readonly Part[]; exclusion(part: Part): readonly Part[] | undefined };

/** «Not A, or B» is how a rule says «if A, then B»: people say the latter. */
function conditional<Part>({ parts, exclusion }: Alternatives<Part>): { when: Part; needed: Part } | undefined {
  const [one, other, ...more] = parts;
  if (one === undefined || other === undefined || more.length > 0) return undefined;
  const [excluded, needed] = exclusion(one) ? [exclusion(one), other] : [exclusion(other), one];
  const [when, ...others] = excluded ?? [];
  return when !== undefined && others.length === 0 ? { when, needed } : undefined;
}

const excludedIn = ({ rule, parts }: JudgedPathway) => ('none' in rule ? parts : undefined);
const toldExcludedIn = (told: Told) => (told.form === 'none' ? told.parts : undefined);

type Group =
  | { form: 'all' | 'any' | 'none'; parts: readonly unknown[] }
  | { form: 'atLeast'; needed: number; have: number; parts: readonly unknown[] };

/** What stands above the parts of a rule. */
function introOf(group: Group): readonly [MessageId, Values] {
  if (group.form === 'atLeast') return ['rule.atLeastFound', { needed: group.needed, have: group.have }];
  return [`rule.${group.form}`, { count: group.parts.length }];
}

function pointsNode(judged: JudgedPathway, parts: readonly FindingNode[], items: readonly Item[]): FindingNode {
  const score = scoreOf(judged) ?? { lowest: 0, highest: 0, pass: 0 };
  const told = parts.flatMap((part, at): PointsItem[] => {
    const item = items[at];
    return item ? [{ id: item.id, points: item.points, ...(item.label && { label: item.label }), part }] : [];
  });
  return { finding: judged.finding, score, items: told };
}

function nodeOf(judged: JudgedPathway, say: Say): FindingNode {
  const { rule, finding } = judged;
  if ('fact' in rule) return { line: lineOf(rule, say) };
  const condition = 'any' in rule ? conditional({ parts: judged.parts, exclusion: excludedIn }) : undefined;
  if (condition) return { finding, when: nodeOf(condition.when, say), needed: nodeOf(condition.needed, say) };
  const parts = judged.parts.map((part) => nodeOf(part, say));
  if ('points' in rule) return pointsNode(judged, parts, rule.points.items);
  if ('atLeast' in rule) {
    const have = judged.parts.filter((part) => part.finding === 'met').length;
    return { finding, intro: introOf({ form: 'atLeast', needed: rule.atLeast, have, parts }), or: false, parts };
  }
  const form = 'all' in rule ? 'all' : 'any' in rule ? 'any' : 'none';
  return { finding, intro: introOf({ form, parts }), or: form === 'any', parts };
}

type Judgement = Pick<Assessment, 'pathway' | 'answers' | 'judged'>;

const sayOf = ({ pathway, answers }: Judgement, speech: Speech, names: CodeNames): Say => ({
  answers: new Map(answers.map((answer) => [answer.criterion, answer])),
  ...{ sources: pathway.sources, speech, names },
});

/** Every rule of a pathway with its finding, the parts of an outermost «all of» as a list. */
export function findingNodes(assessment: Judgement, speech: Speech, names: CodeNames): FindingNode[] {
  const flat = (judged: JudgedPathway): JudgedPathway[] =>
    'all' in judged.rule ? judged.parts.flatMap(flat) : [judged];
  const say = sayOf(assessment, speech, names);
  return flat(assessment.judged).map((judged) => nodeOf(judged, say));
}

function toldNode(told: Told, say: Say): FindingNode {
  const { finding } = told;
  if (told.form === 'criterion') return { line: lineOf(told.criterion, say) };
  if (told.form === 'points') return { finding, score: told.score, items: [] };
  const condition = told.form === 'any' ? conditional({ parts: told.parts, exclusion: toldExcludedIn }) : undefined;
  if (condition) return { finding, when: toldNode(condition.when, say), needed: toldNode(condition.needed, say) };
  const parts = told.parts.map((part) => toldNode(part, say));
  return { finding, intro: introOf(told), or: told.form === 'any', parts };
}

/** What decides about a pathway, as people would tell it: a choice, a count or a points test as one condition. */
export function decidingNodes(assessment: Assessment, speech: Speech, names: CodeNames): FindingNode[] {
  const say = sayOf(assessment, speech, names);
  return tellDeciding(assessment.judged).map((told) => toldNode(told, say));
}
