import { Cefr } from '../documents/codes.ts';
import { type Criterion, comparisonOf, type Pathway, type PersonCriterion, type Profile } from '../documents/index.ts';
import { type Wanted, wantedOf } from '../rule/wanted.ts';
import { monthsBefore } from '../time/calendar.ts';
import { type Chance, chanceOf } from './chance.ts';

/**
 * People made up to try rules on: they state every fact that the rules ask for, often near what is asked, so that each threshold has people
 * on both sides. They say nothing about any real population.
 */
type Made = Required<Omit<Profile, 'savings' | 'skills' | 'availableFrom' | 'offer'>> &
  Pick<Profile, 'savings' | 'offer'>;

type Making = { destination: string; chance: Chance; on: string };

const BEYOND = ['PH', 'IN', 'BD', 'NP', 'KE', 'NG', 'MA', 'CO', 'UA', 'ID'];
const TRADES = ['2221', '5321', '7112', '8332', '9111', '9211', '5120'];
/** How often what a person can only say is as the rule wants it: rules hold many such criteria at once. */
const OFTEN = 0.9;

const daysBefore = (on: string, chance: Chance, months: number) =>
  monthsBefore(on, Math.max(0, Math.round(months)))
    .slice(0, 8)
    .concat(String(chance.whole(10, 28)));

/** Somebody, before any rule has asked anything. */
function somebody(origins: readonly string[], { chance, on }: Making): Made {
  const home = chance.one(origins) ?? 'PH';
  return {
    type: 'profile',
    birthDate: daysBefore(on, chance, 12 * chance.whole(17, 58) + chance.whole(1, 12)),
    sex: chance.yes(0.02) ? 'other' : chance.yes(0.5) ? 'female' : 'male',
    nationalities: [home],
    residence: home,
    education: { isced: chance.one([1, 2, 2, 3, 3, 3, 4, 5, 6, 6, 7]) ?? 3 },
    languages: [],
    tests: [],
    experience: [
      { occupation: chance.one(TRADES) ?? '9111', from: monthsBefore(on, chance.whole(1, 180)).slice(0, 7) },
    ],
    qualifications: [],
    offer: null,
    health: chance.yes(0.96),
    criminalRecord: chance.yes(0.96),
    stays: [],
    displacement: chance.yes(0.95) ? 'none' : 'refugee',
    dependants: chance.whole(0, 4),
    licences: chance.yes(0.4) ? ['B'] : [],
    declared: {},
  };
}

/** A number about as large as the one that a criterion compares with. */
function near(criterion: Criterion, { chance }: Making): number {
  const { value } = comparisonOf(criterion);
  return typeof value === 'number' ? value * (0.6 + chance.next()) : 0;
}

const offerOf = (made: Made, { destination }: Making): NonNullable<Profile['offer']> =>
  made.offer ?? { destination, hoursPerWeek: 40, months: 24 };

const eitherWay = (value: boolean, { chance }: Making) => (chance.yes(OFTEN) ? value : !value);

/** The boolean that brings a criterion to what is wanted of it. */
function wantedValue({ criterion, finding }: Wanted<Criterion>): boolean {
  return (comparisonOf(criterion).value === true) === (finding === 'met');
}

/** The person, now with something to say to a criterion. */
function answering(made: Made, wanted: Wanted<PersonCriterion>, making: Making): Made {
  const { criterion } = wanted;
  const { chance, on, destination } = making;
  switch (criterion.fact) {
    case 'age':
      return { ...made, birthDate: daysBefore(on, chance, 12 * near(criterion, making)) };
    case 'education':
      return { ...made, education: { isced: Math.min(8, Math.round(near(criterion, making))) } };
    case 'language':
      return {
        ...made,
        languages: [...made.languages, { language: criterion.of, cefr: chance.one(Cefr.options) ?? 'A1' }],
      };
    case 'test':
      return {
        ...made,
        tests: [
          ...made.tests,
          {
            test: criterion.of,
            score: Math.round(near(criterion, making)),
            takenOn: daysBefore(on, chance, chance.whole(1, 30)),
          },
        ],
      };
    case 'experience':
      return {
        ...made,
        experience: [
          ...made.experience,
          {
            occupation: chance.one(criterion.of ?? TRADES) ?? '9111',
            from: monthsBefore(on, Math.round(near(criterion, making))).slice(0, 7),
          },
        ],
      };
    case 'qualification':
    case 'training':
      return {
        ...made,
        qualifications: [
          ...made.qualifications,
          {
            occupation: chance.one(criterion.of ?? TRADES) ?? '2221',
            trainingMonths: chance.whole(0, 48),
            recognisedIn: chance.yes(0.5) ? [destination] : [],
          },
        ],
      };
    case 'offer':
      return { ...made, offer: eitherWay(wantedValue(wanted), making) ? offerOf(made, making) : null };
    case 'offerOccupation': {
      const { value } = comparisonOf(criterion);
      return {
        ...made,
        offer: {
          ...offerOf(made, making),
          occupation: chance.one(typeof value === 'object' ? value : TRADES) ?? '9111',
        },
      };
    }
    case 'offerWage':
      return {
        ...made,
        offer: {
          ...offerOf(made, making),
          wage: {
            money: { amount: Math.round(near(criterion, making) * 100) / 100, currency: criterion.currency },
            per: criterion.per,
          },
        },
      };
    case 'offerMonths':
      return { ...made, offer: { ...offerOf(made, making), months: Math.round(near(criterion, making)) } };
    case 'savings':
      return { ...made, savings: { amount: Math.round(near(criterion, making)), currency: criterion.currency } };
    case 'stay':
      return chance.yes(0.7)
        ? made
        : {
            ...made,
            stays: [
              ...made.stays,
              {
                country: criterion.where?.[0] ?? destination,
                from: monthsBefore(on, chance.whole(1, criterion.withinMonths)),
                to: on,
                leftOnTime: true,
              },
            ],
          };
    case 'licence':
      return {
        ...made,
        licences: eitherWay(wantedValue(wanted), making) ? [...made.licences, criterion.of] : made.licences,
      };
    case 'declared':
      return { ...made, declared: { ...made.declared, [criterion.of]: eitherWay(wantedValue(wanted), making) } };
    case 'sex':
    case 'nationality':
    case 'residence':
    case 'health':
    case 'criminalRecord':
    case 'participation':
    case 'overstay':
    case 'displacement':
    case 'dependants':
      return made; // said already
  }
}

/** So many people for rules to be tried on, the same for the same seed. */
export function makePeople(
  pathways: readonly Pathway[],
  { count, seed, on }: { count: number; seed: number; on: string },
): Profile[] {
  const [first] = pathways;
  if (first === undefined) return [];
  const making: Making = { destination: first.destination, chance: chanceOf(seed), on };
  const named = pathways.flatMap(({ origins }) => (origins === 'any' ? [] : origins));
  const origins = named.length > 0 ? [...named, ...named, ...BEYOND] : BEYOND; // most from where the pathway is open to
  const asked = pathways.flatMap(({ eligibility }) => wantedOf(eligibility));
  return Array.from({ length: count }, () =>
    asked.reduce<Made>((made, wanted) => answering(made, wanted, making), somebody(origins, making)),
  );
}
