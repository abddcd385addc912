import type { Profile, Vacancy } from '../documents/index.ts';

type Offer = NonNullable<Profile['offer']>;

/** What a vacancy offers, as far as rules ask about offers. */
export type OfferedWork = Pick<Vacancy, 'destination' | 'occupation' | 'wage' | 'hoursPerWeek' | 'contractMonths'>;

/** As much of it as is written yet. */
type Written = Pick<OfferedWork, 'destination'> & {
  [Part in Exclude<keyof OfferedWork, 'destination'>]?: OfferedWork[Part] | undefined;
};

/** The offer that a vacancy is to whoever takes it; what it does not state is absent (documents.md, «Vacancy»). */
export const asOffer = ({ destination, occupation, wage, hoursPerWeek, contractMonths: months }: Written): Offer => ({
  destination,
  ...(occupation !== undefined && { occupation }),
  ...(wage !== undefined && { wage }),
  ...(hoursPerWeek !== undefined && { hoursPerWeek }),
  ...(months !== undefined && { months }),
});

/** Whoever asks, were this vacancy the offer. */
export const offered = (profile: Profile, vacancy: OfferedWork): Profile => ({ ...profile, offer: asOffer(vacancy) });
