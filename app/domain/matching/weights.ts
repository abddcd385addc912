/**
 * The most that each part of a score can have, 100 in all. What a vacancy does not ask for is left out, and so is the wage of whoever
 * has no offer to compare it with: nothing is lost by it. What it does ask for and a person has not told counts half, as if it were as
 * likely as not: unknown is never as bad as unfit, and telling what fits is never worse than silence.
 */
export const WEIGHTS = {
  /** How near the nearest occupation worked in, or qualified for, stands to the vacancy's on the ISCO tree, by digits in common. */
  occupation: 30,
  /** Months worked in the vacancy's own occupation, as a share of `FULL_EXPERIENCE`. */
  experience: 20,
  /** The share of the skills asked for that are there. */
  skills: 14,
  /** Of every level up to the one asked for, and one above it, the share that is reached, over all languages asked for. */
  languages: 16,
  /** The wage as a share of that of the offer that the person has at present, anywhere, by the year in one currency. */
  wage: 10,
  /** Days from which the person can come after the work begins, which take away all of it from `LATEST` on. */
  dates: 10,
} as const;

export type PartName = keyof typeof WEIGHTS;

/** Months; more experience than this adds nothing. */
export const FULL_EXPERIENCE = 60;

/** Days. */
export const LATEST = 180;
