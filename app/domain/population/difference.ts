import type { Profile } from '../documents/index.ts';
import type { CompiledPathway } from '../eligibility/evaluate.ts';
import { Person } from '../rule/person.ts';
import { yearsBetween } from '../time/calendar.ts';

/** How the people of one group fare under two versions of a rule: counts of people. */
export type Fare = { people: number; before: number; after: number; gain: number; lose: number };

/** By which people are told apart: in words of their profiles. */
export type Trait = 'sex' | 'age' | 'origin';

export type Difference = { all: Fare; by: Record<Trait, [group: string, fare: Fare][]> };

/** Age bands of ILO labour statistics (ten years from 25), the first one ending with youth. */
const BANDS = [
  [24, '≤ 24'],
  [34, '25–34'],
  [44, '35–44'],
  [54, '45–54'],
  [Number.POSITIVE_INFINITY, '≥ 55'],
] as const;

const bandOf = (years: number): string => BANDS.find(([last]) => years <= last)?.[1] ?? '';
const placeOf = (name: string) => BANDS.findIndex(([, band]) => band === name);

const TRAITS: Record<Trait, (profile: Profile, on: string) => string> = {
  sex: ({ sex }) => sex ?? '',
  age: ({ birthDate }, on) => (birthDate === undefined ? '' : bandOf(yearsBetween(birthDate, on))),
  origin: ({ nationalities }) => nationalities?.[0] ?? '',
};

type Standing = { profile: Profile; before: boolean; after: boolean };

function fareOf(group: readonly Standing[]): Fare {
  const count = (is: (one: Standing) => boolean) => group.filter(is).length;
  return {
    people: group.length,
    before: count(({ before }) => before),
    after: count(({ after }) => after),
    gain: count(({ before, after }) => after && !before),
    lose: count(({ before, after }) => before && !after),
  };
}

function grouped(standings: readonly Standing[], trait: Trait, on: string): [string, Fare][] {
  const groups = new Map<string, Standing[]>();
  for (const standing of standings) {
    const name = TRAITS[trait](standing.profile, on);
    const group = groups.get(name) ?? [];
    group.push(standing);
    groups.set(name, group);
  }
  return [...groups]
    .map(([name, group]): [string, Fare] => [name, fareOf(group)])
    .sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
}

/** Who of the people would be eligible under a draft and who under the version in force, if there is one: gains and losses by trait. */
export function differenceBetween(
  before: CompiledPathway | undefined,
  after: CompiledPathway,
  { people, on }: { people: readonly Profile[]; on: string },
): Difference {
  const standings = people.map((profile): Standing => {
    const person = new Person(profile, on);
    const isEligible = (pathway: CompiledPathway) => pathway.judge(person).finding === 'met';
    return { profile, before: before !== undefined && isEligible(before), after: isEligible(after) };
  });
  const by = (trait: Trait) => grouped(standings, trait, on);
  return { all: fareOf(standings), by: { sex: by('sex'), age: by('age'), origin: by('origin') } };
}
