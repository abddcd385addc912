import { type RawBuilder, sql } from 'kysely';
import { monthNumber, monthsBefore } from '../../app/domain/time/calendar.ts';
import { column, FEW } from './column.ts';

type Spans = {
  keys: 'work_groups' | 'stay_countries';
  spans: 'work_months' | 'stay_days';
  type: 'int4multirange' | 'datemultirange';
};

export const WORK: Spans = { keys: 'work_groups', spans: 'work_months', type: 'int4multirange' };
export const STAYS: Spans = { keys: 'stay_countries', spans: 'stay_days', type: 'datemultirange' };

/** The spans under any of the keys, joined; null where there are none. The keys are codes of closed lists. */
function spansUnder({ keys, spans }: Spans, among: readonly string[]): RawBuilder<unknown> {
  if (among.length > FEW)
    return sql`(select range_agg(span) from unnest(${column(keys)}, ${column(spans)}) as told(key, span) where key = any(${[...among]}::text[]))`;
  const found = among.map((key) => sql`${column(spans)}[array_position(${column(keys)}, ${sql.lit(key)})]`);
  return found.length === 1
    ? sql.join(found)
    : sql`(${sql.join(
        found.map((one) => sql`coalesce(${one}, '{}')`),
        sql` + `,
      )})`;
}

/** How many months or days of a window the spans under any of the keys cover. */
export function covered(told: Spans, among: readonly string[], window: string): RawBuilder<number> {
  const within = sql`${spansUnder(told, among)} * ${window}::${sql.raw(told.type)}`;
  return sql`case when ${column(told.keys)} is not null then coalesce(covered(${within}), 0) end`;
}

/** The months counted as far as the day's, from so many before it. */
export function monthsTo(on: string, withinMonths = Number.POSITIVE_INFINITY): string {
  const last = monthNumber(on);
  return `{[${Math.max(last - withinMonths + 1, 0)},${last}]}`;
}

export function daysTo(on: string, withinMonths: number): string {
  const first = monthsBefore(on, withinMonths);
  return `{[${first.startsWith('0000') ? '-infinity' : first},${on}]}`;
}
