import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canBe } from './can-be.ts';
import { compile } from './compile.ts';
import type { Finding } from './finding.ts';
import { judge } from './judge.ts';
import { openCriteria } from './open.ts';
import type { RuleOver } from './rule.ts';
import { type Goal, smallestSet } from './smallest.ts';

/** Held to brute force: every assignment of every criterion of small random rules. */

type Leaf = { id: number; fact: 'leaf'; finding: Finding };
type Rule = RuleOver<Leaf>;

const finding = fc.constantFrom<Finding>('met', 'unmet', 'unknown');
const leaf = finding.map((one): Rule => ({ id: 0, fact: 'leaf', finding: one }));
const group = fc.constantFrom('g', 'h', undefined);

const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => {
  const rules = fc.array(tie('rule'), { maxLength: 3 });
  const item = fc.record({ points: fc.constantFrom(0.1, 0.2, 1, 2, 3), when: tie('rule'), group });
  return {
    rule: fc.oneof(
      { maxDepth: 3 },
      { weight: 3, arbitrary: leaf },
      rules.map((all): Rule => ({ all })),
      rules.map((any): Rule => ({ any })),
      rules.map((none): Rule => ({ none })),
      fc.record({ atLeast: fc.nat(3), of: rules }),
      fc
        .record({
          pass: fc.constantFrom(0.3, 1, 3, 4),
          items: fc.array(item, { maxLength: 4 }),
          g: fc.constantFrom(1, 2),
        })
        .map(({ pass, items, g }): Rule => {
          const named = items.map(({ group: name, ...rest }, at) => ({
            ...{ id: `i${at}`, ...rest },
            ...(name && { group: name }),
          }));
          return { points: { pass, items: named, groupMax: { g } } };
        }),
    ),
  };
});

/** Gives every leaf a number of its own and lists them. */
function numbered(rule: Rule): { rule: Rule; leaves: Leaf[] } {
  const leaves: Leaf[] = [];
  const copy: Rule = JSON.parse(JSON.stringify(rule), (_, value) => {
    if (value?.fact !== 'leaf') return value;
    const one: Leaf = { ...value, id: leaves.length };
    leaves.push(one);
    return one;
  });
  return { rule: copy, leaves };
}

const small = anyRule.map(numbered).filter(({ leaves }) => leaves.length <= 8);
const RUNS = { numRuns: 3_000 };

const ready = (rule: Rule) =>
  compile(
    rule,
    ({ id, finding: own }: Leaf) =>
      (changed: ReadonlyMap<number, Finding>) =>
        changed.get(id) ?? own,
  );

/** Every choice of one value for each of the leaves. */
function* assignments(leaves: readonly Leaf[], values: readonly Finding[]): Generator<Map<number, Finding>> {
  const total = values.length ** leaves.length;
  for (let at = 0; at < total; at++)
    yield new Map(
      leaves.map(({ id }, place) => [id, values[Math.floor(at / values.length ** place) % values.length] ?? 'unknown']),
    );
}

const changes = (leaves: readonly Leaf[], changed: ReadonlyMap<number, Finding>) =>
  leaves.filter(({ id, finding: own }) => own !== 'unknown' && changed.get(id) !== own);

const opposite = (own: Finding, goal: Goal) => own !== 'unknown' && own !== goal;

it('stands in the way: the fewest criteria that would have to come out otherwise', () => {
  fc.assert(
    fc.property(small, ({ rule, leaves }) => {
      const decided = ready(rule);
      const found = smallestSet(judge(decided, new Map()), 'met', (own, goal) => (opposite(own, goal) ? 1 : 0));
      let fewest: number | undefined;
      for (const changed of assignments(leaves, ['met', 'unmet']))
        if (decided.decide(changed) === 'met')
          fewest = Math.min(fewest ?? Number.POSITIVE_INFINITY, changes(leaves, changed).length);
      expect(found?.length).toBe(fewest);
    }),
    RUNS,
  );
});

it('rests on: so many findings alone decide, and no fewer', () => {
  fc.assert(
    fc.property(small, ({ rule, leaves }) => {
      const decided = ready(rule);
      const judged = judge(decided, new Map());
      const found = smallestSet(judged, 'met', (own, goal) => (own === goal ? 1 : undefined));
      let fewest: number | undefined;
      for (let kept = 0; kept < 2 ** leaves.length; kept++) {
        const forgotten = new Map(leaves.flatMap(({ id }) => (kept & (1 << id) ? [] : [[id, 'unknown'] as const])));
        if (decided.decide(forgotten) === 'met')
          fewest = Math.min(fewest ?? Number.POSITIVE_INFINITY, leaves.length - forgotten.size);
      }
      // A finding that is not known carries nothing, so keeping it never makes a set smaller.
      expect(found?.length).toBe(judged.finding === 'met' ? fewest : undefined);
    }),
    RUNS,
  );
});

it('is open: exactly the criteria on which the verdict can still turn', () => {
  fc.assert(
    fc.property(small, ({ rule, leaves }) => {
      const decided = ready(rule);
      const unknown = leaves.filter(({ finding: own }) => own === 'unknown');
      const turning = unknown.filter((one) => {
        const others = unknown.filter((other) => other !== one);
        for (const told of assignments(others, ['met', 'unmet'])) {
          const [yes, no] = [new Map(told).set(one.id, 'met'), new Map(told).set(one.id, 'unmet')];
          if (decided.decide(yes) !== decided.decide(no)) return true;
        }
        return false;
      });
      expect([...openCriteria(judge(decided, new Map()))].map(({ id }) => id)).toEqual(turning.map(({ id }) => id));
    }),
    RUNS,
  );
});

it('can be: where some turn of the free criteria makes it so', () => {
  fc.assert(
    fc.property(small, fc.nat(), fc.constantFrom<Goal>('met', 'unmet'), ({ rule, leaves }, chosen, goal) => {
      const decided = ready(rule);
      const isFree = ({ id }: Leaf) => (chosen & (1 << id)) !== 0;
      const turns = [...assignments(leaves.filter(isFree), ['met', 'unmet'])];
      const reached = turns.some((changed) => decided.decide(changed) === goal);
      expect(canBe(judge(decided, new Map()), goal, isFree)).toBe(reached);
    }),
    RUNS,
  );
});
