import { isDatabaseUnavailable } from '../../db/unavailable.ts';

/** A database that hangs, or a network that swallows, never answers: nobody is kept waiting for it longer than this. */
const PATIENCE_MS = 10_000;

/** What was waited for did not come. */
class NoAnswer extends Error {}

/** Whether an error means that nobody waits any longer for work that goes on. */
export const isUnderWay = (error: unknown): boolean => error instanceof NoAnswer;

/** Whether an error means that what we rest on is away for now, not that the request was wrong. */
export const isAway = (error: unknown): boolean => error instanceof NoAnswer || isDatabaseUnavailable(error);

/** The work's result, or an error that `isAway` when it takes too long; the work itself goes on and its end is nobody's concern. */
export async function withPatience<T>(work: Promise<T> | T, milliseconds = PATIENCE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer('nothing answered in time')), milliseconds).unref();
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
