import type { Insertable } from 'kysely';
import type { Profile } from '../app/domain/documents/index.ts';
import { skillWord } from '../app/domain/matching/offer-terms.ts';
import { convertWage } from '../app/domain/money/wage.ts';
import { groupsOf, levelsHeld, standingsHeld } from '../app/domain/rule/holdings.ts';
import { monthNumber } from '../app/domain/time/calendar.ts';
import type { ProfileFactsTable } from './schema/profile-facts.ts';

/** A row of `profile_facts`, but for whose it is. */
export type Facts = Omit<Insertable<ProfileFactsTable>, 'profile'>;

/** `JSON.stringify` writes what PostgreSQL has no text for: the character 0, and half of a surrogate pair. */
export const storable = (words: string): string => JSON.stringify(words).slice(1, -1);

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** Spans under each key, and the multirange that joins those of a key. */
function multiranges(spans: readonly { key: string; span: string }[]): { keys: string[]; joined: string[] } {
  const byKey = new Map<string, string[]>();
  for (const { key, span } of spans) byKey.set(key, [...(byKey.get(key) ?? []), span]);
  return { keys: [...byKey.keys()], joined: [...byKey.values()].map((all) => `{${all.join()}}`) };
}

/** Both ends included; without an end it lasts still. */
const spanOf = (from: string | number, to: string | number | undefined) =>
  to === undefined ? `[${from},)` : `[${from},${to}]`;

function workOf({ experience }: Profile): Pick<Facts, 'work_groups' | 'work_months'> {
  const jobs = experience?.flatMap(({ occupation, from, to }) => {
    const span = spanOf(monthNumber(from), to === undefined ? to : monthNumber(to));
    return groupsOf(occupation).map((key) => ({ key, span }));
  });
  const { keys, joined } = jobs === undefined ? { keys: null, joined: null } : multiranges(jobs);
  return { work_groups: keys, work_months: joined };
}

function staysOf({ stays }: Profile): Pick<Facts, 'stays' | 'stay_countries' | 'stay_days'> {
  const days = stays?.map(({ country, from, to }) => ({ key: country, span: spanOf(from, to) }));
  const { keys, joined } = days === undefined ? { keys: null, joined: null } : multiranges(days);
  return { stays: json(stays), stay_countries: keys, stay_days: joined };
}

function trainingOf({ qualifications }: Profile): Record<string, number> | undefined {
  if (qualifications === undefined) return undefined;
  const longest = new Map<string, number>();
  for (const { occupation, trainingMonths } of qualifications) {
    for (const group of groupsOf(occupation)) longest.set(group, Math.max(trainingMonths, longest.get(group) ?? 0));
  }
  return Object.fromEntries(longest);
}

function offerOf({ offer }: Profile) {
  const { wage, hoursPerWeek, occupation } = offer ?? {};
  const per = (period: 'hour' | 'month' | 'year') => (wage && convertWage(wage, period, hoursPerWeek)) ?? null;
  return {
    offered: offer === undefined ? null : offer !== null,
    offer_destination: offer?.destination ?? null,
    offer_groups: occupation === undefined ? null : groupsOf(occupation),
    offer_currency: wage?.money.currency ?? null,
    offer_wage_hour: per('hour'),
    offer_wage_month: per('month'),
    offer_wage_year: per('year'),
    offer_months: offer?.months ?? null,
  };
}

/** What the facts of the rule language read off a profile, as a row of PostgreSQL. */
export function factsOf(profile: Profile): Facts {
  return {
    birth_date: profile.birthDate ?? null,
    sex: profile.sex ?? null,
    nationalities: profile.nationalities ?? null,
    residence: profile.residence ?? null,
    isced: profile.education?.isced ?? null,
    language_levels: profile.languages ? levelsHeld(profile.languages) : null,
    tests: json(profile.tests),
    ...workOf(profile),
    qualification_standings: profile.qualifications ? standingsHeld(profile.qualifications) : null,
    training_months: json(trainingOf(profile)),
    ...offerOf(profile),
    savings_currency: profile.savings?.currency ?? null,
    savings_amount: profile.savings?.amount ?? null,
    health: profile.health ?? null,
    criminal_record: profile.criminalRecord ?? null,
    ...staysOf(profile),
    displacement: profile.displacement ?? null,
    dependants: profile.dependants ?? null,
    licences: profile.licences?.map(storable) ?? null,
    declared: json(profile.declared),
    skills: profile.skills?.map(skillWord).map(storable) ?? null,
    available_from: profile.availableFrom ?? null,
  };
}
