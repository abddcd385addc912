import type { Pathway } from '../documents/index.ts';
import { type CompiledPathway, type PathwayCriterion, VERDICTS, type Verdict } from '../eligibility/evaluate.ts';
import { isInEffect } from '../eligibility/in-effect.ts';
import { openCriteria } from '../rule/open.ts';
import type { Person } from '../rule/person.ts';
import { type IsPrivate, isPrivateQuestion } from './private.ts';
import { type CheckQuestion, QUESTIONS, questionAbout } from './question.ts';

/** A criterion that could still change the verdict on a pathway. */
export type Asked = { pathway: Pathway; criterion: PathwayCriterion };

/** A question that could still change a verdict, and what is asked there. */
export type OpenQuestion = { question: CheckQuestion; asked: readonly Asked[] };

/** How many pathways come to each verdict. */
export type Standing = Record<Verdict, number>;

/** Where a person stands with the pathways that are in effect, and the questions that could change it, the most decisive first. */
export type Survey = { standing: Standing; open: readonly OpenQuestion[] };

const TURNS = { first: 0, second: 1, last: 2 };
const PLACES = new Map<string, number>(Object.keys(QUESTIONS).map((part, place) => [part, place]));

function turnOf(question: CheckQuestion, isPrivate: IsPrivate): number {
  if (isPrivateQuestion(question, isPrivate)) return TURNS.last;
  return question.part === 'declared' ? TURNS.second : TURNS[QUESTIONS[question.part].turn];
}

const placeOf = ({ part }: CheckQuestion) => PLACES.get(part) ?? PLACES.size;

/** By turn; then the question on which most pathways turn; of equals as the questions are listed, declarations last, as they were met. */
function mostDecisiveFirst(open: readonly OpenQuestion[], isPrivate: IsPrivate): OpenQuestion[] {
  return open
    .map((one) => ({
      one,
      turn: turnOf(one.question, isPrivate),
      pathways: new Set(one.asked.map(({ pathway }) => pathway)).size,
    }))
    .sort((a, b) => a.turn - b.turn || b.pathways - a.pathways || placeOf(a.one.question) - placeOf(b.one.question))
    .map(({ one }) => one);
}

/** Asks every pathway of a person, once. */
export function survey(pathways: readonly CompiledPathway[], person: Person, isPrivate: IsPrivate): Survey {
  const standing: Standing = { eligible: 0, possible: 0, ineligible: 0 };
  const open = new Map<string, { question: CheckQuestion; asked: Asked[] }>();
  for (const { pathway, judge } of pathways) {
    if (!isInEffect(pathway, person.on)) continue;
    const judged = judge(person);
    standing[VERDICTS[judged.finding]] += 1;
    for (const criterion of openCriteria(judged)) {
      const question = questionAbout(criterion);
      const known = open.get(question.id);
      if (known) known.asked.push({ pathway, criterion });
      else open.set(question.id, { question, asked: [{ pathway, criterion }] });
    }
  }
  return { standing, open: mostDecisiveFirst([...open.values()], isPrivate) };
}
