import type { Pathway, Vacancy } from '../documents/index.ts';
import { isInEffect } from '../eligibility/in-effect.ts';
import { isShut } from '../pathway/is-shut.ts';
import { flawsUnder } from './fit-pathway.ts';
import type { Flaw } from './flaw.ts';
import { hasToBeLookedAt } from './suspicious.ts';

/**
 * What is wrong with a published vacancy as its pathway stands by now, beside what was found in its words before. `editions`: the
 * pathway's, the one published last at the end; `on`: today.
 */
export function flawsNow(
  vacancy: Vacancy,
  before: readonly Flaw[],
  editions: readonly Pathway[],
  on: string,
): readonly Flaw[] {
  // Of its own words: no change of its pathway brings that or takes it away.
  const own = before.filter(hasToBeLookedAt);
  const now = editions.findLast((edition) => isInEffect(edition, on));
  const isOpen = editions.some(({ effective: { from, to } }) => (to ?? on) >= on || from > on);
  const ended: Flaw[] = isOpen ? [] : [{ path: '/pathway', why: 'pathway-not-in-effect' }];
  const shut: Flaw[] = now && isShut(now) ? [{ path: '/pathway', why: 'pathway-closed' }] : [];
  return [...own, ...ended, ...shut, ...flawsUnder(vacancy, editions, on).filter(({ flag }) => !flag)];
}
