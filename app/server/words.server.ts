import { OperatorError } from '../../db/operator-error.ts';
import { isDatabaseUnavailable } from '../../db/unavailable.ts';

const LOCK_TIMEOUT = '55P03';

const reasonOf = (error: Error): string =>
  error instanceof AggregateError
    ? error.errors.map((one) => (one instanceof Error ? reasonOf(one) : String(one))).join('; ')
    : error.message;

/** What ended a program: in words where whoever runs it can mend it, a bug with its trace. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof OperatorError) return error.message;
  if (isDatabaseUnavailable(error))
    return `The database cannot be used: ${reasonOf(error)}. Start it, or correct DATABASE_URL. More is told by: npm run cli -- doctor`;
  if ('code' in error && error.code === LOCK_TIMEOUT)
    return 'Another import is still at work, and nothing of this one was written. Try again when it has ended.';
  return error.stack ?? error.message;
}
