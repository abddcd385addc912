import { Cefr, Language } from '../../documents/codes.ts';
import type { Profile } from '../../documents/profile.ts';
import { fact } from '../fact.ts';
import { levels } from '../measure.ts';
import { recalled } from '../person.ts';

/** In rising order; a language not among those stated is below A1. */
export const LEVELS = ['below A1', ...Cefr.options];

type Spoken = NonNullable<Profile['languages']>[number];

const placeOf = ({ cefr, native }: Spoken) => LEVELS.indexOf(native ? 'C2' : (cefr ?? 'below A1'));

/** `en` covers `en` and `en-GB`. */
const covers = (of: string, { language }: Spoken) => language === of || language.startsWith(`${of}-`);

/** The CEFR level in the language `of` (`en` covers `en-GB`); native counts as C2, a language not among those stated as below A1. */
export const language = fact('language', {
  subject: 'languages',
  parameters: { of: Language },
  comparisons: { gte: Cefr, lt: Cefr },
  measure: levels(LEVELS),
  read: ({ of }) =>
    recalled(`language ${of}`, ({ profile: { languages } }) => {
      if (languages === undefined) return undefined;
      return Math.max(0, ...languages.filter((spoken) => covers(of, spoken)).map(placeOf));
    }),
});
