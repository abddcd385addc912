import { OperatorError } from '../../db/operator-error.ts';
import { isDatabaseUnavailable } from '../../db/unavailable.ts';

/** SQLSTATEs of what is nobody's bug. */
const TOLD: Record<string, (error: Error) => string> = {
  '42501': ({ message }) =>
    `The database refuses this account a right: ${message}. Let its owner grant it, or give the account a database of its own: create database fairway owner ACCOUNT`,
  '53100': ({ message }) =>
    `The disk of the database is full: ${message}. Make room, then try again; nothing was half done.`,
  '55P03': () => 'Another import is still at work, and nothing of this one was written. Try again when it has ended.',
};

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
  const told = 'code' in error ? TOLD[String(error.code)] : undefined;
  return told?.(error) ?? error.stack ?? error.message;
}
