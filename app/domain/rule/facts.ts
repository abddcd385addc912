import type { Profile } from '../documents/profile.ts';
import { age } from './facts/age.ts';
import { criminalRecord } from './facts/criminal-record.ts';
import { declared } from './facts/declared.ts';
import { dependants } from './facts/dependants.ts';
import { destination } from './facts/destination.ts';
import { displacement } from './facts/displacement.ts';
import { education } from './facts/education.ts';
import { experience } from './facts/experience.ts';
import { health } from './facts/health.ts';
import { language } from './facts/language.ts';
import { licence } from './facts/licence.ts';
import { nationality } from './facts/nationality.ts';
import { occupation } from './facts/occupation.ts';
import { offer } from './facts/offer.ts';
import { offerMonths } from './facts/offer-months.ts';
import { offerOccupation } from './facts/offer-occupation.ts';
import { offerWage } from './facts/offer-wage.ts';
import { overstay } from './facts/overstay.ts';
import { participation } from './facts/participation.ts';
import { pathway } from './facts/pathway.ts';
import { pathwayKind } from './facts/pathway-kind.ts';
import { qualification } from './facts/qualification.ts';
import { residence } from './facts/residence.ts';
import { savings } from './facts/savings.ts';
import { sex } from './facts/sex.ts';
import { stay } from './facts/stay.ts';
import { test } from './facts/test.ts';
import { training } from './facts/training.ts';

/** What a profile states of a person: these facts stand in every rule. */
export const personFacts = {
  age,
  sex,
  nationality,
  residence,
  education,
  language,
  test,
  experience,
  qualification,
  training,
  offer,
  offerOccupation,
  offerWage,
  offerMonths,
  savings,
  health,
  criminalRecord,
  stay,
  participation,
  overstay,
  displacement,
  dependants,
  licence,
  declared,
} satisfies { [N in string]: { name: N; subject: keyof Profile } };

/** What is known of the journey being prepared: these facts stand only in a procedure's `when`. */
export const journeyFacts = { destination, pathway, pathwayKind, occupation } satisfies {
  [N in string]: { name: N; subject: 'journey' };
};

/** Every fact of the grammar. */
export const facts = { ...personFacts, ...journeyFacts };
