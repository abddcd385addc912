import type { Profile } from '../../documents/profile.ts';
import { coveredBy } from '../../rule/measure.ts';
import { ANY_WORK, type Change, type ChangeOf, type OfferNeeded, occupationsOf } from './change.ts';
import { jobNeeded } from './job-needed.ts';

type Qualifications = NonNullable<Profile['qualifications']>;

/** One that is held is recognised; only where none is held is there a new one. */
function qualified(
  { of, destination, to }: ChangeOf<'qualification'>,
  qualifications: Qualifications,
  occupation: string,
): Qualifications {
  const held = qualifications.find((one) => of === undefined || coveredBy(one.occupation, of));
  if (held === undefined || to === 'held') {
    const recognisedIn = to === 'recognised' ? [destination] : [];
    return [...qualifications, { occupation, trainingMonths: 0, recognisedIn }];
  }
  return qualifications.map((one) =>
    one === held ? { ...one, recognisedIn: [...one.recognisedIn, destination] } : one,
  );
}

/** What an offer at the destination says already stays, but for what the change asks for. */
function offered({ occupations: _, except: _except, ...terms }: OfferNeeded, { offer }: Profile, occupation?: string) {
  const here = offer?.destination === terms.destination ? offer : {};
  return { ...here, ...terms, ...(occupation !== undefined && { occupation }) };
}

/**
 * The profile of a person who has made a change; `occupation` is the one chosen of those that the change leaves open. A list that was not
 * stated holds then what the change brings and nothing else.
 */
export function applyChange(
  change: Change,
  profile: Profile,
  on: string,
  occupation = occupationsOf(change)[0],
): Profile {
  const { languages = [], tests = [], qualifications = [], experience = [] } = profile;
  const work = occupation ?? ANY_WORK;
  switch (change.fact) {
    case 'language':
      return { ...profile, languages: [...languages, { language: change.of, cefr: change.to }] };
    case 'test':
      return { ...profile, tests: [...tests, { test: change.of, score: change.to, takenOn: on }] };
    case 'education':
      return { ...profile, education: { isced: change.to } };
    case 'training': {
      const training = { occupation: work, trainingMonths: change.to, recognisedIn: [] };
      return { ...profile, qualifications: [...qualifications, training] };
    }
    case 'qualification':
      return { ...profile, qualifications: qualified(change, qualifications, work) };
    case 'experience':
      return { ...profile, experience: [...experience, jobNeeded(change, profile, on, work)] };
    case 'savings':
      return { ...profile, savings: change.to };
    case 'offer':
      return { ...profile, offer: offered(change.to, profile, occupation) };
  }
}
