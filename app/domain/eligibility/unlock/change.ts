import type * as z from 'zod';
import type { Cefr } from '../../documents/codes.ts';
import { iscoCodes } from '../../documents/isco-codes.ts';
import type { Money, Wage } from '../../documents/money.ts';
import type { Profile } from '../../documents/profile.ts';
import type { Standing } from '../../rule/facts/qualification.ts';
import { coveredBy } from '../../rule/measure.ts';

type Level = z.infer<typeof Cefr>;
type Offer = NonNullable<Profile['offer']>;

/** A job offer as it has to be: any of `occupations` (absent: any) but none of `except`; what is absent is not asked for. */
export type OfferNeeded = {
  destination: string;
  occupations?: readonly string[];
  except?: readonly string[];
  wage?: Wage;
  hoursPerWeek?: number;
  months?: number;
};

/** What tells changes of one fact apart; `from` null: not stated, or nothing that counts. Occupations are ISCO-08 prefixes, any of which will do. */
type Changes = {
  language: { of: string; from: Level | 'below A1' | null; to: Level };
  test: { of: string; from: number | null; to: number };
  education: { from: number | null; to: number };
  /** Months of the longest training. */
  training: { of?: readonly string[] | undefined; from: number | null; to: number };
  /** Months of work. */
  experience: {
    of?: readonly string[] | undefined;
    withinMonths?: number | undefined;
    from: number | null;
    to: number;
  };
  qualification: {
    of?: readonly string[] | undefined;
    destination: string;
    from: z.infer<typeof Standing> | null;
    to: 'held' | 'recognised';
  };
  savings: { from: Money | null; to: Money };
  /** `from` false: no offer at the destination. */
  offer: { from: Offer | false | null; to: OfferNeeded };
};

/** The facts that a person can do something about. */
export type ChangeableFact = keyof Changes;
export type ChangeOf<F extends ChangeableFact> = { [N in F]: { fact: N } & Changes[N] }[F];
/** One thing that a person changes, and how far. */
export type Change = ChangeOf<ChangeableFact>;

/** The armed forces' group stands for work of no particular kind: no civilian rule names it, so nothing rests on which work it is. */
export const ANY_WORK = '0';

const others = new WeakMap<readonly string[], readonly string[]>();

/** Of occupations that are only told by what they are not, one stands for all; sought once for each list. */
function otherThan(except: readonly string[]): readonly string[] {
  const known = others.get(except) ?? iscoCodes.filter((code) => !coveredBy(code, except)).slice(0, 1);
  others.set(except, known);
  return known;
}

const offeredOccupations = ({ occupations, except }: OfferNeeded): readonly string[] =>
  occupations ?? (except === undefined ? [] : otherThan(except));

/** The occupations that a change leaves the choice of; none where it is not about work. */
export function occupationsOf(change: Change): readonly string[] {
  switch (change.fact) {
    case 'training':
    case 'experience':
    case 'qualification':
      return change.of ?? [ANY_WORK];
    case 'offer':
      return offeredOccupations(change.to);
    default:
      return [];
  }
}
