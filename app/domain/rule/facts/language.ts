import { Cefr, Language } from '../../documents/codes.ts';
import { fact } from '../fact.ts';

/** The CEFR level in the language `of` (`en` covers `en-GB`); native counts as C2, a language not among those stated as below A1. */
export const language = fact('language', {
  subject: 'person',
  parameters: { of: Language },
  comparisons: { gte: Cefr, lt: Cefr },
});
