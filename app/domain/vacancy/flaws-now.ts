import type { Pathway, VacancyDraft } from '../documents/index.ts';
import { isInEffect } from '../eligibility/in-effect.ts';
import { isShut } from '../pathway/is-shut.ts';
import { flawsUnder } from './fit-pathway.ts';
import type { Flaw } from './flaw.ts';
import { suspicionsOf } from './suspicious.ts';

/** Whatever is offered under a pathway stands and falls with it: it ended for good, or takes nobody on. */
function* flawsOfPathway(editions: readonly Pathway[], on: string): Generator<Flaw> {
  const now = editions.findLast((edition) => isInEffect(edition, on));
  const goesOn = editions.some(({ effective: { from, to } }) => (to ?? on) >= on || from > on);
  if (editions.length > 0 && !goesOn) yield { path: '/pathway', why: 'pathway-not-in-effect', flag: true };
  if (now && isShut(now)) yield { path: '/pathway', why: 'pathway-closed', flag: true };
}

/**
 * All that is wrong with a vacancy, or with as much as is written of one, as its words are and as its pathway stands by now. `editions`: the
 * pathway's, the one published last at the end; `on`: today.
 */
export const flawsNow = (vacancy: VacancyDraft, editions: readonly Pathway[], on: string): Flaw[] => [
  ...suspicionsOf(vacancy),
  ...flawsOfPathway(editions, on),
  ...flawsUnder(vacancy, editions, on),
];
