import type { Pathway, Profile, Vacancy } from '../../app/domain/documents/index.ts';
import { isInEffect } from '../../app/domain/eligibility/in-effect.ts';
import { rulesOf } from '../../app/domain/matching/match.ts';
import { makeSeekers, makeVacancies } from '../../app/domain/population/labour-market.ts';
import { criteriaOf } from '../../app/domain/rule/walk.ts';
import { monthsBefore } from '../../app/domain/time/calendar.ts';
import type { Db } from '../../db/client.server.ts';
import { type Placed, rankWorkers } from '../../db/queries/found-worker.ts';
import { seedPathways } from './naive/seed.ts';
import { placeOf, storePeople } from './stored-people.ts';

const ON = '2026-11-26';
/** Whoever is among so many of the best is looked at. */
const TOP = 20;
/** The least share of the highest rate that a group's rate may be: the four-fifths rule. */
export const FOUR_FIFTHS = 0.8;

const born = (years: number): Partial<Profile> => ({ birthDate: monthsBefore(ON, 12 * years + 6) });
const from = (country: string): Partial<Profile> => ({ nationalities: [country] });

/** What people are told apart by: the facts that may ask for it, and what makes somebody one of each group and changes nothing else. */
const TRAITS = {
  sex: { asks: ['sex'], groups: { female: { sex: 'female' }, male: { sex: 'male' }, other: { sex: 'other' } } },
  age: { asks: ['age'], groups: { '20': born(20), '30': born(30), '40': born(40), '50': born(50), '60': born(60) } },
  origin: {
    asks: ['origin', 'nationality'],
    groups: { PH: from('PH'), IN: from('IN'), KE: from('KE'), CO: from('CO'), UA: from('UA') },
  },
} as const satisfies Record<string, { asks: readonly string[]; groups: Record<string, Partial<Profile>> }>;

export type Trait = keyof typeof TRAITS;
export const TRAIT_NAMES = ['sex', 'age', 'origin'] as const satisfies readonly Trait[];

/** How often the members of a group are among the best, of all the times that they could be. */
export type Rate = { trait: Trait; group: string; people: number; rate: number; ofHighest: number };

export type Trial = { people: number; vacancies: number; seed: number; plantBias: boolean };

/** Points that the first group of a trait is given for nothing, to see that it shows. */
const BIAS = 5;

const asks = (trait: Trait, pathway: Pathway, vacancy: Vacancy): boolean => {
  const named: readonly string[] = TRAITS[trait].asks;
  return rulesOf(pathway, vacancy).some(({ rule }) => criteriaOf(rule).some(({ fact }) => named.includes(fact)));
};

/** Vacancies for which neither the law nor the employer asks about the trait. */
function placedWithout(trait: Trait, { vacancies: count, seed }: Trial): Placed[] {
  const pathways = seedPathways.filter((pathway) => isInEffect(pathway, ON));
  const silent = pathways.filter((pathway) => !asks(trait, pathway, { ...NO_VACANCY, pathway: pathway.id }));
  const byId = new Map(silent.map((pathway) => [pathway.id, pathway]));
  return makeVacancies(silent, { count, seed, on: ON }).flatMap((vacancy) => {
    const pathway = byId.get(vacancy.pathway);
    return pathway && !asks(trait, pathway, vacancy) ? [{ pathway, vacancy, on: ON }] : [];
  });
}

const NO_VACANCY: Vacancy = {
  ...{ type: 'vacancy', id: 'none', employer: 'none', pathway: 'none', title: { en: '' }, occupation: '9111' },
  ...{ sector: 'A', destination: 'DE', places: 1, contractMonths: 1 },
  wage: { money: { amount: 1, currency: 'EUR' }, per: 'month' },
};

/** The places of those who are looked at; a planted bias lifts everybody at a place that `isLifted`. */
async function selected(db: Db, placed: Placed, most: number, isLifted: ((at: number) => boolean) | undefined) {
  const ranked = await rankWorkers(db, placed, isLifted ? most : TOP);
  const placesOf = ranked.map(({ profile, ...rest }) => ({ ...rest, at: placeOf(profile) }));
  if (isLifted === undefined) return placesOf.map(({ at }) => at);
  return placesOf
    .map(({ at, verdict, score }) => ({
      at,
      points: (verdict === 'eligible' ? 1_000 : 0) + score + (isLifted(at) ? BIAS : 0),
    }))
    .sort((a, b) => b.points - a.points)
    .slice(0, TOP)
    .map(({ at }) => at);
}

/**
 * The same people over and over, each once in every group of a trait and else alike, before vacancies that do not ask for it: how often
 * each group is among the best.
 */
export async function ratesBy(trait: Trait, db: Db, trial: Trial): Promise<Rate[]> {
  const groups = Object.entries(TRAITS[trait].groups);
  const placed = placedWithout(trait, trial);
  const pathways = [...new Set(placed.map(({ pathway }) => pathway))];
  const people = makeSeekers(pathways, { count: trial.people, seed: trial.seed, on: ON });
  await storePeople(
    db,
    people.flatMap((profile) => groups.map(([, over]) => ({ ...profile, ...over }))),
  );
  const picks = groups.map(() => 0);
  const isLifted = trial.plantBias ? (at: number) => at % groups.length === 0 : undefined;
  for (const one of placed)
    for (const at of await selected(db, one, people.length * groups.length, isLifted))
      picks[at % groups.length] = (picks[at % groups.length] ?? 0) + 1;
  const chances = people.length * placed.length;
  const highest = Math.max(...picks);
  if (highest === 0) throw new Error(`nobody was ever among the best by ${trait}: there is nothing to compare`);
  return groups.map(([group], at) => ({
    ...{ trait, group, people: people.length, rate: (picks[at] ?? 0) / chances },
    ofHighest: (picks[at] ?? 0) / highest,
  }));
}
