import type { Profile } from '../documents/profile.ts';
import type { Person, Reading } from './person.ts';

type Offer = NonNullable<Profile['offer']>;

/** The offer at the destination; null where there is none there, undefined where none is stated or the destination is not known. */
export function offerHere({ profile: { offer } }: Person, destination: string | undefined): Reading<Offer> {
  if (offer === null) return null;
  if (offer === undefined || destination === undefined) return undefined;
  return offer.destination === destination ? offer : null;
}

/** What the offer at the destination states; null where there is no offer there. */
export function fromOffer<V>(
  person: Person,
  destination: string | undefined,
  read: (offer: Offer) => V | undefined,
): Reading<V> {
  const offer = offerHere(person, destination);
  return offer === undefined || offer === null ? offer : read(offer);
}
