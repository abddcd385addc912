import { Cefr, Country, Displacement, Sex } from '../../documents/codes.ts';
import type { CriterionOf } from '../../documents/index.ts';
import { type Comparing, comparisonOf } from '../../rule/comparison.ts';
import { LEVELS } from '../../rule/facts/language.ts';
import { Standing } from '../../rule/facts/qualification.ts';
import { groupsAsked, levelAsked, standingsAsked } from '../../rule/holdings.ts';
import { levels, type Measure, number, truth, word } from '../../rule/measure.ts';
import type { Scope } from '../../rule/person.ts';
import type { PersonFactName } from '../../rule/rule.ts';
import type { Goal } from '../../rule/smallest.ts';
import type { OriginCriterion } from '../origin.ts';
import { type HELD, OLDER, STATELESS } from './held.ts';

/** Words of which a person must have one; undefined: whatever she has, she may do. */
export type Words = readonly string[] | undefined;

type Criteria = { [N in PersonFactName]: CriterionOf<N> } & { origin: OriginCriterion };
type CriterionFact = keyof Criteria;
type Key = keyof typeof HELD;

type Demand<N extends CriterionFact> = {
  /** The key of the profile that states it. */
  key: Key;
  /** What words a person must have that the criterion can be as wanted. */
  words(criterion: Criteria[N], goal: Goal, scope: Scope): Words;
};

/** Those of the values that compare as wanted. */
const fitting = <V>(values: readonly V[], { holds }: Measure<V>, asked: Comparing, goal: Goal): V[] => {
  const isHeld = holds(comparisonOf(asked));
  return values.filter((value) => isHeld(value) === (goal === 'met'));
};

/** A fact with few values: each is a word. */
const oneOf =
  <V extends string | number | boolean>(values: readonly V[], measure: Measure<V>) =>
  (asked: Comparing, goal: Goal): Words =>
    fitting(values, measure, asked, goal).map(String);

/** A count of things: words only where none of them is not enough. */
const countOf = (asked: Comparing, goal: Goal, words: Words): Words =>
  fitting([0], number, asked, goal).length > 0 ? undefined : words;

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, value) => value);

/** What is asked of an offer is met only by one that is here. */
const offered = {
  key: 'offer',
  words: (_: Comparing, goal: Goal, { destination }: Scope) =>
    goal === 'met' && destination !== undefined ? [destination] : undefined,
} as const;

const HIGHEST_ISCED = 8;
const RECOGNISED = Standing.options.indexOf('recognised');
const EVERYBODY = [...Country.options, STATELESS];

/** What each fact demands of a person, in words that `HELD` has; null: nothing that words can tell. A new fact does not compile until it is decided. */
const DEMANDS: { [N in CriterionFact]: Demand<N> | null } = {
  age: { key: 'birthDate', words: oneOf(upTo(OLDER), number) },
  sex: { key: 'sex', words: oneOf<string>(Sex.options, word) },
  nationality: {
    key: 'nationalities',
    words: ({ in: among, notIn = [] }, goal) => {
      const listed: readonly string[] = among ?? notIn;
      return (among === undefined) === (goal === 'met') ? EVERYBODY.filter((one) => !listed.includes(one)) : listed;
    },
  },
  origin: {
    key: 'nationalities',
    words: ({ origins, exceptOrigins = [] }) => {
      const excepted: readonly string[] = exceptOrigins;
      return (origins === 'any' ? EVERYBODY : origins).filter((one) => !excepted.includes(one));
    },
  },
  residence: { key: 'residence', words: oneOf<string>(Country.options, word) },
  education: { key: 'education', words: oneOf(upTo(HIGHEST_ISCED), number) },
  language: {
    key: 'languages',
    words: (asked, goal) => {
      const [least = 0] = fitting(upTo(Cefr.options.length), levels(LEVELS), asked, goal);
      return least === 0 ? undefined : [levelAsked(asked.of, LEVELS[least] ?? '')];
    },
  },
  test: { key: 'tests', words: ({ of }, goal) => (goal === 'met' ? [of] : undefined) },
  experience: { key: 'experience', words: (asked, goal) => countOf(asked, goal, groupsAsked(asked.of)) },
  qualification: {
    key: 'qualifications',
    words: (asked, goal, { destination }) => {
      const [least] = fitting(upTo(RECOGNISED), levels(Standing.options), asked, goal);
      if (least === 0) return undefined;
      return least === undefined ? [] : standingsAsked(asked.of, least === RECOGNISED ? destination : undefined);
    },
  },
  training: { key: 'qualifications', words: (asked, goal) => countOf(asked, goal, standingsAsked(asked.of)) },
  offer: {
    key: 'offer',
    words: ({ eq }, goal, { destination }) =>
      eq === (goal === 'met') && destination !== undefined ? [destination] : undefined,
  },
  offerOccupation: offered,
  offerWage: offered,
  offerMonths: offered,
  savings: null,
  health: { key: 'health', words: oneOf([true, false], truth) },
  criminalRecord: { key: 'criminalRecord', words: oneOf([true, false], truth) },
  stay: {
    key: 'stays',
    words: (asked, goal, { destination }) =>
      countOf(asked, goal, asked.where ?? (destination === undefined ? undefined : [destination])),
  },
  participation: {
    key: 'stays',
    words: (asked, goal, { pathway }) =>
      countOf(asked, goal, asked.of ?? (pathway === undefined ? undefined : [pathway])),
  },
  overstay: { key: 'stays', words: ({ where, eq }, goal) => (eq === (goal === 'met') ? where : undefined) },
  displacement: { key: 'displacement', words: oneOf<string>(Displacement.options, word) },
  dependants: null,
  licence: { key: 'licences', words: ({ of, eq }, goal) => (eq === (goal === 'met') ? [of] : undefined) },
  declared: null,
};

/** What a criterion demands under a key of the profile. */
export function wordsOf<N extends CriterionFact>(
  key: string,
  criterion: Criteria[N] & { fact: N },
  goal: Goal,
  scope: Scope,
): Words {
  const demand = DEMANDS[criterion.fact];
  return demand?.key === key ? demand.words(criterion, goal, scope) : undefined;
}
