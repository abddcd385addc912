/** A day, its parts apart, so that it can be counted on from by hand; years before the first may come out of counting back. */
export type Day = { year: number; month: number; day: number };

export const dayOf = (date: string): Day => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

const isLeap = (year: number): boolean => year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isBefore(one: Day, other: Day): boolean {
  if (one.year !== other.year) return one.year < other.year;
  if (one.month !== other.month) return one.month < other.month;
  return one.day < other.day;
}

function dayAfter({ year, month, day }: Day): Day {
  if (day < daysIn(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

/** The same day `months` earlier (later if negative), or that month's last day. */
export function monthsBefore({ year, month, day }: Day, months: number): Day {
  const count = year * 12 + (month - 1) - months;
  const there = { year: Math.floor(count / 12), month: count - Math.floor(count / 12) * 12 + 1 };
  return { ...there, day: Math.min(day, daysIn(there.year, there.month)) };
}

/** Every day from `first` to `last`, both included, one by one. */
export function* daysBetween(first: Day, last: Day): Generator<Day> {
  for (let day = first; !isBefore(last, day); day = dayAfter(day)) yield day;
}

/** The months of the calendar, numbered through: `2026-03` is one more than `2026-02`. */
export const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** The birthdays from birth to `on`; of one born on 29 February it is 1 March in other years. */
export function birthdaysUntil(birth: Day, on: Day): number {
  let birthdays = 0;
  for (let year = birth.year + 1; year <= on.year; year += 1) {
    const moved = birth.month === 2 && birth.day === 29 && !isLeap(year);
    const birthday = moved ? { year, month: 3, day: 1 } : { ...birth, year };
    if (!isBefore(on, birthday)) birthdays += 1;
  }
  return birthdays;
}
