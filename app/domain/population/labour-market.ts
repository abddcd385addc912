import { Cefr } from '../documents/codes.ts';
import type { Pathway, PersonRule, Profile, Vacancy } from '../documents/index.ts';
import { iscoCodes } from '../documents/isco-codes.ts';
import { dateOf, dayNumber } from '../time/calendar.ts';
import { type Chance, chanceOf } from './chance.ts';
import { makePeople } from './people.ts';

type Making = { count: number; seed: number; on: string };

const SKILLS = ['First aid', 'Welding', 'Dialysis', 'Forklift', 'Pruning', 'Food hygiene', 'Scaffolding', 'Night work'];
const UNITS = iscoCodes.filter((code) => code.length === 4);
const PAID = { hour: 15, month: 2_400, year: 29_000 } as const;

/** Some of the values, each once. */
const some = <V>(values: readonly V[], share: number, chance: Chance): V[] => values.filter(() => chance.yes(share));

const dayFrom = (on: string, chance: Chance, within: number) => dateOf(dayNumber(on) + chance.whole(0, within));

const unitIn = (occupations: Pathway['occupations'], chance: Chance): string => {
  const group = occupations === 'any' ? '' : (chance.one(occupations) ?? '');
  return chance.one(UNITS.filter((code) => code.startsWith(group))) ?? '9111';
};

/** As its pathway's floor has it, or as much again at most. */
function wageOf({ wageFloors: [floor] }: Pathway, chance: Chance): Vacancy['wage'] {
  const per = floor?.per ?? 'month';
  const { amount, currency } = floor?.money ?? { amount: PAID[per], currency: 'EUR' };
  return { money: { amount: Math.round(amount * (1 + chance.next())), currency }, per };
}

/** What employers require beyond the law: plain choices, so that many require the same. */
const REQUIREMENTS: readonly ((occupation: string) => PersonRule)[] = [
  (occupation) => ({ id: 'worked', fact: 'experience', of: [occupation], gte: 24 }),
  (occupation) => ({ id: 'worked-near', fact: 'experience', of: [occupation.slice(0, 2)], gte: 12 }),
  () => ({ id: 'licence', fact: 'licence', of: 'B', eq: true }),
  () => ({ id: 'schooled', fact: 'education', gte: 3 }),
];

const languageOf: Readonly<Record<string, string>> = { DE: 'de', FR: 'fr', ES: 'es', IT: 'it', KR: 'ko', JP: 'ja' };

function makeVacancy(pathway: Pathway, id: string, on: string, chance: Chance): Vacancy {
  const occupation = unitIn(pathway.occupations, chance);
  const requires = chance.yes(0.5) ? chance.one(REQUIREMENTS)?.(occupation) : undefined;
  const language = languageOf[pathway.destination] ?? 'en';
  return {
    ...{ type: 'vacancy', id, employer: `employer-${chance.whole(1, 50)}`, pathway: pathway.id },
    ...{ title: { en: 'A job that nobody offers' }, occupation, destination: pathway.destination },
    sector: (pathway.sectors === 'any' ? 'C' : chance.one(pathway.sectors)) ?? 'C',
    places: chance.whole(1, 20),
    wage: wageOf(pathway, chance),
    hoursPerWeek: 40,
    contractMonths: Math.min(24, pathway.stay.maxMonths ?? 24),
    ...(chance.yes(0.8) && { startOn: dayFrom(on, chance, 300) }),
    ...(chance.yes(0.6) && { skills: some(SKILLS, 0.3, chance) }),
    ...(chance.yes(0.5) && { languages: [{ language, cefr: chance.one(Cefr.options.slice(0, 4)) ?? 'A1' }] }),
    ...(requires && { requires }),
  };
}

/** So many vacancies under pathways, the same for the same seed. They say nothing about any real employer. */
export function makeVacancies(pathways: readonly Pathway[], { count, seed, on }: Making): Vacancy[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, at) => {
    const pathway = chance.one(pathways);
    return pathway ? [makeVacancy(pathway, `made-up-${seed}-${at}`, on, chance)] : [];
  }).flat();
}

/** So many people who look for work under one of the pathways each; what some of them do not tell is absent. */
export function makeSeekers(pathways: readonly Pathway[], { count, seed, on }: Making): Profile[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, at) => {
    const pathway = chance.one(pathways);
    if (pathway === undefined) return [];
    const [made] = makePeople([pathway], { count: 1, seed: seed * 1_000_003 + at, on });
    if (made === undefined) return [];
    const told: Profile = {
      ...made,
      ...(chance.yes(0.7) && { skills: some(SKILLS, 0.4, chance) }),
      ...(chance.yes(0.7) && { availableFrom: dayFrom(on, chance, 300) }),
    };
    const { languages: _languages, qualifications: _qualifications, ...silent } = told;
    return [chance.yes(0.15) ? silent : told];
  }).flat();
}
