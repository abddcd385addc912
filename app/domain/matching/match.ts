import type { Pathway, PersonRule, RuleOver, Vacancy } from '../documents/index.ts';
import {
  type Answer,
  answersOf,
  type CompiledRule,
  compileRule,
  type JudgedPathway,
  type PathwayCriterion,
  ruleOf,
  type Settled,
  VERDICTS,
  type Verdict,
} from '../eligibility/evaluate.ts';
import { isInEffect } from '../eligibility/in-effect.ts';
import { ask, keyOf } from '../rule/ask.ts';
import { decideAt } from '../rule/compile.ts';
import { personFacts } from '../rule/facts.ts';
import type { Finding } from '../rule/finding.ts';
import { judgeAt } from '../rule/judge.ts';
import { Person } from '../rule/person.ts';
import { Questions } from '../rule/questions.ts';
import { criteriaOf } from '../rule/walk.ts';
import { asOffer, type OfferedWork, offered } from '../vacancy/as-offer.ts';

/** A vacancy as far as it turns on it what is required of whoever takes it. */
export type RequiringVacancy = OfferedWork & Pick<Vacancy, 'pathway' | 'requires'>;

/** Where each of the two rules of a match is asked: *here* and *this pathway* are the vacancy's in what it requires. */
export type PlacedRule = { rule: RuleOver<PathwayCriterion>; place: { destination: string; pathway: string } };

const NOTHING: PersonRule = { all: [] };

const lawOf = (pathway: Pathway): PlacedRule => ({
  rule: ruleOf(pathway),
  place: { destination: pathway.destination, pathway: pathway.id },
});

const ownRuleOf = ({ requires = NOTHING, destination, pathway }: RequiringVacancy): PlacedRule => ({
  rule: requires,
  place: { destination, pathway },
});

/** What is required of whoever takes a vacancy: the rules of its pathway, and its own. */
export const rulesOf = (pathway: Pathway, vacancy: RequiringVacancy): PlacedRule[] => [
  lawOf(pathway),
  ownRuleOf(vacancy),
];

const WORST_FIRST = ['unmet', 'unknown', 'met'] as const satisfies readonly Finding[];

/** The worst of findings; of none: met. */
export const worst = (findings: readonly Finding[]): Finding =>
  WORST_FIRST.find((finding) => findings.includes(finding)) ?? 'met';

/** Whether a criterion asks for nothing but the offer, which in a match is the vacancy, whoever the person is. */
export const asksForOffer = (criterion: PathwayCriterion): boolean =>
  criterion.fact !== 'origin' && personFacts[criterion.fact].subject === 'offer';

/** What is asked of the offer is settled by the vacancy for everybody, on every day. */
export function settledBy(vacancy: OfferedWork): Settled {
  const anybody = new Person({ type: 'profile', offer: asOffer(vacancy) }, '');
  return (criterion, place) =>
    criterion.fact === 'origin' || !asksForOffer(criterion) ? undefined : ask(criterion, place).finding(anybody);
}

/** What the criteria of a rule that ask for the offer come to, as text: by no more than this does a rule of one vacancy differ from that of another. */
export const settlementsOf = ({ rule, place }: PlacedRule, settled: Settled): string[] =>
  criteriaOf<PathwayCriterion>(rule).flatMap((criterion) => {
    const finding = settled(criterion, place);
    return finding === undefined || criterion.fact === 'origin' ? [] : [`${keyOf(criterion, place)} ${finding}`];
  });

/** A rule made ready: only what it comes to. */
export type Asked = (person: Person) => Finding;

/** What a vacancy requires made ready: the rule of its pathway, one and the same for all vacancies that settle it alike, and its own. */
export type CompiledMatch = { law: Asked; own: Asked };

/** Makes what vacancies require ready together; whoever is asked is asked as she is, her own offer replaced by each vacancy. */
export function matchCompiler(
  questions = new Questions(),
): (pathway: Pathway, vacancy: RequiringVacancy) => CompiledMatch {
  const laws = new WeakMap<Pathway, Map<string, Asked>>();
  const compile = ({ rule, place }: PlacedRule, settled: Settled): Asked => {
    const { row, at } = compileRule(rule, { place, questions, settled });
    return (person) => decideAt(row, at, person.answersTo(questions));
  };
  const lawFor = (pathway: Pathway, settled: Settled): Asked => {
    const law = lawOf(pathway);
    const known = laws.get(pathway) ?? new Map<string, Asked>();
    laws.set(pathway, known);
    const key = settlementsOf(law, settled).join('\n');
    const made = known.get(key) ?? compile(law, settled);
    known.set(key, made);
    return made;
  };
  return (pathway, vacancy) => {
    const settled = settledBy(vacancy);
    return { law: lawFor(pathway, settled), own: compile(ownRuleOf(vacancy), settled) };
  };
}

/** What a match comes to for a person, with every rule and criterion of the pathway, then of the vacancy. */
export type AssessedMatch = {
  verdict: Verdict | null;
  pathway: Pathway;
  judged: readonly JudgedPathway[];
  answers: readonly Answer[];
};

type ReadyRule = CompiledRule & { questions: Questions };

function readyRule({ rule, place }: PlacedRule): ReadyRule {
  const questions = new Questions();
  return { ...compileRule(rule, { place, questions }), questions };
}

const judgeReady = ({ rule, row, at, questions }: ReadyRule, person: Person) =>
  judgeAt(rule, row, at, person.answersTo(questions));

/** Asks what vacancies require of persons; the rules of each pathway and each vacancy are made ready once, and kept no longer than these. */
export function matchAssessor(): (pathway: Pathway, vacancy: RequiringVacancy, whoever: Person) => AssessedMatch {
  const known = new WeakMap<Pathway | RequiringVacancy, ReadyRule>();
  const ready = (of: Pathway | RequiringVacancy, rule: PlacedRule): ReadyRule => {
    const made = known.get(of) ?? readyRule(rule);
    known.set(of, made);
    return made;
  };
  return (pathway, vacancy, { profile, on }) => {
    const person = new Person(offered(profile, vacancy), on);
    const rules = [ready(pathway, lawOf(pathway)), ready(vacancy, ownRuleOf(vacancy))];
    const judged = rules.map((rule) => ({ rule, is: judgeReady(rule, person) }));
    return {
      ...{ verdict: isInEffect(pathway, on) ? VERDICTS[worst(judged.map(({ is }) => is.finding))] : null, pathway },
      judged: judged.map(({ is }) => is),
      answers: judged.flatMap(({ rule, is }) => answersOf({ pathway, found: rule.found }, is, person)),
    };
  };
}

/** Asks what a vacancy requires of a person as if it were her offer (documents.md, «Vacancy»); null: its pathway is not in effect. */
export const assessMatch = (pathway: Pathway, vacancy: RequiringVacancy, person: Person): AssessedMatch =>
  matchAssessor()(pathway, vacancy, person);
