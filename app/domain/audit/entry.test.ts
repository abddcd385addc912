import { describe, expect, it } from 'vitest';
import { type AuditEntry, bodyOf } from './entry.ts';

const account = '0b9f6a52-0d0e-4f86-9a52-3f6a0b9f6a52';
const entry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  chain: 'ministry:NP',
  who: { kind: 'account', account, role: 'origin-ministry', state: 'NP' },
  action: 'publish-procedure',
  object: { type: 'procedure', id: 'np-departure' },
  ...change,
});

describe('the body of an entry', () => {
  it('is one text for one act, whatever the order of keys', () => {
    const changed = { after: { b: 1, a: 2 }, before: null, why: 'a « new » law\n' };
    const said = bodyOf(entry(changed));
    expect(said).toBe(bodyOf({ ...changed, after: { a: 2, b: 1 }, ...entry() }));
    expect(said).toBe(
      `{"action":"publish-procedure","after":{"a":2,"b":1},"before":null,"object":{"id":"np-departure","type":"procedure"},"who":{"account":"${account}","kind":"account","role":"origin-ministry","state":"NP"},"why":"a « new » law\\n"}`,
    );
  });

  it('takes text in any script, whole characters beyond U+FFFF too, and a backslash before u0000', () => {
    const why = 'نعم नेपाल 👩🏽‍🌾 "\\u0000" \u0001\u2028';
    expect(JSON.parse(bodyOf(entry({ why })))).toMatchObject({ why });
  });

  it.each([
    ['U+0000 in a value', { after: { part: ['x\0'] } }, /^body\/after\/part\/0 .*U\+0000/],
    ['U+0000 in a key', { after: { 'x\0': 1 } }, /^a key in body\/after .*U\+0000/],
    ['half a character', { why: '\ud83d' }, /^body\/why .*half of a character/],
    ['a chain with a line break', { chain: 'site\n1' }, /cannot name an audit chain/],
    ['no chain', { chain: '' }, /cannot name an audit chain/],
    ['an action without a name', { action: '' }, /^action .*has 0 characters/],
    [
      'an id that no index holds',
      { object: { type: 'file', id: 'x'.repeat(301) } },
      /^object\.id .*has 301 characters/,
    ],
  ])('refuses %s', (_, change, message) => {
    expect(() => bodyOf(entry(change))).toThrow(message);
  });
});
