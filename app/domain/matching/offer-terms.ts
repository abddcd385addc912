import { Cefr } from '../documents/codes.ts';
import type { Vacancy } from '../documents/index.ts';
import { convertWage } from '../money/wage.ts';
import { levelAsked } from '../rule/holdings.ts';
import { fold } from '../text/fold.ts';

/** What a score reads off a vacancy. */
export type ScoredVacancy = Pick<Vacancy, 'occupation' | 'skills' | 'languages' | 'wage' | 'hoursPerWeek' | 'startOn'>;

/** Money for a year of work, rounded to hundredths. */
export type YearlyWage = { currency: string; amount: number };

/** A gross wage by the year; undefined where that takes hours a week which are not stated. */
export function yearly(wage: ScoredVacancy['wage'] | undefined, hoursPerWeek?: number): YearlyWage | undefined {
  const amount = wage && convertWage(wage, 'year', hoursPerWeek);
  if (wage === undefined || amount === undefined) return undefined;
  return { currency: wage.money.currency, amount };
}

/** A skill as it is compared: «TIG welding» and «tig  Welding» are one. */
export const skillWord = (skill: string): string => fold(skill);

const unique = (words: Iterable<string>): string[] => [...new Set(words)];

/** Every level up to the one above that asked for: who reaches it has all points, who reaches what is asked most of them. */
type Asked = NonNullable<Vacancy['languages']>[number];

const levelsUpTo = ({ language, cefr }: Asked): string[] =>
  Cefr.options.slice(0, Cefr.options.indexOf(cefr) + 2).map((level) => levelAsked(language, level));

/**
 * What a vacancy asks of a person and has for her, in words and numbers that a score, and as well a database, counts; a list that is
 * empty asks for nothing.
 */
export type OfferTerms = {
  occupation: string;
  skills: readonly string[];
  levels: readonly string[];
  wage: YearlyWage | undefined;
  startOn: string | undefined;
};

export const offerTerms = ({
  occupation,
  skills = [],
  languages = [],
  wage,
  hoursPerWeek,
  startOn,
}: ScoredVacancy): OfferTerms => ({
  occupation,
  skills: unique(skills.map(skillWord)),
  levels: unique(languages.flatMap(levelsUpTo)),
  wage: yearly(wage, hoursPerWeek),
  startOn,
});
