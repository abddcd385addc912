import type { Finding } from '../../../app/domain/rule/finding.ts';
import { type Exact, exact, isLess } from './exact.ts';

export const finding = (isMet: boolean): Finding => (isMet ? 'met' : 'unmet');

type Numbers = { eq?: number; ne?: number; gte?: number; gt?: number; lte?: number; lt?: number };

/** A number against the one comparison that the criterion makes. */
export function compareNumber(value: number | Exact, { eq, ne, gte, gt, lte, lt }: Numbers): Finding {
  const found = typeof value === 'number' ? exact(value) : value;
  const isUnder = (required: number) => isLess(found, exact(required));
  const isOver = (required: number) => isLess(exact(required), found);
  if (eq !== undefined) return finding(!isUnder(eq) && !isOver(eq));
  if (ne !== undefined) return finding(isUnder(ne) || isOver(ne));
  if (gte !== undefined) return finding(!isUnder(gte));
  if (gt !== undefined) return finding(isOver(gt));
  if (lte !== undefined) return finding(!isOver(lte));
  if (lt !== undefined) return finding(isUnder(lt));
  throw new TypeError('a criterion over a number without a comparison');
}

type Words = { eq?: string; ne?: string; in?: readonly string[]; notIn?: readonly string[] };

/** A word against the comparison; `covers` says when a required word takes in the one found. */
export function compareWord(
  found: string,
  { eq, ne, in: among, notIn }: Words,
  covers = (required: string, word: string): boolean => required === word,
): Finding {
  if (eq !== undefined) return finding(covers(eq, found));
  if (ne !== undefined) return finding(!covers(ne, found));
  if (among !== undefined) return finding(among.some((required) => covers(required, found)));
  if (notIn !== undefined) return finding(!notIn.some((required) => covers(required, found)));
  throw new TypeError('a criterion over a word without a comparison');
}

/** True or false against the comparison. */
export function compareTruth(found: boolean, { eq }: { eq?: boolean }): Finding {
  if (eq === undefined) throw new TypeError('a criterion over true or false without a comparison');
  return finding(found === eq);
}

/** An ISCO prefix takes in every code that begins with it: `22` covers `2221`, and itself. */
export const coversOccupation = (prefix: string, code: string): boolean => code.startsWith(prefix);

/** True of a code that one of the prefixes covers; without prefixes, of every code. */
export const isAmong = (prefixes: readonly string[] | undefined, code: string): boolean =>
  prefixes === undefined || prefixes.some((prefix) => coversOccupation(prefix, code));
