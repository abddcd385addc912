import { type RawBuilder, sql } from 'kysely';
import type { OfferTerms } from '../app/domain/matching/offer-terms.ts';
import { FULL_EXPERIENCE, WEIGHTS } from '../app/domain/matching/weights.ts';
import { storable } from './facts-of.ts';
import { column, FEW } from './rule-sql/column.ts';
import { covered, monthsTo, WORK } from './rule-sql/spans.ts';
import { datePoints, type SqlPart, scoreToSql, wagePoints, weighedAlways, weighedWhere } from './score-to-sql.ts';

const told = (name: Parameters<typeof column>[0]) => sql<boolean>`${column(name)} is not null`;

/** How many of the words are in a list that a row tells. */
function held(list: RawBuilder<string[]>, words: readonly string[]): RawBuilder<number> {
  if (words.length > FEW)
    return sql`(select count(*)::integer from unnest(${[...words]}::text[]) asked(word) where word = any(${list}))`;
  return sql`(${sql.join(
    words.map((word) => sql`(${word}::text = any(${list}))::integer`),
    sql` + `,
  )})`;
}

function ofWords(name: 'skills' | 'language_levels', weight: number, words: readonly string[]): SqlPart[] {
  if (words.length === 0) return [];
  const points = sql<number>`${sql.lit(weight)} * ${held(column(name), words)} / ${sql.lit(words.length)}`;
  return [weighedAlways(told(name), weight, points)];
}

/** Worked in by the day, or qualified for, in a group that begins so. */
const isNear = (group: string, on: string) => sql<boolean>`(
  coalesce(${column('work_months')}[array_position(${column('work_groups')}, ${group}::text)] && ${monthsTo(on)}::int4multirange, false)
  or coalesce(${group}::text = any(${column('qualification_standings')}), false))`;

function ofOccupation(occupation: string, on: string): SqlPart {
  const digits = [...occupation].map((_, at) => occupation.length - at);
  const points = digits.map((count) => {
    const worth = Math.floor((WEIGHTS.occupation * count) / occupation.length);
    return sql`when ${isNear(occupation.slice(0, count), on)} then ${sql.lit(worth)}`;
  });
  const isTold = sql<boolean>`(${told('work_groups')} or ${told('qualification_standings')})`;
  return weighedAlways(isTold, WEIGHTS.occupation, sql`case ${sql.join(points, sql` `)} else 0 end`);
}

function ofExperience(occupation: string, on: string): SqlPart {
  const months = covered(WORK, [occupation], monthsTo(on));
  const counted = sql<number>`least(${months}, ${sql.lit(FULL_EXPERIENCE)})`;
  const points = sql<number>`${sql.lit(WEIGHTS.experience)} * ${counted} / ${sql.lit(FULL_EXPERIENCE)}`;
  return weighedAlways(told('work_groups'), WEIGHTS.experience, points);
}

function ofWage(wage: OfferTerms['wage']): SqlPart[] {
  if (wage === undefined) return [];
  const isWeighed = sql<boolean>`coalesce(${column('offer_currency')} = ${wage.currency} and ${told('offer_wage_year')}, false)`;
  const points = wagePoints(sql`${wage.amount}::numeric`, column('offer_wage_year'));
  return [weighedWhere(isWeighed, WEIGHTS.wage, points)];
}

function ofDates(startOn: string | undefined): SqlPart[] {
  if (startOn === undefined) return [];
  const points = datePoints(sql`${startOn}::date`, column('available_from'));
  return [weighedAlways(told('available_from'), WEIGHTS.dates, points)];
}

/** The score of a row of `profile_facts` for a vacancy on a day, exactly as `app/domain/matching/score.ts` has it. */
export const profileScoreToSql = (
  { occupation, skills, levels, wage, startOn }: OfferTerms,
  on: string,
): RawBuilder<number> =>
  scoreToSql([
    ofOccupation(occupation, on),
    ofExperience(occupation, on),
    ...ofWords('skills', WEIGHTS.skills, skills.map(storable)),
    ...ofWords('language_levels', WEIGHTS.languages, levels),
    ...ofWage(wage),
    ...ofDates(startOn),
  ]);
