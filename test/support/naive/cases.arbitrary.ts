import fc from 'fast-check';
import {
  comparisonOf,
  type Pathway,
  type PersonRule,
  type Profile,
  walkCriteria,
} from '../../../app/domain/documents/index.ts';
import { aPathway } from '../documents.ts';
import { aimed } from './aim.ts';
import * as pool from './pools.ts';
import { dayPicks, daysAfter, pickedDay, profiles, turningDays } from './profiles.arbitrary.ts';
import { rules } from './rules.arbitrary.ts';
import type { Told } from './told.ts';

const pathway = aPathway();

const coming = fc.record(
  {
    origins: fc.oneof(
      { weight: 2, arbitrary: fc.constant<'any'>('any') },
      { weight: 1, arbitrary: fc.array(pool.countries, { maxLength: 4, size: 'max' }) },
    ),
    exceptOrigins: fc.array(fc.constantFrom('XK', 'KR'), { maxLength: 2 }),
  },
  { requiredKeys: ['origins'] },
);

const nextTo = fc.constantFrom(-366, -1, 0, 0, 1);

/** When it takes effect and when it ends, in days from the day of evaluation; mostly it is in effect. */
const period = fc.record({
  from: fc.oneof({ weight: 3, arbitrary: fc.constant(-366) }, { weight: 1, arbitrary: nextTo }),
  to: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(null, undefined) }, { weight: 1, arbitrary: nextTo }),
});

function effective({ from, to }: { from: number; to: number | null | undefined }, on: string): Pathway['effective'] {
  const first = { from: daysAfter(on, from) };
  if (to === undefined) return first;
  return { ...first, to: to === null ? null : daysAfter(on, Math.max(from, to)) };
}

/** What the criteria of a rule ask of time: ages in years, and how many months back they look. */
function asked(rule: PersonRule): { ages: number[]; windows: number[] } {
  const criteria = [...walkCriteria(rule)].map(({ criterion }) => criterion);
  return {
    ages: criteria.flatMap((criterion) => (criterion.fact === 'age' ? [Number(comparisonOf(criterion).value)] : [])),
    windows: criteria.flatMap((criterion) => ('withinMonths' in criterion ? (criterion.withinMonths ?? []) : [])),
  };
}

type Case = { pathway: Pathway; profile: Profile; on: string };

/** One of the people, a sound pathway, and a day on or next to one at which an answer, or whether the pathway is in effect, may turn. */
export const casesOf = (people: fc.Arbitrary<Profile>): fc.Arbitrary<Case> =>
  fc
    .record({
      profile: people,
      pick: dayPicks,
      coming,
      period,
      rule: rules,
      isAimed: fc.boolean(),
      destination: pool.destinations,
      id: pool.pathwayIds,
      status: fc.constantFrom('open', 'closed', 'suspended', 'announced'),
    })
    .map(({ profile, pick, coming, period, rule, isAimed, ...own }) => {
      const on = pickedDay(profile, turningDays(profile, asked(rule)), pick);
      const told: Told = { profile, on, destination: own.destination, pathway: own.id };
      const eligibility = isAimed ? aimed(rule, told) : rule;
      return { profile, on, pathway: { ...pathway, ...own, ...coming, eligibility, effective: effective(period, on) } };
    });

/** Of people of all kinds. */
export const cases = casesOf(profiles);
