/** Days and months are strings, `YYYY-MM-DD` and `YYYY-MM`; counts of them are whole numbers. No clock, no time zone. */

const DAY_MS = 86_400_000;

/** The day as a count of days, so that the difference of two is the days between them. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The day of such a count. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The month of a day or month as a count of months. */
export const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const two = (value: number) => String(value).padStart(2, '0');
const daysInMonth = (year: number, month: number) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** The day `months` before a date: the same day of that month, or that month's last day (documents.md, «Rule»). */
export function monthsBefore(date: string, months: number): string {
  const at = Math.max(monthNumber(date) - months, 0); // nobody's papers are older than the calendar
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Whole years from a birth date to a day; one born on 29 February is a year older on 1 March of other years. */
export function yearsBetween(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
