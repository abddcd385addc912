import fc from 'fast-check';
import type { CriterionOf, PersonCriterion, PersonRule } from '../../../app/domain/documents/index.ts';
import * as pool from './pools.ts';
import { numbered } from './rewrite.ts';

const eq = <V>(value: fc.Arbitrary<V>) => value.map((eq) => ({ eq }));
const gte = <V>(value: fc.Arbitrary<V>) => value.map((gte) => ({ gte }));
const lt = <V>(value: fc.Arbitrary<V>) => value.map((lt) => ({ lt }));
const among = <V>(value: fc.Arbitrary<V>) => pool.some(value).map((values) => ({ in: values }));

const order = <V>(value: fc.Arbitrary<V>) =>
  fc.oneof(
    gte(value),
    value.map((gt) => ({ gt })),
    value.map((lte) => ({ lte })),
    lt(value),
  );
const sameness = <V>(value: fc.Arbitrary<V>) =>
  fc.oneof(
    eq(value),
    value.map((ne) => ({ ne })),
  );
const membership = <V>(value: fc.Arbitrary<V>) =>
  fc.oneof(
    among(value),
    pool.some(value).map((values) => ({ notIn: values })),
  );

const optional: { requiredKeys: [] } = { requiredKeys: [] };
const none = fc.constant({});
const truth = eq(fc.boolean());
const ofOccupations = { of: pool.some(pool.occupations) };

const criterion = <N extends string, P, C>(fact: N, params: fc.Arbitrary<P>, comparison: fc.Arbitrary<C>) =>
  fc.tuple(params, comparison).map(([given, compared]) => ({ id: 'c', fact, ...given, ...compared }));

/** Criteria over every fact of a person, with every comparison that the contract allows it. */
const criteria: { [N in PersonCriterion['fact']]: fc.Arbitrary<CriterionOf<N>> } = {
  age: criterion('age', none, fc.oneof(order(pool.ages), sameness(pool.ages))),
  sex: criterion('sex', none, fc.oneof(sameness(pool.sexes), membership(pool.sexes))),
  nationality: criterion('nationality', none, membership(pool.countries)),
  residence: criterion('residence', none, fc.oneof(sameness(pool.countries), membership(pool.countries))),
  education: criterion('education', none, fc.oneof(order(pool.iscedLevels), eq(pool.iscedLevels))),
  language: criterion('language', fc.record({ of: pool.languages }), fc.oneof(gte(pool.levels), lt(pool.levels))),
  test: criterion(
    'test',
    fc.record({ of: pool.tests, withinMonths: pool.windows }, { requiredKeys: ['of'] }),
    order(pool.scores),
  ),
  experience: criterion(
    'experience',
    fc.record({ ...ofOccupations, withinMonths: pool.windows }, optional),
    order(pool.monthCounts),
  ),
  qualification: criterion(
    'qualification',
    fc.record(ofOccupations, optional),
    fc
      .constantFrom<('none' | 'held' | 'recognised')[]>('none', 'held', 'recognised')
      .chain((standing) => fc.constantFrom({ gte: standing }, { eq: standing })),
  ),
  training: criterion('training', fc.record(ofOccupations, optional), order(pool.monthCounts)),
  offer: criterion('offer', none, truth),
  offerOccupation: criterion('offerOccupation', none, membership(pool.occupations)),
  offerWage: fc
    .tuple(pool.currencies, pool.requiredWages, fc.constantFrom('gte', 'gt', 'lte', 'lt'))
    .map(([currency, { per, required }, operator]) => ({
      id: 'c',
      fact: 'offerWage',
      currency,
      per,
      [operator]: required,
    })),
  offerMonths: criterion('offerMonths', none, order(pool.monthCounts)),
  savings: criterion('savings', fc.record({ currency: pool.currencies }), order(pool.amounts)),
  health: criterion('health', none, truth),
  criminalRecord: criterion('criminalRecord', none, truth),
  stay: criterion(
    'stay',
    fc.record({ where: pool.some(pool.countries), withinMonths: pool.windows }, { requiredKeys: ['withinMonths'] }),
    order(pool.dayCounts),
  ),
  participation: criterion(
    'participation',
    fc.record({ of: pool.some(pool.pathwayIds) }, optional),
    fc.oneof(order(pool.smallCounts), eq(pool.smallCounts)),
  ),
  overstay: criterion('overstay', fc.record({ where: pool.some(pool.countries) }, optional), truth),
  displacement: criterion('displacement', none, fc.oneof(eq(pool.displacements), among(pool.displacements))),
  dependants: criterion('dependants', none, fc.oneof(order(pool.smallCounts), eq(pool.smallCounts))),
  licence: criterion('licence', fc.record({ of: pool.licences }), truth),
  declared: criterion('declared', fc.record({ of: pool.declarations }), truth),
};

const points = fc.constantFrom(0.1, 0.2, 0.7, 1, 2, 3.5);
const groups = fc.constantFrom('g', 'h', 'constructor');

const anyCriterion = fc.oneof(...Object.values<fc.Arbitrary<PersonCriterion>>(criteria));

/** Rules that hold a few others, at times none: half of those are criteria, so that nesting ends. */
const { form } = fc.letrec<{ form: PersonRule; rule: PersonRule }>((tie) => {
  const few = fc.oneof(
    { weight: 9, arbitrary: fc.array(tie('rule'), { minLength: 1, maxLength: 4, size: 'max' }) },
    { weight: 1, arbitrary: fc.constant<PersonRule[]>([]) },
  );
  const item = fc.record(
    { id: fc.constant('i'), points, when: tie('rule'), group: groups },
    { requiredKeys: ['id', 'points', 'when'] },
  );
  const test = fc.record(
    {
      pass: fc.constantFrom(-1, 0, 0.1, 0.3, 1, 2, 2.7, 4),
      items: fc.array(item, { maxLength: 5, size: 'max' }),
      groupMax: fc.dictionary(groups, fc.constantFrom(0, 0.3, 1, 2), { maxKeys: 3, noNullPrototype: true }),
    },
    { requiredKeys: ['pass', 'items'] },
  );
  return {
    rule: fc.oneof(
      { maxDepth: 3, depthSize: 'max' },
      { weight: 1, arbitrary: anyCriterion },
      { weight: 1, arbitrary: tie('form') },
    ),
    form: fc.oneof(
      { depthSize: 'max' },
      few.map((all) => ({ all })),
      few.map((any) => ({ any })),
      few.map((none) => ({ none })),
      fc.record({ atLeast: pool.smallCounts, of: few }),
      test.map((points) => ({ points })),
    ),
  };
});

/** Sound rules of every form over every fact of a person, nested up to four deep, no id used twice. */
export const rules: fc.Arbitrary<PersonRule> = fc
  .oneof({ weight: 2, arbitrary: form }, { weight: 1, arbitrary: anyCriterion })
  .map(numbered);
