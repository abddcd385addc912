import { describe, expect, it } from 'vitest';
import { explain } from '../documents/explain.ts';
import type { Operator } from './comparison.ts';
import { facts, journeyFacts } from './facts.ts';
import { type FactName, PersonRule, Rule } from './rule.ts';

const messages = (rule: unknown, schema = Rule) =>
  [...explain(schema, rule)].map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
const accepted = (rule: unknown, schema = Rule) => schema.safeParse(rule).success;

const order = 'gte gt lte lt';
const list = 'in notIn';

type Grammar = { takes: string; value: unknown; wrong: unknown; required?: object; optional?: object };

/** The table «Facts» of the contract: comparisons, a right value and a wrong one, required and optional parameters. */
const grammar: Record<FactName, Grammar> = {
  age: { takes: `${order} eq ne`, value: 18, wrong: '18' },
  sex: { takes: `eq ne ${list}`, value: 'female', wrong: 'F' },
  nationality: { takes: list, value: 'PH', wrong: 'Philippines' },
  residence: { takes: `eq ne ${list}`, value: 'PH', wrong: 'ph' },
  education: { takes: `${order} eq`, value: 8, wrong: 9 },
  language: { takes: 'gte lt', value: 'B1', wrong: 'b1', required: { of: 'zh-Hant' } },
  test: { takes: order, value: 6.5, wrong: '6.5', required: { of: 'eps-topik' }, optional: { withinMonths: 24 } },
  experience: { takes: order, value: 12, wrong: 1.5, optional: { of: ['22', '3'], withinMonths: 60 } },
  qualification: { takes: 'gte eq', value: 'recognised', wrong: 'yes', optional: { of: ['2221'] } },
  training: { takes: order, value: 24, wrong: -1, optional: { of: ['2221'] } },
  offer: { takes: 'eq', value: true, wrong: 'yes' },
  offerOccupation: { takes: list, value: '22', wrong: '8999' },
  offerWage: { takes: order, value: 12.41, wrong: -1, required: { currency: 'EUR', per: 'hour' } },
  offerMonths: { takes: order, value: 12, wrong: null },
  savings: { takes: order, value: 0, wrong: '0', required: { currency: 'EUR' } },
  health: { takes: 'eq', value: false, wrong: 0 },
  criminalRecord: { takes: 'eq', value: true, wrong: 'clear' },
  stay: { takes: order, value: 213, wrong: 1.5, required: { withinMonths: 11 }, optional: { where: ['NZ'] } },
  participation: { takes: `${order} eq`, value: 0, wrong: -1, optional: { of: ['nz-rse'] } },
  overstay: { takes: 'eq', value: false, wrong: 'no', optional: { where: ['KR', 'XK'] } },
  displacement: { takes: 'eq in', value: 'crisis', wrong: 'war' },
  dependants: { takes: `${order} eq`, value: 0, wrong: 0.5 },
  licence: { takes: 'eq', value: true, wrong: 'B', required: { of: 'C1E' } },
  declared: { takes: 'eq', value: false, wrong: 'false', required: { of: 'return-ticket' } },
  destination: { takes: `eq ne ${list}`, value: 'DE', wrong: 'Germany' },
  pathway: { takes: `eq ne ${list}`, value: 'de-thamm', wrong: 'DE THAMM' },
  pathwayKind: { takes: `eq ne ${list}`, value: 'training', wrong: 'trainee' },
  occupation: { takes: `eq ne ${list}`, value: '9111', wrong: '99999' },
};

const everyOperator: Operator[] = ['eq', 'ne', 'in', 'notIn', 'gte', 'gt', 'lte', 'lt'];
const compared = (operator: Operator, value: unknown) => ({
  [operator]: /^(in|notIn)$/.test(operator) ? [value] : value,
});

it('the table of the contract and the facts of the code are the same', () => {
  expect(Object.keys(facts).sort()).toEqual(Object.keys(grammar).sort());
  expect(Object.entries(facts).filter(([key, { name }]) => key !== name)).toEqual([]);
});

describe.each(Object.entries(grammar))('%s', (fact, { takes, value, wrong, required = {}, optional = {} }) => {
  const allowed = takes.split(' ');
  const [first] = everyOperator.filter((operator) => allowed.includes(operator));
  const bare = { id: 'a', fact, ...required };
  const criterion = { ...bare, ...(first && compared(first, value)) };

  it.each(everyOperator)('is compared by %s or not, as the contract says', (operator) => {
    expect(accepted({ ...bare, ...compared(operator, value) })).toBe(allowed.includes(operator));
  });

  it.each(allowed)('refuses a wrong value of %s', (operator) => {
    const found = everyOperator.filter((known) => known === operator);
    for (const known of found) expect(messages({ ...bare, ...compared(known, wrong) })).toHaveLength(1);
  });

  it('takes its optional parameters, a label and a source, and nothing else', () => {
    expect(messages({ ...criterion, ...optional, label: { en: 'In words' }, cite: 's1' })).toEqual([]);
    const others = ['of', 'where', 'withinMonths', 'currency', 'per'].filter(
      (key) => !(key in required || key in optional),
    );
    for (const key of others) expect(messages({ ...criterion, [key]: ['PH'] })).toHaveLength(1);
  });

  it.each(Object.keys(required))('needs %s', (key) => {
    const without = Object.fromEntries(Object.entries(criterion).filter(([other]) => other !== key));
    expect(messages(without)).toEqual([expect.stringMatching(`^/${key}: required key "${key}" is missing`)]);
  });

  it.each(Object.entries({ ...required, ...optional }))('refuses an empty or senseless %s', (key, parameter) => {
    const nonsense = Array.isArray(parameter) ? [] : key === 'withinMonths' ? 0 : '';
    expect(messages({ ...criterion, [key]: nonsense })).toEqual([
      expect.stringMatching(`^/${key}: expected .*, found`),
    ]);
  });

  it('compares exactly once', () => {
    expect(messages(bare)).toEqual([
      `no comparison: expected exactly one of ${everyOperator.filter((one) => allowed.includes(one)).join(', ')}`,
    ]);
    const [one, other] = everyOperator.filter((operator) => allowed.includes(operator));
    if (one === undefined || other === undefined) return;
    const twice = { ...bare, ...compared(one, value), ...compared(other, value) };
    expect(messages(twice)).toEqual([`2 comparisons (${one}, ${other}): keep one`]);
  });

  it('is known outside a procedure only if it is a fact of a person', () => {
    expect(messages({ any: [criterion] }, PersonRule)).toEqual(
      Object.hasOwn(journeyFacts, fact) ? [`/any/0/fact: the fact "${fact}" stands only in a procedure's "when"`] : [],
    );
  });
});

const adult = { id: 'adult', fact: 'age', gte: 18 };

describe('forms', () => {
  it.each([
    [{ all: [] }],
    [{ any: [] }],
    [{ none: [adult] }],
    [{ atLeast: 0, of: [] }],
    [{ atLeast: 3, of: [adult] }],
    [{ points: { pass: 0, items: [] } }],
    [{ points: { pass: 1.5, items: [{ id: 'a', points: 0.5, when: { all: [] } }], groupMax: { nobody: 0 } } }],
  ])('%j is a rule', (rule) => expect(messages(rule)).toEqual([]));

  const anyForm = 'expected a rule: an object with one of "all", "any", "none", "atLeast", "points", "fact"';
  it.each([
    [{}, `${anyForm}, found an object`],
    [[], `${anyForm}, found an empty list`],
    ['any', `${anyForm}, found "any"`],
    [null, `${anyForm}, found null`],
    [{ none_: [] }, `${anyForm}, found the key "none_"; did you mean "none"?`],
    [{ all: [], any: [] }, '2 forms of rule (all, any): keep one'],
    [{ ...adult, all: [] }, '2 forms of rule (all, fact): keep one'],
    [{ all: adult }, `/all: expected a list, each entry ${anyForm.replace('expected ', '')}, found an object`],
    [{ all: [adult], label: { en: 'x' } }, '/label: unknown key "label": expected one of the keys all'],
    [{ atLeast: 1 }, /^\/of: required key "of" is missing/],
    [{ atLeast: 1.5, of: [] }, /^\/atLeast: expected how many rules must be met, an integer, 0 or more, found 1\.5$/],
    [{ fact: 'age', gte: 18 }, /^\/id: required key "id" is missing/],
    [{ id: 'a', fact: 'agee', gte: 18 }, '/fact: unknown fact "agee"; did you mean "age"?'],
    [{ id: 'a', fact: 'constructor', gte: 18 }, '/fact: unknown fact "constructor"'],
    [{ id: 'a', fact: 5 }, '/fact: expected the name of a fact, found 5'],
    [{ any: [{ all: [{ ...adult, gte: '18' }] }] }, '/any/0/all/0/gte: expected an integer 0–120, found "18"'],
    [{ ...adult, gte: undefined, in: [18] }, /^\/in: unknown key "in": expected one of the keys id, fact, gte/],
    [
      { points: { pass: 1, items: [{ id: 'a', points: 0, when: adult }] } },
      '/points/items/0/points: expected points, a number above 0, found 0',
    ],
    [
      {
        points: {
          pass: 1,
          items: [
            { id: 'a', points: 1, when: adult },
            { id: 'a', points: 1, when: { all: [] } },
          ],
        },
      },
      '/points/items/1/id: the id "a" is already that of entry 0 of this list',
    ],
    [
      { points: { pass: 1, items: [], groupMax: { g: -1 } } },
      /^\/points\/groupMax\/g: expected the most points of a group/,
    ],
  ])('%j is none', (rule, message) =>
    expect(messages(rule)).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]),
  );
});
