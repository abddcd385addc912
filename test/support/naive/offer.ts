import type { CriterionOf, Profile } from '../../../app/domain/documents/index.ts';
import type { Finding } from '../../../app/domain/rule/finding.ts';
import { compareNumber, compareWord, coversOccupation, finding } from './compare.ts';
import { dividedBy, type Exact, exact, roundedToHundredths, times } from './exact.ts';
import type { Told } from './told.ts';

type Offer = NonNullable<Profile['offer']>;

/** The offer here, `none` where there is none here, or undefined where that is not known. */
function offerHere({ profile: { offer }, destination }: Told): Offer | 'none' | undefined {
  if (offer === null) return 'none';
  if (offer === undefined || destination === undefined) return undefined;
  return offer.destination === destination ? offer : 'none';
}

export function judgeOffer(told: Told, { eq }: CriterionOf<'offer'>): Finding {
  const offer = offerHere(told);
  return offer === undefined ? 'unknown' : finding((offer !== 'none') === eq);
}

/** No offer here is unmet under any comparison; of one that is there, `judge` asks what it states. */
function judgeTerms(told: Told, judge: (offer: Offer) => Finding): Finding {
  const offer = offerHere(told);
  if (offer === undefined) return 'unknown';
  return offer === 'none' ? 'unmet' : judge(offer);
}

export function judgeOfferOccupation(told: Told, criterion: CriterionOf<'offerOccupation'>): Finding {
  return judgeTerms(told, ({ occupation }) =>
    occupation === undefined ? 'unknown' : compareWord(occupation, criterion, coversOccupation),
  );
}

export function judgeOfferMonths(told: Told, criterion: CriterionOf<'offerMonths'>): Finding {
  return judgeTerms(told, ({ months }) => (months === undefined ? 'unknown' : compareNumber(months, criterion)));
}

export function judgeOfferWage(told: Told, criterion: CriterionOf<'offerWage'>): Finding {
  return judgeTerms(told, (offer) => {
    const pay = payOf(offer, criterion);
    return pay === undefined ? 'unknown' : compareNumber(roundedToHundredths(pay), criterion);
  });
}

type Period = CriterionOf<'offerWage'>['per'];

/** The pay in the currency and for the period asked for, not yet rounded; undefined where the offer does not tell. */
function payOf({ wage, hoursPerWeek }: Offer, { currency, per }: { currency: string; per: Period }): Exact | undefined {
  if (wage === undefined || wage.money.currency !== currency) return undefined;
  const amount = exact(wage.money.amount);
  if (wage.per === per) return amount;
  const hours = hoursPerWeek === undefined ? undefined : times(exact(hoursPerWeek), exact(52));
  const inAYear = { hour: hours, month: exact(12), year: exact(1) };
  const paid = inAYear[wage.per];
  const asked = inAYear[per];
  return paid && asked && dividedBy(times(amount, paid), asked);
}
