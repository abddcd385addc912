import * as z from 'zod';
import { choosing, inspected } from '../documents/explain.ts';
import { Id } from '../documents/ids.ts';
import { isObject, listAt, states } from '../documents/json.ts';
import { type Fault, shown } from '../documents/problem.ts';
import { didYouMean, suggest } from '../documents/suggest.ts';
import { Text } from '../documents/text.ts';
import { inspectUniqueIds } from '../documents/unique-ids.ts';
import { facts, journeyFacts, personFacts } from './facts.ts';

export type PersonFactName = keyof typeof personFacts;
export type JourneyFactName = keyof typeof journeyFacts;
/** The name of a fact that a criterion may ask for. */
export type FactName = keyof typeof facts;

/** A criterion over one fact: `CriterionOf<'age'>`. */
export type CriterionOf<N extends FactName> = { [F in N]: z.infer<(typeof facts)[F]['criterion']> }[N];
export type PersonCriterion = CriterionOf<PersonFactName>;
/** A leaf of a rule: a fact, its parameters, and exactly one comparison. */
export type Criterion = CriterionOf<FactName>;

/** An item of a points test: its points, more than 0, count when its rule is met. */
export type PointsItem<C> = { id: string; points: number; when: RuleOver<C>; label?: Text; group?: string };
export type Points<C> = { pass: number; items: PointsItem<C>[]; groupMax?: Record<string, number> };

/** A rule whose leaves are `C`. */
export type RuleOver<C> =
  | { all: RuleOver<C>[] }
  | { any: RuleOver<C>[] }
  | { none: RuleOver<C>[] }
  | { atLeast: number; of: RuleOver<C>[] }
  | { points: Points<C> }
  | C;

/** True of a rule that is a criterion, not made of others. */
export const isCriterion = <C extends { fact: string }>(rule: RuleOver<C>): rule is C => 'fact' in rule;

/** Who qualifies and what a vacancy requires: a rule over facts of a person only. */
export type PersonRule = RuleOver<PersonCriterion>;
/** A rule over any fact, as a procedure's `when` may hold it; every PersonRule is one. */
export type Rule = RuleOver<Criterion>;

const formKeys = ['all', 'any', 'none', 'atLeast', 'points', 'fact'] as const;
const formsExpected = `a rule: an object with one of ${formKeys.map((key) => `"${key}"`).join(', ')}`;

function ruleOver<C>(id: string, criterion: z.ZodType<C>): z.ZodType<RuleOver<C>> {
  const rule: z.ZodType<RuleOver<C>> = z.lazy(() => union).meta({ id, description: formsExpected });
  const rules = z.array(rule);
  const pointsItem = z.strictObject({
    id: Id,
    points: z.number().positive().describe('points, a number above 0'),
    when: rule,
    label: Text.optional(),
    group: Id.optional(),
  });
  const points = inspected(
    z.strictObject({
      pass: z.number().describe('the points to reach, a number'),
      items: z.array(pointsItem),
      groupMax: z.record(Id, z.number().min(0).describe('the most points of a group, a number, 0 or more')).optional(),
    }),
    (test) => inspectUniqueIds(listAt(test, ['items']), ['items']),
  );
  const forms = {
    all: z.strictObject({ all: rules }),
    any: z.strictObject({ any: rules }),
    none: z.strictObject({ none: rules }),
    atLeast: z.strictObject({
      atLeast: z.int().min(0).describe('how many rules must be met, an integer, 0 or more'),
      of: rules,
    }),
    points: z.strictObject({ points }),
    fact: criterion,
  };
  const union = choosing(
    z.union([forms.all, forms.any, forms.none, forms.atLeast, forms.points, forms.fact]),
    (value) => chooseForm(value, forms),
  );
  return rule;
}

type Forms = Record<(typeof formKeys)[number], z.ZodType>;

function chooseForm(value: unknown, forms: Forms): z.ZodType | Fault {
  const [form, ...others] = isObject(value) ? formKeys.filter((key) => states(value, key)) : [];
  if (form === undefined) return formless(value);
  if (others.length === 0) return forms[form];
  return {
    path: [],
    message: `${others.length + 1} forms of rule (${[form, ...others].join(', ')}): keep one`,
    expected: formsExpected,
  };
}

function formless(value: unknown): Fault {
  const slip = Object.keys(isObject(value) ? value : {}).find((key) => suggest(key, formKeys) !== undefined);
  const found = slip === undefined ? shown(value) : `the key ${shown(slip)}${didYouMean(slip, formKeys)}`;
  return { path: [], message: `expected ${formsExpected}, found ${found}`, expected: formsExpected };
}

type Criteria = Readonly<Record<string, { criterion: z.core.$ZodType }>>;

function chooseFact(value: unknown, allowed: Criteria): z.core.$ZodType | Fault {
  const name = isObject(value) ? value['fact'] : undefined;
  const chosen = typeof name === 'string' && Object.hasOwn(allowed, name) ? allowed[name] : undefined;
  return chosen?.criterion ?? { path: ['fact'], message: whyNoFact(name, allowed), expected: 'the name of a fact' };
}

function whyNoFact(name: unknown, allowed: Criteria): string {
  if (typeof name !== 'string') return `expected the name of a fact, found ${shown(name)}`;
  if (Object.hasOwn(journeyFacts, name)) return `the fact "${name}" stands only in a procedure's "when"`;
  return `unknown fact ${shown(name)}${didYouMean(name, Object.keys(allowed))}`;
}

type CriterionSchema = (typeof facts)[FactName]['criterion'];

function criterionOver<C extends CriterionSchema>([first, ...rest]: C[], allowed: Criteria): z.ZodType<z.infer<C>> {
  if (first === undefined) throw new TypeError('a grammar without facts');
  return choosing(z.discriminatedUnion('fact', [first, ...rest]), (value) => chooseFact(value, allowed));
}

const personCriteria = Object.values(personFacts).map(({ criterion }) => criterion);
const anyCriteria = Object.values(facts).map(({ criterion }) => criterion);

/** The schema of a rule over facts of a person. */
export const PersonRule = ruleOver<PersonCriterion>('Rule', criterionOver(personCriteria, personFacts));

/** The schema of a rule over any fact, for a procedure's `when`. */
export const Rule = ruleOver<Criterion>('JourneyRule', criterionOver(anyCriteria, facts));
