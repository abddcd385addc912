import type { Criterion } from '../../../app/domain/documents/index.ts';
import type { Finding } from '../../../app/domain/rule/finding.ts';
import { judgeOverstay, judgeParticipation, judgeStay } from './abroad.ts';
import { compareNumber, compareTruth, compareWord, coversOccupation } from './compare.ts';
import { judgeOffer, judgeOfferMonths, judgeOfferOccupation, judgeOfferWage } from './offer.ts';
import {
  judgeAge,
  judgeDeclared,
  judgeLanguage,
  judgeLicence,
  judgeNationality,
  judgeSavings,
  judgeTest,
} from './person.ts';
import type { Told } from './told.ts';
import { judgeExperience, judgeQualification, judgeTraining } from './work.ts';

/** What is not stated is unknown; of what is, `judge` decides. */
const stated = <V>(value: V | undefined, judge: (value: V) => Finding): Finding =>
  value === undefined ? 'unknown' : judge(value);

/** One criterion, as the table «Facts» of the contract says of its fact. */
export function judgeCriterion(criterion: Criterion, told: Told): Finding {
  const { profile } = told;
  switch (criterion.fact) {
    case 'age':
      return judgeAge(told, criterion);
    case 'sex':
      return stated(profile.sex, (sex) => compareWord(sex, criterion));
    case 'nationality':
      return judgeNationality(told, criterion);
    case 'residence':
      return stated(profile.residence, (country) => compareWord(country, criterion));
    case 'education':
      return stated(profile.education, ({ isced }) => compareNumber(isced, criterion));
    case 'language':
      return judgeLanguage(told, criterion);
    case 'test':
      return judgeTest(told, criterion);
    case 'experience':
      return judgeExperience(told, criterion);
    case 'qualification':
      return judgeQualification(told, criterion);
    case 'training':
      return judgeTraining(told, criterion);
    case 'offer':
      return judgeOffer(told, criterion);
    case 'offerOccupation':
      return judgeOfferOccupation(told, criterion);
    case 'offerWage':
      return judgeOfferWage(told, criterion);
    case 'offerMonths':
      return judgeOfferMonths(told, criterion);
    case 'savings':
      return judgeSavings(told, criterion);
    case 'health':
      return stated(profile.health, (cleared) => compareTruth(cleared, criterion));
    case 'criminalRecord':
      return stated(profile.criminalRecord, (clear) => compareTruth(clear, criterion));
    case 'stay':
      return judgeStay(told, criterion);
    case 'participation':
      return judgeParticipation(told, criterion);
    case 'overstay':
      return judgeOverstay(told, criterion);
    case 'displacement':
      return stated(profile.displacement, (cause) => compareWord(cause, criterion));
    case 'dependants':
      return stated(profile.dependants, (count) => compareNumber(count, criterion));
    case 'licence':
      return judgeLicence(told, criterion);
    case 'declared':
      return judgeDeclared(told, criterion);
    case 'destination':
      return stated(told.destination, (country) => compareWord(country, criterion));
    case 'pathway':
      return stated(told.pathway, (id) => compareWord(id, criterion));
    case 'pathwayKind':
      return stated(told.pathwayKind, (kind) => compareWord(kind, criterion));
    case 'occupation':
      return stated(told.occupation, (code) => compareWord(code, criterion, coversOccupation));
  }
}
