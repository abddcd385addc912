import type { CheckQuestion } from '../../domain/check/question.ts';
import type { Asked } from '../../domain/check/survey.ts';
import type { Text } from '../../domain/documents/index.ts';
import { speechOf } from '../../i18n/context.tsx';
import type { Locale } from '../../i18n/locale.ts';
import { questionWords } from '../../i18n/question.ts';

/** A question as one line that leads to its page. */
export type QuestionLink = { id: string; title: Text; isPrivate: boolean };

/** The question in every language of the interface; a declaration in the words of the first pathway that asks for it. */
export function questionTitle(question: CheckQuestion, asked: readonly Asked[]): Text {
  const say = (locale: Locale) => questionWords(question, asked, speechOf(locale));
  const [statement] = say('en').statements;
  return statement ?? { en: say('en').title, es: say('es').title, fr: say('fr').title, ar: say('ar').title };
}
