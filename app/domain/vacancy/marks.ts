import type { Flaw } from './flaw.ts';
import { isOfItsWords } from './suspicious.ts';

/**
 * What a recorded vacancy is marked with. `flags`: it is offered to nobody until they are settled. `remarks`: its employer and an officer
 * are shown them, and they hide nothing, because somebody has to compare or to ask first.
 */
export type Marks = { flags: readonly Flaw[]; remarks: readonly Flaw[] };

/** Of what does not forbid a vacancy, this keeps it from workers nevertheless: an offer that may cost them money, or leads nowhere. */
const HIDING: readonly Flaw['why'][] = ['asks-for-payment', 'pathway-closed'];

/** Whether a vacancy with it is offered to nobody. */
export const hides = ({ flag, why }: Flaw): boolean => flag !== true || HIDING.includes(why);

/** How heavy it weighs on what is being written: a flaw forbids it, a flag hides it once it is published, a remark does neither. */
export type Weight = 'flaw' | 'flag' | 'remark';
export const weightOf = (flaw: Flaw): Weight => (flaw.flag !== true ? 'flaw' : hides(flaw) ? 'flag' : 'remark');

export const marksOf = (flaws: readonly Flaw[]): Marks => ({
  flags: flaws.filter(hides),
  remarks: flaws.filter((flaw) => !hides(flaw)),
});

/**
 * What keeps a vacancy from workers: beside its flags the end of its pathway, which leaves it out on every later day, and on no earlier one
 * that somebody asks of.
 */
export const keepingBack = ({ flags, remarks }: Marks): Flaw[] => [
  ...flags,
  ...remarks.filter(({ why }) => why === 'pathway-not-in-effect'),
];

/** In what of a vacancy an officer found nothing wrong; `under`: by which editions of its pathway that was judged. */
export type Clearance = { flaws: readonly Flaw[]; under: string };

/** What is cleared still: of its own words as long as it says them, and of its pathway as long as that says the same. */
export const stillCleared = ({ flaws, under }: Clearance, now: string): Flaw[] =>
  flaws.filter((flaw) => under === now || isOfItsWords(flaw));
