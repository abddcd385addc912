import type { ProfileQuestion } from '../../domain/check/question.ts';
import type { Asked } from '../../domain/check/survey.ts';
import type { Text } from '../../domain/documents/index.ts';
import { speechOf } from '../../i18n/context.tsx';
import type { Locale } from '../../i18n/locale.ts';
import { questionWords } from '../../i18n/question.ts';

/** A question as one line that leads to its page. */
export type QuestionLink = { id: string; title: Text; isPrivate: boolean };

/** A question, and what was answered: no line of one that was left open. */
export type AnswerRow = QuestionLink & { status: 'told' | 'none' | 'open'; lines: readonly string[] };

/**
 * The question in every language of the interface; a declaration in the words of the first pathway that asks for it, one that none asks
 * for any more by its id.
 */
export function questionTitle(question: ProfileQuestion, asked: readonly Asked[]): Text {
  const say = (locale: Locale) => questionWords(question, asked, speechOf(locale));
  if (question.part === 'declared') return say('en').statements[0] ?? { en: question.of.replaceAll('-', ' ') };
  return { en: say('en').title, es: say('es').title, fr: say('fr').title, ar: say('ar').title };
}
