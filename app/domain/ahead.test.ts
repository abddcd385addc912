import { describe, expect, it } from 'vitest';
import { ahead } from './ahead.ts';

const told = (log: string[]) => async (known: { name: string }) => {
  log.push(known.name);
  return `by ${known.name}`;
};

describe('working ahead of a look', () => {
  const old = { name: 'old' };
  const fresh = { name: 'fresh' };

  it('looks first where nothing is known', async () => {
    const log: string[] = [];
    expect(await ahead(undefined, async () => fresh, told(log))).toBe('by fresh');
    expect(log).toEqual(['fresh']);
  });

  it('begins before it has looked, and keeps what it did while nothing changed', async () => {
    const log: string[] = [];
    const look = async () => {
      log.push('look');
      return old;
    };
    expect(await ahead(old, look, told(log))).toBe('by old');
    expect(log).toEqual(['old', 'look']);
  });

  it('does it anew where something changed', async () => {
    const log: string[] = [];
    expect(await ahead(old, async () => fresh, told(log))).toBe('by fresh');
    expect(log).toEqual(['old', 'fresh']);
  });

  it('fails where the look fails, or the work', async () => {
    const fails = () => Promise.reject(new Error('gone'));
    await expect(ahead(old, fails, told([]))).rejects.toThrow('gone');
    await expect(ahead(old, async () => old, fails)).rejects.toThrow('gone');
  });
});
