import type { Profile, Vacancy } from '../documents/index.ts';

type Offer = NonNullable<Profile['offer']>;

/** What a vacancy offers, as far as rules ask about offers. */
export type OfferedWork = Pick<Vacancy, 'destination' | 'occupation' | 'wage' | 'hoursPerWeek' | 'contractMonths'>;

/** The offer that a vacancy is to whoever takes it; what it does not state is absent (documents.md, «Vacancy»). */
export function asOffer(vacancy: OfferedWork): Offer {
  const { destination, occupation, wage, hoursPerWeek, contractMonths: months } = vacancy;
  const offer = { destination, occupation, wage, months };
  return hoursPerWeek === undefined ? offer : { ...offer, hoursPerWeek };
}

/** Whoever asks, were this vacancy the offer. */
export const offered = (profile: Profile, vacancy: OfferedWork): Profile => ({ ...profile, offer: asOffer(vacancy) });
