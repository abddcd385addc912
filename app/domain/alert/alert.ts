/** `search`: vacancies that a saved search finds; `profile`: those for which one's own profile qualifies, or may. */
export type AlertKind = 'search' | 'profile';

/** How often somebody is told; `never`: the search is only kept. */
export const FREQUENCIES = ['at-once', 'daily', 'weekly', 'never'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const isFrequency = (text: string): text is Frequency => FREQUENCIES.some((one) => one === text);

/** Days from one message to the earliest next. */
export const PAUSE_DAYS = { 'at-once': 0, daily: 1, weekly: 7, never: 0 } as const satisfies Record<Frequency, number>;
