import { expect, it } from 'vitest';
import { completeDocuments } from './complete-documents.ts';
import { limits } from './limits.ts';
import { parseDocument } from './parse.ts';

const adult = (id = 'adult') => ({ id, fact: 'age', gte: 18 });

function nested(depth: number, form: (inner: unknown) => unknown): unknown {
  let rule: unknown = { all: [] };
  for (let level = 1; level < depth; level += 1) rule = form(rule);
  return rule;
}

const withRule = (eligibility: unknown) => {
  const parsed = parseDocument({ ...completeDocuments.pathway, eligibility });
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
};

const forms: [string, (inner: unknown) => unknown][] = [
  ['all', (inner) => ({ all: [inner] })],
  ['none', (inner) => ({ none: [inner] })],
  ['atLeast', (inner) => ({ atLeast: 1, of: [inner] })],
  ['points', (inner) => ({ points: { pass: 1, items: [{ id: 'a', points: 1, when: inner }] } })],
];

it.each(forms)('%s may be nested as deep as the limit, and no deeper', (_, form) => {
  expect(withRule(nested(limits.ruleDepth, form))).toEqual([]);
  expect(withRule(form(nested(limits.ruleDepth, form)))).toEqual(['rules are nested too deep: at most 50']);
});

it('a rule of a hundred thousand levels is refused, not a stack overflow', () => {
  const text = `${'{"all":['.repeat(100_000)}${']}'.repeat(100_000)}`;
  expect(withRule(JSON.parse(text))).toEqual(['rules are nested too deep: at most 50']);
  expect(withRule(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toEqual(['nested too deep: at most 300']);
});

it('an object that contains itself is refused', () => {
  const circle: Record<string, unknown> = {};
  circle['name'] = circle;
  expect(parseDocument({ type: 'quota', label: circle })).toMatchObject({ ok: false });
});

it('size has limits, each named', () => {
  const criteria = (count: number) => Array.from({ length: count }, (_, index) => adult(`c-${index}`));
  expect(withRule({ all: criteria(limits.criteria - 5) })).not.toContain(
    'too many criteria in one document: at most 5,000',
  );
  expect(withRule({ all: criteria(limits.criteria + 1) })).toEqual([
    'too many criteria in one document: at most 5,000',
  ]);
  expect(withRule({ all: Array(limits.entries + 1).fill({ all: [] }) })).toEqual(['too many entries: at most 10,000']);
  expect(withRule({ ...adult(), label: { en: 'x'.repeat(limits.characters + 1) } })).toEqual([
    'too many characters: at most 20,000',
  ]);
  const crowd = Array(40).fill({ all: Array(9_000).fill({ all: [] }) });
  expect(withRule({ all: crowd })).toEqual(['too many values in one document: at most 200,000']);
});

it.each(['{"type":"profile","__proto__":{"health":true}}', '{"type":"profile","declared":{"__proto__":true}}'])(
  'a key that would be a prototype is unknown: %s',
  (text) => {
    const place = text.includes('declared') ? '/declared/__proto__' : '/__proto__';
    expect(parseDocument(JSON.parse(text))).toEqual({
      ok: false,
      problems: [{ path: place, message: 'unknown key "__proto__"' }],
    });
  },
);
