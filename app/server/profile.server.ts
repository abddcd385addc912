import type { AppLoadContext } from '@remix-run/node';
import type { AnswerRow } from '../components/check/question-link.ts';
import { GROUPS, type Group, questionsIn } from '../domain/check/profile-groups.ts';
import {
  declaration,
  findProfileQuestion,
  isAnswered,
  PART_QUESTIONS,
  type ProfileQuestion,
  questionAbout,
} from '../domain/check/question.ts';
import type { Profile } from '../domain/documents/index.ts';
import { criteriaOf } from '../domain/rule/walk.ts';
import { EMPLOYER_PARTS } from '../domain/vacancy/seen-by-employer.ts';
import type { Speech } from '../i18n/context.tsx';
import { type Check, checkOfProfile } from '../use-cases/take-check.ts';
import { answerRow } from './check-answers.server.ts';
import { standsAnywhere } from './check-question.server.ts';
import { notFound } from './loader.ts';

/** A profile as the questions of the check see it. */
export const asCheck = (context: AppLoadContext, profile: Profile): Promise<Check> =>
  checkOfProfile(context, profile, context.today());

/** The question that a path names: any of a profile, of declarations those that were told or that some pathway asks for. */
export function profileQuestion(id: string | undefined, check: Check): ProfileQuestion {
  const question = findProfileQuestion(id ?? '');
  if (!question || !(isAnswered(check.person.profile, question) || standsAnywhere(question, check)))
    throw notFound('page');
  return question;
}

/** What somebody declared. */
export const declaredIn = ({ declared = {} }: Profile): ProfileQuestion[] =>
  Object.keys(declared).sort().map(declaration);

/** A profile under its headings, what was declared last. */
export type ProfileView = {
  groups: readonly { group: Group; rows: readonly AnswerRow[] }[];
  declared: readonly AnswerRow[];
};

export function profileView(check: Check, speech: Speech, { labels }: AppLoadContext): ProfileView {
  const rowOf = (question: ProfileQuestion) => answerRow(question, check, speech, labels);
  return {
    groups: GROUPS.map((group) => ({ group, rows: questionsIn(group).map(rowOf) })),
    declared: declaredIn(check.person.profile).map(rowOf),
  };
}

/** What somebody told of what is for employers. */
export const employerRows = (check: Check, speech: Speech, { labels }: AppLoadContext): AnswerRow[] =>
  EMPLOYER_PARTS.flatMap((part) => PART_QUESTIONS.filter((question) => question.part === part))
    .filter((question) => isAnswered(check.person.profile, question))
    .map((question) => answerRow(question, check, speech, labels));

/** What the pathways to each destination ask to be declared, by the destination's name. */
export function declarationsByDestination(check: Check, speech: Speech, { labels }: AppLoadContext) {
  const asked = new Map<string, Map<string, ProfileQuestion>>();
  for (const { pathway } of check.published)
    for (const criterion of criteriaOf(pathway.eligibility)) {
      const question = questionAbout(criterion);
      if (question.part !== 'declared') continue;
      const there = asked.get(pathway.destination) ?? new Map<string, ProfileQuestion>();
      asked.set(pathway.destination, there.set(question.id, question));
    }
  return [...asked]
    .map(([country, questions]) => ({
      ...{ country, name: speech.f.country(country) },
      rows: [...questions.values()].map((question) => answerRow(question, check, speech, labels)),
    }))
    .sort((a, b) => speech.f.compare(a.name, b.name));
}
