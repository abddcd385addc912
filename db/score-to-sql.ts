import { type RawBuilder, sql } from 'kysely';
import { LATEST, WEIGHTS } from '../app/domain/matching/weights.ts';

/** Points of a part of a score, and the most that it can have: whole numbers, as `app/domain/matching/score.ts` counts them. */
export type SqlPart = { points: RawBuilder<number>; most: RawBuilder<number> };

export const whole = (value: number): RawBuilder<number> => sql`${sql.lit(value)}`;

/** The score of the parts: of 100, rounded half up. */
export function scoreToSql(parts: readonly SqlPart[]): RawBuilder<number> {
  const added = (values: readonly RawBuilder<number>[]) => sql`(${sql.join(values, sql` + `)})`;
  const points = added(parts.map((part) => part.points));
  const most = added(parts.map((part) => part.most));
  return sql`(200 * ${points} + ${most}) / (2 * ${most})`;
}

/** Parts of which it depends on the row whether there is anything to weigh. */
export const weighedWhere = (isWeighed: RawBuilder<boolean>, weight: number, points: RawBuilder<number>): SqlPart => ({
  points: sql`case when ${isWeighed} then ${points} else 0 end`,
  most: sql`case when ${isWeighed} then ${whole(weight)} else 0 end`,
});

/** A part that is weighed in every row, where the row does not tell as half. */
export const weighedAlways = (isTold: RawBuilder<boolean>, weight: number, points: RawBuilder<number>): SqlPart => ({
  points: sql`case when ${isTold} then ${points} else ${whole(weight / 2)} end`,
  most: whole(weight),
});

/** The wage as a share of the present one, both by the year. */
export const wagePoints = (offered: RawBuilder<unknown>, present: RawBuilder<unknown>): RawBuilder<number> =>
  sql`case when ${offered} >= ${present} then ${whole(WEIGHTS.wage)} else div(${whole(WEIGHTS.wage)} * ${offered}, ${present})::integer end`;

/** By how many days somebody comes after the work begins. */
export const datePoints = (startOn: RawBuilder<unknown>, availableFrom: RawBuilder<unknown>): RawBuilder<number> =>
  sql`${whole(WEIGHTS.dates)} * greatest(0, ${whole(LATEST)} - greatest(0, ${availableFrom} - ${startOn})) / ${whole(LATEST)}`;
