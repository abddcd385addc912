import { Cefr } from '../documents/codes.ts';
import type { Pathway, PersonRule, Profile, Vacancy } from '../documents/index.ts';
import { iscoCodes } from '../documents/isco-codes.ts';
import { convertWage } from '../money/wage.ts';
import { floorStates } from '../pathway/wage-floors.ts';
import { dateOf, dayNumber } from '../time/calendar.ts';
import { flawsUnder } from '../vacancy/fit-pathway.ts';
import { type Chance, chanceOf } from './chance.ts';
import { makePeople } from './people.ts';

export type Making = {
  count: number;
  seed: number;
  on: string;
  /** Of pathways that have others beside the one given: all, the one published last at the end. */
  editions?: ReadonlyMap<string, Pathway[]>;
};

const SKILLS = ['First aid', 'Welding', 'Dialysis', 'Forklift', 'Pruning', 'Food hygiene', 'Scaffolding', 'Night work'];
const UNITS = iscoCodes.filter((code) => code.length === 4);
/** So many days ahead the latest begins. */
const AHEAD = 300;
const DRAWS = 20;
const PAID = { hour: 15, month: 2_400, year: 29_000 } as const;

/** Some of the values, each once. */
const some = <V>(values: readonly V[], share: number, chance: Chance): V[] => values.filter(() => chance.yes(share));

const dayFrom = (on: string, chance: Chance, within: number) => dateOf(dayNumber(on) + chance.whole(0, within));

const unitIn = (occupations: Pathway['occupations'], chance: Chance): string => {
  const group = occupations === 'any' ? '' : (chance.one(occupations) ?? '');
  return chance.one(UNITS.filter((code) => code.startsWith(group))) ?? '9111';
};

/** In which sector work of a group of occupations is mostly done; of others, where things are made. */
const SECTOR_OF: Readonly<Record<string, string>> = {
  ...{ 22: 'Q', 32: 'Q', 53: 'Q', 23: 'P', 25: 'J', 35: 'J', 24: 'K', 33: 'K', 51: 'I', 52: 'G', 54: 'N', 71: 'F' },
  ...{ 83: 'H', 91: 'N', 92: 'A', 94: 'I', 0: 'O', 1: 'N', 2: 'M', 3: 'M', 4: 'N', 5: 'S', 6: 'A' },
};

function sectorOf({ sectors }: Pathway, occupation: string, chance: Chance): string {
  const usual = SECTOR_OF[occupation.slice(0, 2)] ?? SECTOR_OF[occupation.slice(0, 1)] ?? 'C';
  return sectors === 'any' || sectors.includes(usual) ? usual : (chance.one(sectors) ?? usual);
}

const HOURS = 40;

/** What is paid where no floor says it: the currency there, and roughly how much of it makes a euro. */
const CURRENCY_OF: Readonly<Record<string, readonly [currency: string, perEuro: number]>> = {
  ...({ US: ['USD', 1.2], CA: ['CAD', 1.6], AU: ['AUD', 1.8], NZ: ['NZD', 2], SG: ['SGD', 1.5] } as const),
  ...({ JP: ['JPY', 170], CZ: ['CZK', 24], HU: ['HUF', 390], BR: ['BRL', 6] } as const),
};

/** The highest of the pathway's floors on a day, whomever each is for, or as much again at most. */
function wageOf({ wageFloors, destination }: Pathway, day: string, chance: Chance): Vacancy['wage'] {
  const floors = floorStates(wageFloors, day).flatMap(({ floor, state }) => (state === 'in-force' ? [floor] : []));
  const [usual, perEuro] = CURRENCY_OF[destination] ?? ['EUR', 1];
  const per = floors[0]?.per ?? 'month';
  const least = floors.map((floor) => convertWage(floor, per, HOURS) ?? 0);
  const amount = least.length > 0 ? Math.max(...least) : PAID[per] * perEuro;
  return {
    money: { amount: Math.ceil(amount * (1 + chance.next())), currency: floors[0]?.money.currency ?? usual },
    per,
  };
}

/** What employers require beyond the law: plain choices, so that many require the same. */
const REQUIREMENTS: readonly ((occupation: string) => PersonRule)[] = [
  (occupation) => ({ id: 'worked', fact: 'experience', of: [occupation], gte: 24 }),
  (occupation) => ({ id: 'worked-near', fact: 'experience', of: [occupation.slice(0, 2)], gte: 12 }),
  () => ({ id: 'licence', fact: 'licence', of: 'B', eq: true }),
  () => ({ id: 'schooled', fact: 'education', gte: 3 }),
];

const LANGUAGE_OF: Readonly<Record<string, string>> = {
  ...{ DE: 'de', AT: 'de', FR: 'fr', ES: 'es', IT: 'it', PT: 'pt', BR: 'pt', GR: 'el', PL: 'pl', CZ: 'cs', HU: 'hu' },
  ...{ HR: 'hr', KR: 'ko', JP: 'ja', IL: 'he', SA: 'ar', QA: 'ar', MY: 'ms', HK: 'zh' },
};

/** From the day on, and before the pathway ends. */
function startFor({ effective: { to } }: Pathway, on: string, chance: Chance): string {
  const last = to === undefined || to === null ? Number.POSITIVE_INFINITY : dayNumber(to) - dayNumber(on);
  return dayFrom(on, chance, Math.max(0, Math.min(AHEAD, last)));
}

function makeVacancy(pathway: Pathway, id: string, on: string, chance: Chance): Vacancy {
  const occupation = unitIn(pathway.occupations, chance);
  const requires = chance.yes(0.5) ? chance.one(REQUIREMENTS)?.(occupation) : undefined;
  const language = LANGUAGE_OF[pathway.destination] ?? 'en';
  const startOn = chance.yes(0.8) ? startFor(pathway, on, chance) : undefined;
  return {
    ...{ type: 'vacancy', id, employer: `employer-${chance.whole(1, 50)}`, pathway: pathway.id },
    ...{ title: { en: 'A job that nobody offers' }, occupation, destination: pathway.destination },
    sector: sectorOf(pathway, occupation, chance),
    places: chance.whole(1, 20),
    wage: wageOf(pathway, startOn ?? on, chance),
    hoursPerWeek: HOURS,
    contractMonths: Math.min(chance.one([6, 9, 12, 24, 24, 36]) ?? 24, pathway.stay.maxMonths ?? 36),
    ...(startOn !== undefined && { startOn }),
    ...(chance.yes(0.6) && { skills: some(SKILLS, 0.3, chance) }),
    ...(chance.yes(0.5) && { languages: [{ language, cefr: chance.one(Cefr.options.slice(0, 4)) ?? 'A1' }] }),
    ...(requires && { requires }),
  };
}

/** One that fits a pathway; some pathways leave a few draws outside. Undefined where none is inside. */
function fitting(
  pathways: readonly Pathway[],
  id: string,
  { on, editions }: Making,
  chance: Chance,
): Vacancy | undefined {
  for (let draw = 0; draw < DRAWS; draw++) {
    const pathway = chance.one(pathways);
    if (pathway === undefined) return undefined;
    const vacancy = makeVacancy(pathway, id, on, chance);
    if (flawsUnder(vacancy, editions?.get(pathway.id) ?? [pathway], on).length === 0) return vacancy;
  }
  return undefined;
}

/** So many vacancies that fit their pathways, the same for the same seed, one after the other. They say nothing about any real employer. */
export function* eachVacancy(pathways: readonly Pathway[], making: Making): Generator<Vacancy> {
  const { count, seed } = making;
  const chance = chanceOf(seed);
  for (let at = 0; at < count; at++) {
    const vacancy = fitting(pathways, `made-up-${seed}-${at}`, making, chance);
    if (vacancy) yield vacancy;
  }
}

export const makeVacancies = (pathways: readonly Pathway[], making: Making): Vacancy[] => [
  ...eachVacancy(pathways, making),
];

/** So many people who look for work under one of the pathways each, one after the other; what some of them do not tell is absent. */
export function* eachSeeker(pathways: readonly Pathway[], { count, seed, on }: Making): Generator<Profile> {
  const chance = chanceOf(seed);
  for (let at = 0; at < count; at++) {
    const pathway = chance.one(pathways);
    const [made] = makePeople(pathway ? [pathway] : [], { count: 1, seed: seed * 1_000_003 + at, on });
    if (made === undefined) return;
    const told: Profile = {
      ...made,
      ...(chance.yes(0.7) && { skills: some(SKILLS, 0.4, chance) }),
      ...(chance.yes(0.7) && { availableFrom: dayFrom(on, chance, AHEAD) }),
    };
    const { languages: _languages, qualifications: _qualifications, ...silent } = told;
    yield chance.yes(0.15) ? silent : told;
  }
}

export const makeSeekers = (pathways: readonly Pathway[], making: Making): Profile[] => [
  ...eachSeeker(pathways, making),
];
