import type { ProfileQuestion } from '../domain/check/question.ts';
import type { Asked } from '../domain/check/survey.ts';
import type { Text } from '../domain/documents/index.ts';
import type { Speech } from './context.tsx';
import { criterionText } from './criterion.ts';
import { findMessageId } from './translate.ts';

/** A question in one language: what its page asks, what helps to answer, and the button for «there is none». */
export type QuestionWords = {
  title: string;
  hint: string | undefined;
  none: string | undefined;
  /** What is to be declared, as the pathways word it, in the language of each. */
  statements: readonly Text[];
};

/** What the criteria of a declaration say, each wording once. */
function statementsOf(asked: readonly Asked[]): Text[] {
  const texts = asked.map(({ criterion }) => criterionText(criterion));
  return [...new Map(texts.map((text) => [text.en, text])).values()];
}

/** The words of a question; `asked` are the criteria that it answers. */
export function questionWords(question: ProfileQuestion, asked: readonly Asked[], { t }: Speech): QuestionWords {
  const said = (part: string) => {
    const id = findMessageId(`ask.${question.id}${part}`);
    return id && t(id);
  };
  if (question.part !== 'declared')
    return { title: said('') ?? question.id, hint: said('.hint'), none: said('.none'), statements: [] };
  const statements = statementsOf(asked);
  const title = t(statements.length > 1 ? 'ask.declared.several' : 'ask.declared');
  return { title, hint: undefined, none: undefined, statements };
}
