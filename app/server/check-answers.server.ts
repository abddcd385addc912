import type { Labels } from '../../db/queries/reference.ts';
import { type AnswerRow, questionTitle } from '../components/check/question-link.ts';
import { isPrivateQuestion } from '../domain/check/private.ts';
import { isAnswered, type ProfileQuestion, toldQuestions } from '../domain/check/question.ts';
import { answerLines } from '../i18n/answer.ts';
import type { Speech } from '../i18n/context.tsx';
import { questionWords } from '../i18n/question.ts';
import type { Check } from '../use-cases/take-check.ts';
import { criteriaAbout } from './check-question.server.ts';

/** A question of a check, and what was answered. */
export function answerRow(question: ProfileQuestion, check: Check, speech: Speech, labels: Labels): AnswerRow {
  const { profile } = check.person;
  const asked = criteriaAbout(question, check);
  const lines = answerLines(question, profile, speech, labels);
  const none = questionWords(question, asked, speech).none;
  const link = {
    ...{ id: question.id, title: questionTitle(question, asked) },
    isPrivate: isPrivateQuestion(question, check.isPrivate),
  };
  if (!isAnswered(profile, question)) return { ...link, status: 'open', lines: [] };
  return lines.length > 0
    ? { ...link, status: 'told', lines }
    : { ...link, status: 'none', lines: none === undefined ? [] : [none] };
}

/** Every question that was put or answered. */
export const answerRows = (check: Check, speech: Speech, labels: Labels): AnswerRow[] =>
  toldQuestions(check.person.profile, check.answers.asked).map((question) =>
    answerRow(question, check, speech, labels),
  );
