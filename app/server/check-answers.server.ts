import type { Labels } from '../../db/queries/reference.ts';
import { type QuestionLink, questionTitle } from '../components/check/question-link.ts';
import { isPrivateQuestion } from '../domain/check/private.ts';
import { isAnswered, toldQuestions } from '../domain/check/question.ts';
import { answerLines } from '../i18n/answer.ts';
import type { Speech } from '../i18n/context.tsx';
import { questionWords } from '../i18n/question.ts';
import type { Check } from '../use-cases/take-check.ts';
import { criteriaAbout } from './check-question.server.ts';

/** A question that was put, and what was answered: no line of one that was left open. */
export type AnswerRow = QuestionLink & { lines: readonly string[] };

/** Every question that was put or answered. */
export function answerRows(check: Check, speech: Speech, labels: Labels): AnswerRow[] {
  const { profile } = check.person;
  return toldQuestions(profile, check.answers.asked).map((question) => {
    const asked = criteriaAbout(question, check);
    const lines = answerLines(question, profile, speech, labels);
    const none = questionWords(question, asked, speech).none;
    return {
      ...{
        id: question.id,
        title: questionTitle(question, asked),
        isPrivate: isPrivateQuestion(question, check.isPrivate),
      },
      lines: isAnswered(profile, question) && lines.length === 0 && none !== undefined ? [none] : lines,
    };
  });
}
