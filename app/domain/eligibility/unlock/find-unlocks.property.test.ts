import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aPathway } from '../../../../test/support/documents.ts';
import { Cefr } from '../../documents/codes.ts';
import type { PersonCriterion, PersonRule, Profile } from '../../documents/index.ts';
import { personFacts } from '../../rule/facts.ts';
import { Person } from '../../rule/person.ts';
import { isCriterion } from '../../rule/rule.ts';
import { criteriaOf } from '../../rule/walk.ts';
import { assess, type CompiledPathway, compilePathway } from '../evaluate.ts';
import { applyChange } from './apply-change.ts';
import { type Change, occupationsOf } from './change.ts';
import { findUnlocks } from './find-unlocks.ts';
import { joinOffers } from './join-offers.ts';
import { namedOccupations } from './offers.ts';
import { type Slot, slotsOf } from './slots.ts';

/** Held to brute force: every set of changes, tried by `assess`. */

const ON = '2026-11-25';
type Changes = readonly Change[];

const few = fc.integer({ min: 0, max: 6 });
const level = fc.constantFrom(...Cefr.options);
const language = fc.constantFrom('de', 'en');
const of = fc.constantFrom<(string[] | undefined)[]>(undefined, ['22'], ['2221', '61']);
const order = fc.constantFrom('gte' as const, 'gt' as const, 'lte' as const, 'lt' as const);
const ordered = fc.tuple(order, few).map(([operator, value]) => ({ [operator]: value }));
const id = 'a';

const raised = fc.oneof<fc.Arbitrary<PersonCriterion>[]>(
  fc.record({ id: fc.constant(id), fact: fc.constant('language' as const), of: language, gte: level }),
  fc.record({ id: fc.constant(id), fact: fc.constant('language' as const), of: language, lt: level }),
  ordered.map((compared) => ({ id, fact: 'test', of: 'topik', ...compared })),
  ordered.map((compared) => ({ id, fact: 'test', of: 'topik', withinMonths: 24, ...compared })),
  ordered.map((compared) => ({ id, fact: 'education', ...compared })),
  few.map((value) => ({ id, fact: 'education', eq: value })),
  fc.tuple(ordered, of).map(([compared, prefixes]) => ({ id, fact: 'training', of: prefixes, ...compared })),
  fc.tuple(ordered, of).map(([compared, prefixes]) => ({ id, fact: 'experience', of: prefixes, ...compared })),
  ordered.map((compared) => ({ id, fact: 'experience', withinMonths: 5, ...compared })),
  fc
    .tuple(of, fc.constantFrom('held' as const, 'recognised' as const))
    .map(([prefixes, gte]) => ({ id, fact: 'qualification', of: prefixes, gte })),
  ordered.map((compared) => ({ id, fact: 'savings', currency: 'EUR', ...compared })),
);
const occupations = fc.constantFrom<string[][]>(['22'], ['2221', '61'], ['221', '5']);
const offered = fc.oneof<fc.Arbitrary<PersonCriterion>[]>(
  fc.boolean().map((eq) => ({ id, fact: 'offer', eq })),
  occupations.map((among) => ({ id, fact: 'offerOccupation', in: among })),
  occupations.map((among) => ({ id, fact: 'offerOccupation', notIn: among })),
  fc
    .tuple(ordered, fc.constantFrom('month' as const, 'year' as const))
    .map(([compared, per]) => ({ id, fact: 'offerWage', currency: 'EUR', per, ...compared })),
  ordered.map((compared) => ({ id, fact: 'offerMonths', ...compared })),
);
const fixed = fc.constantFrom<PersonCriterion>(
  { id, fact: 'age', gte: 18 },
  { id, fact: 'health', eq: true },
  { id, fact: 'dependants', lte: 1 },
);

/** Rules of few criteria, of every form, over what people can change and a little that they cannot. */
function rulesOver(criterion: fc.Arbitrary<PersonCriterion>): fc.Arbitrary<PersonRule> {
  const { rule } = fc.letrec<{ rule: PersonRule }>((tie) => {
    const rules = fc.array(tie('rule'), { minLength: 1, maxLength: 3 });
    const several = fc.array(tie('rule'), { minLength: 2, maxLength: 4 });
    const item = fc.record({ points: fc.constantFrom(1, 2), when: tie('rule'), group: fc.constantFrom('g', 'h') });
    return {
      rule: fc.oneof(
        { maxDepth: 3 },
        { weight: 2, arbitrary: criterion },
        { weight: 4, arbitrary: several.map((all): PersonRule => ({ all })) },
        rules.map((any): PersonRule => ({ any })),
        rules.map((none): PersonRule => ({ none })),
        fc.record({ atLeast: fc.integer({ min: 1, max: 2 }), of: rules }),
        fc
          .tuple(fc.integer({ min: 1, max: 4 }), fc.array(item, { minLength: 1, maxLength: 3 }))
          .map(([pass, items]): PersonRule => {
            const named = items.map((one, at) => ({ ...one, id: `i${at}` }));
            return { points: { pass, items: named, groupMax: { g: 2 } } };
          }),
      ),
    };
  });
  return rule.map(numbered).filter((one) => criteriaOf(one).length <= 5);
}

/** Gives each criterion an id of its own. */
function numbered(rule: PersonRule): PersonRule {
  let count = 0;
  const renamed = (part: PersonRule): PersonRule => {
    if (isCriterion(part)) return { ...part, id: `c${count++}` };
    if ('all' in part) return { all: part.all.map(renamed) };
    if ('any' in part) return { any: part.any.map(renamed) };
    if ('none' in part) return { none: part.none.map(renamed) };
    if ('atLeast' in part) return { ...part, of: part.of.map(renamed) };
    const items = part.points.items.map((item) => ({ ...item, when: renamed(item.when) }));
    return { points: { ...part.points, items } };
  };
  return renamed(rule);
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const job = fc.record({ occupation: fc.constantFrom('2221', '61', '5'), from: fc.constantFrom('2026-08', '2026-11') });
const profiles: fc.Arbitrary<Profile> = fc
  .record({
    birthDate: maybe(fc.constantFrom('1990-01-01', '2012-07-01')),
    health: maybe(fc.boolean()),
    dependants: maybe(fc.nat(2)),
    education: maybe(fc.record({ isced: few })),
    languages: maybe(
      fc.array(fc.record({ language: fc.constantFrom('de', 'en', 'en-GB'), cefr: level }), { maxLength: 2 }),
    ),
    tests: maybe(
      fc.array(
        fc.record({
          test: fc.constant('topik'),
          score: few,
          takenOn: fc.constantFrom('2020-01-01', '2026-10-01'),
        }),
        { maxLength: 2 },
      ),
    ),
    experience: maybe(fc.array(job, { maxLength: 2 })),
    qualifications: maybe(
      fc.array(
        fc.record({
          occupation: fc.constantFrom('2221', '61'),
          trainingMonths: few,
          recognisedIn: fc.constantFrom<string[][]>([], ['DE'], ['FR']),
        }),
        { maxLength: 2 },
      ),
    ),
    savings: maybe(fc.record({ amount: few, currency: fc.constantFrom('EUR', 'PHP') })),
    offer: maybe(
      fc.constantFrom<Profile['offer'][]>(
        null,
        { destination: 'FR', months: 3 },
        { destination: 'DE', occupation: '2221', months: 3 },
        { destination: 'DE', wage: { money: { amount: 2, currency: 'EUR' }, per: 'year' } },
      ),
    ),
  })
  .map((stated) => ({
    ...{ type: 'profile' as const, nationalities: ['PH'] },
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
  }));

const base = aPathway();
const compiledOf = (eligibility: PersonRule) => compilePathway({ ...base, eligibility });
const isEligible = (compiled: CompiledPathway, profile: Profile) =>
  assess(compiled, new Person(profile, ON)).verdict === 'eligible';

/** The profile after changes, and every other that leaving the choice of one occupation allows. */
function* outcomes(changes: Changes, profile: Profile): Generator<Profile> {
  yield changes.reduce((sofar, change) => applyChange(change, sofar, ON), profile);
  for (const chosen of changes)
    for (const occupation of occupationsOf(chosen))
      yield changes.reduce(
        (sofar, change) => applyChange(change, sofar, ON, change === chosen ? occupation : undefined),
        profile,
      );
}

const opens = (changes: Changes, compiled: CompiledPathway, profile: Profile) =>
  [...outcomes(changes, profile)].every((after) => isEligible(compiled, after));

type Option = { slot: Slot; change: Change };

function* subsets(options: readonly Option[], size: number): Generator<Option[]> {
  if (size === 0) yield [];
  else
    for (const [at, option] of options.entries()) {
      const others = options.slice(at + 1).filter(({ slot }) => slot !== option.slot);
      for (const rest of subsets(others, size - 1)) yield [option, ...rest];
    }
}

const isMoreThan = (more: readonly Option[], less: readonly Option[]) =>
  more !== less &&
  less.every(({ slot, change }, at) => {
    const other = more[at];
    return other?.slot === slot && slot.asksNoMore(change, other.change);
  });

const changesOf = (set: readonly Option[]) => set.map(({ change }) => change);

/** Every set of the smallest size that opens, but those that ask more than another: one way to read the promise, without a thought. */
function bruteForce(compiled: CompiledPathway, profile: Profile, atMost: number): Changes[] {
  if (isEligible(compiled, profile)) return [];
  const slots = slotsOf(compiled, new Person(profile, ON), { left: 100_000 });
  const options = slots.flatMap((slot) => [...slot.changes].map((change) => ({ slot, change })));
  const opensAs = (changes: Changes, occupation: string) =>
    isEligible(
      compiled,
      changes.reduce(
        (sofar, change) => applyChange(change, sofar, ON, change.fact === 'offer' ? occupation : undefined),
        profile,
      ),
    );
  for (let size = 1; size <= atMost; size += 1) {
    const opening = [...subsets(options, size)].filter((set) => opens(changesOf(set), compiled, profile));
    const least = opening.filter((set) => !opening.some((other) => isMoreThan(set, other)));
    const named = namedOccupations(criteriaOf(compiled.pathway.eligibility));
    if (least.length > 0) return joinOffers(least.map(changesOf), named, opensAs);
  }
  return [];
}

const asText = (sets: readonly Changes[]) =>
  sets
    .map((changes) =>
      changes
        .map((change) => JSON.stringify(change))
        .sort()
        .join(),
    )
    .sort();

const found = (compiled: CompiledPathway, profile: Profile, atMost: number) => {
  const { unlocks, incomplete } = findUnlocks([compiled], new Person(profile, ON), atMost);
  expect(incomplete).toEqual([]);
  return unlocks.map(({ changes }) => changes);
};

const anything = fc.oneof({ weight: 4, arbitrary: raised }, { weight: 1, arbitrary: fixed });

it('finds exactly the sets that brute force finds', () => {
  fc.assert(
    fc.property(rulesOver(anything), profiles, fc.integer({ min: 1, max: 3 }), (rule, profile, atMost) => {
      const compiled = compiledOf(rule);
      expect(asText(found(compiled, profile, atMost))).toEqual(asText(bruteForce(compiled, profile, atMost)));
    }),
    { numRuns: 500 },
  );
}, 60_000);

it('finds exactly the sets that brute force finds, with offers', () => {
  const withOffers = fc.oneof({ weight: 2, arbitrary: offered }, { weight: 1, arbitrary: raised });
  fc.assert(
    fc.property(rulesOver(withOffers), profiles, (rule, profile) => {
      const compiled = compiledOf(rule);
      expect(asText(found(compiled, profile, 2))).toEqual(asText(bruteForce(compiled, profile, 2)));
    }),
    { numRuns: 300 },
  );
}, 60_000);

const reachOf = ({ to }: Change): number => {
  if (typeof to === 'number') return to;
  if (typeof to === 'string') return ['held', 'recognised', ...Cefr.options].indexOf(to);
  return 'amount' in to ? to.amount : 0;
};

/** Of one kind it asks for as much; of another kind of the same list, one may bring about the other: a training, a qualification. */
const isNoLess = (more: Change, less: Change) =>
  kindOf(more) === kindOf(less)
    ? reachOf(less) <= reachOf(more)
    : personFacts[more.fact].subject === personFacts[less.fact].subject;

const noSlot: Slot = { subject: 'skills', changes: [], asksNoMore: () => false };
const steps = Array.from({ length: 8 }, (_, at) => at + 1);

/** Every value that a person could raise a criterion's fact to, whatever the rule asks for. */
function everyRaise(criterion: PersonCriterion): Change[] {
  switch (criterion.fact) {
    case 'language':
      return Cefr.options.map((to) => ({ fact: 'language', of: criterion.of, from: null, to }));
    case 'test':
      return [0, ...steps].map((to) => ({ fact: 'test', of: criterion.of, from: null, to }));
    case 'qualification':
      return (['held', 'recognised'] as const).map((to) => ({
        ...{ fact: 'qualification', of: criterion.of, destination: 'DE', from: null, to },
      }));
    case 'education':
    case 'training':
    case 'experience': {
      const { fact, of: prefixes, withinMonths } = { of: undefined, withinMonths: undefined, ...criterion };
      return steps.map((to) => ({ fact, of: prefixes, withinMonths, from: null, to }));
    }
    case 'savings':
      return steps.map((amount) => ({ fact: 'savings', from: null, to: { amount, currency: 'EUR' } }));
    default:
      return [];
  }
}

/** A level and an amount take the place of those stated: only a higher one is a raise. */
function isRaise({ education, savings }: Profile, change: Change): boolean {
  if (change.fact === 'education') return change.to > (education?.isced ?? 0);
  if (change.fact === 'savings') return change.to.amount > (savings?.amount ?? 0);
  return true;
}

/** Of what is not told, or of a test not taken, a low value would answer a question; that is no change. */
const told = (profile: Profile): Profile => ({
  ...{ education: { isced: 0 }, languages: [], experience: [], qualifications: [], ...profile },
  tests: [...(profile.tests ?? []), { test: 'topik', score: 0, takenOn: ON }],
  savings: { amount: profile.savings?.amount ?? 0, currency: 'EUR' },
});

const kindOf = ({ from: _, to: _to, ...kind }: Change) => JSON.stringify(kind);

it('needs no other values: whatever else a person could raise asks for more', () => {
  fc.assert(
    fc.property(rulesOver(anything), profiles.map(told), (rule, profile) => {
      const compiled = compiledOf(rule);
      const raises = criteriaOf(rule)
        .flatMap(everyRaise)
        .filter((change) => isRaise(profile, change));
      const distinct = [...new Map(raises.map((change) => [JSON.stringify(change), change])).values()];
      const slots = new Map(distinct.map((change) => [kindOf(change), { ...noSlot }]));
      const options = distinct.flatMap((change) => {
        const slot = slots.get(kindOf(change));
        return slot === undefined ? [] : [{ slot, change }];
      });
      const sets = found(compiled, profile, 2);
      for (const size of [1, 2]) {
        if (isEligible(compiled, profile) || (sets[0] && sets[0].length < size)) return;
        for (const other of subsets(options, size)) {
          const changes = other.map(({ change }) => change);
          if (!opens(changes, compiled, profile)) continue;
          const isLess = (less: Changes) =>
            less.length === size && less.every((change) => changes.some((more) => isNoLess(more, change)));
          expect(sets.some(isLess), JSON.stringify(changes)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('is sound and minimal: the changes of a set open the pathway, and no fewer of them do', () => {
  fc.assert(
    fc.property(rulesOver(fc.oneof(anything, offered)), profiles, (rule, profile) => {
      const compiled = compiledOf(rule);
      for (const changes of found(compiled, profile, 3)) {
        expect(opens(changes, compiled, profile)).toBe(true);
        for (let kept = 0; kept < 2 ** changes.length - 1; kept += 1) {
          const fewer = changes.filter((_, at) => kept & (1 << at));
          expect(opens(fewer, compiled, profile)).toBe(false);
        }
      }
    }),
    { numRuns: 600 },
  );
}, 60_000);
