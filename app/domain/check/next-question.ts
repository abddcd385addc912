import type { Profile } from '../documents/index.ts';
import { isAnswered } from './question.ts';
import type { OpenQuestion, Survey } from './survey.ts';

/**
 * The questions still to be asked, the next one first: those that could change a verdict and were neither answered nor left open when
 * they were `asked`. None: more answers could only come from those that were left open, or would have to be changed.
 */
export const questionsLeft = (
  { open }: Pick<Survey, 'open'>,
  { profile, asked }: { profile: Profile; asked: readonly string[] },
): readonly OpenQuestion[] =>
  open.filter(({ question }) => !asked.includes(question.id) && !isAnswered(profile, question));
