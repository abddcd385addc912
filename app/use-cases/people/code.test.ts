import { describe, expect, it } from 'vitest';
import { readCode } from '../../domain/people/code.ts';
import { codeHash, isCode, newCode } from './code.ts';

const SECRET = 's'.repeat(32);

describe('a new code', () => {
  it('is one that can be typed, and seldom the same', () => {
    const codes = Array.from({ length: 1_000 }, newCode);
    expect(codes.filter((code) => readCode(code) !== code)).toEqual([]);
    expect(new Set(codes).size).toBeGreaterThan(900);
  });

  it('begins with each digit now and then, with 0 as well', () => {
    const first = new Set(Array.from({ length: 1_000 }, () => newCode()[0]));
    expect([...first].sort().join('')).toBe('0123456789');
  });
});

describe('the hash of a code', () => {
  const stored = codeHash(SECRET, 'attempt-1', '012345');

  it('tells the code only to who has the secret, for its attempt', () => {
    expect(stored).toMatch(/^[0-9a-f]{64}$/);
    expect(isCode(SECRET, 'attempt-1', '012345', stored)).toBe(true);
    expect(isCode(SECRET, 'attempt-1', '012346', stored)).toBe(false);
    expect(isCode(SECRET, 'attempt-2', '012345', stored)).toBe(false);
    expect(isCode('t'.repeat(32), 'attempt-1', '012345', stored)).toBe(false);
  });

  it('holds its parts apart', () => expect(codeHash(SECRET, 'a', 'bc')).not.toBe(codeHash(SECRET, 'ab', 'c')));

  it('is nobody’s where what was stored is no hash', () => {
    expect(isCode(SECRET, 'attempt-1', '012345', '')).toBe(false);
    expect(isCode(SECRET, 'attempt-1', '012345', `${stored}00`)).toBe(false);
  });
});
