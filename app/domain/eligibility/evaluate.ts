import type { Pathway, PersonCriterion, RuleOver, Source } from '../documents/index.ts';
import { ask, keyOf } from '../rule/ask.ts';
import { decideAt, layOut, type Row } from '../rule/compile.ts';
import type { Question } from '../rule/fact.ts';
import type { Finding } from '../rule/finding.ts';
import { everyPart, type Judged, judgeAt, scoreOf } from '../rule/judge.ts';
import type { Shown } from '../rule/measure.ts';
import type { Person } from '../rule/person.ts';
import type { Score } from '../rule/points.ts';
import { type Asked, Questions } from '../rule/questions.ts';
import { isCriterion } from '../rule/rule.ts';
import { askInEffect, isInEffect } from './in-effect.ts';
import { askOrigin, type OriginCriterion, originOf } from './origin.ts';

/** What a pathway's rules come to for a person; only a pathway in effect has one. */
export type Verdict = 'eligible' | 'possible' | 'ineligible';

export const VERDICTS = { met: 'eligible', unknown: 'possible', unmet: 'ineligible' } as const satisfies Record<
  Finding,
  Verdict
>;

/** A criterion of the pathway's own rule, or the implied one. */
export type PathwayCriterion = PersonCriterion | OriginCriterion;
export type JudgedPathway = Judged<PathwayCriterion>;

/** A pathway's rules made ready, once for each version of the document, to be asked of many persons. */
export type CompiledPathway = {
  pathway: Pathway;
  /** Only whether: as fast as it goes. Null where the pathway is not in effect on the person's day. */
  verdict(person: Person): Verdict | null;
  /** Every criterion and what it comes to, whether in effect or not. */
  judge(person: Person): JudgedPathway;
  /** The value that a criterion of the rule found; null where none is stated. */
  found(criterion: PathwayCriterion, person: Person): Shown | null;
};

/** The rule of a pathway: what its document says, and before it the implied criterion. */
export function ruleOf(pathway: Pathway): RuleOver<PathwayCriterion> {
  const origin = originOf(pathway);
  return origin === undefined ? pathway.eligibility : { all: [origin, pathway.eligibility] };
}

/** Where a rule asks, as far as an answer depends on it. */
type Place = Pick<Pathway, 'destination'> & { pathway: string };

/** What is known of a criterion whoever is asked; undefined: that depends. */
export type Settled = (criterion: PathwayCriterion, place: Place) => Finding | undefined;

/** The questions of a rule's criteria. */
function questionsOf(
  place: Place,
  questions: Questions,
  settled: Settled | undefined,
): (criterion: PathwayCriterion) => Asked {
  return (criterion) => {
    const known = settled?.(criterion, place);
    if (known !== undefined) return questions.keep(known, () => ({ finding: () => known, found: () => null }));
    return criterion.fact === 'origin'
      ? questions.keep(JSON.stringify(criterion), () => askOrigin(criterion))
      : questions.keep(keyOf(criterion, place), () => ask(criterion, place));
  };
}

/** A rule made ready to be asked of many persons: where it begins in a row, and the value that one of its criteria found; null where none is stated. */
export type CompiledRule = {
  rule: RuleOver<PathwayCriterion>;
  row: Row;
  at: number;
  found(criterion: PathwayCriterion, person: Person): Shown | null;
};

/** Makes a rule ready among others: what several of them ask of a person is asked once. */
export function compileRule(
  rule: RuleOver<PathwayCriterion>,
  { place, questions, settled }: { place: Place; questions: Questions; settled?: Settled },
): CompiledRule {
  const askedBy = questionsOf(place, questions, settled);
  const { row } = questions;
  const at = layOut(rule, row, (criterion) => askedBy(criterion).at);
  const known = new Map<PathwayCriterion, Question>();
  const questionOf = (criterion: PathwayCriterion): Question => {
    const question = known.get(criterion) ?? askedBy(criterion).question;
    known.set(criterion, question);
    return question;
  };
  return { rule, row, at, found: (criterion, person) => questionOf(criterion).found(person) };
}

/** Makes pathways ready together: what several of them ask of a person is asked once. The documents are ones that their schema accepted. */
export function pathwayCompiler(questions = new Questions()): (pathway: Pathway) => CompiledPathway {
  return (pathway) => {
    const place = { destination: pathway.destination, pathway: pathway.id };
    const { at: inEffect } = questions.keep(JSON.stringify(pathway.effective), () => askInEffect(pathway));
    const { rule, row, at, found } = compileRule(ruleOf(pathway), { place, questions });
    return {
      pathway,
      // Reads the row itself: of thousands of pathways, each thing on the way costs more than what is decided.
      verdict: (person) => {
        const answers = person.answersTo(questions);
        return answers.to(inEffect) === 'met' ? VERDICTS[decideAt(row, at, answers)] : null;
      },
      judge: (person) => judgeAt(rule, row, at, person.answersTo(questions)),
      found,
    };
  };
}

/** Makes the rules of one pathway ready. */
export const compilePathway = (pathway: Pathway): CompiledPathway => pathwayCompiler()(pathway);

/** One criterion, answered: what is required, what was found (null: not stated, or there is none), and where it is written. */
export type Answer = {
  criterion: PathwayCriterion;
  finding: Finding;
  found: Shown | null;
  source: Source | null;
};

/** What a pathway comes to for a person, with every criterion and points test in the order of the document. */
export type Assessment = {
  pathway: Pathway;
  verdict: Verdict | null;
  judged: JudgedPathway;
  answers: readonly Answer[];
  scores: readonly Score[];
};

/** Where a criterion is written; null where its document does not say. */
function sourceOf({ sources }: Pathway, criterion: PathwayCriterion): Source | null {
  const cite = criterion.fact === 'origin' ? undefined : criterion.cite;
  return sources.find(({ id }) => id === cite) ?? null;
}

/** Every criterion of a rule, in the order of the document, answered; the sources that it cites are its pathway's. */
export function answersOf(
  { pathway, found }: Pick<CompiledPathway, 'pathway' | 'found'>,
  judged: JudgedPathway,
  person: Person,
): Answer[] {
  return everyPart(judged).flatMap(({ rule, finding }) =>
    isCriterion(rule)
      ? [{ criterion: rule, finding, found: found(rule, person), source: sourceOf(pathway, rule) }]
      : [],
  );
}

/** Asks a pathway of a person, every criterion, also below an `any` that is met already. */
export function assess(compiled: CompiledPathway, person: Person): Assessment {
  const { pathway } = compiled;
  const judged = compiled.judge(person);
  return {
    pathway,
    verdict: isInEffect(pathway, person.on) ? VERDICTS[judged.finding] : null,
    judged,
    answers: answersOf(compiled, judged, person),
    scores: everyPart(judged).flatMap((part) => scoreOf(part) ?? []),
  };
}
