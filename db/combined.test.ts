import { describe, expect, it } from 'vitest';
import { combined } from './combined.ts';

/** Answers a number with its double, whatever it is asked together with, when it is let. */
function aDesk({ atMost = 100, broken = [] as number[], isForAll = false } = {}) {
  const asked: number[][] = [];
  let idle = 0;
  const ask = combined<number, number>({
    atMost,
    askAll: async (numbers) => {
      asked.push([...numbers]);
      await new Promise(setImmediate);
      if (numbers.some((one) => broken.includes(one))) throw new Error('broken');
      return numbers.map((one) => 2 * one);
    },
    isForAll: () => isForAll,
    idle: () => {
      idle += 1;
    },
  });
  return { ask, asked, idle: () => idle };
}

describe('questions asked together', () => {
  it('do not wait for company, and join those that came meanwhile', async () => {
    const { ask, asked, idle } = aDesk();
    expect(await Promise.all([1, 2, 3].map(ask))).toEqual([2, 4, 6]);
    expect(asked).toEqual([[1], [2, 3]]);
    await new Promise(setImmediate);
    expect(idle()).toBe(1);
    expect(await ask(4)).toBe(8);
    await new Promise(setImmediate);
    expect([asked.at(-1), idle()]).toEqual([[4], 2]);
  });

  it('are no more than so many', async () => {
    const { ask, asked } = aDesk({ atMost: 2 });
    await Promise.all([1, 2, 3, 4].map(ask));
    expect(asked).toEqual([[1], [2, 3], [4]]);
  });

  it('fail each for itself', async () => {
    const { ask, asked } = aDesk({ broken: [3] });
    const settled = await Promise.allSettled([1, 2, 3, 4].map(ask));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(asked).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
  });

  it('fail together, and are not asked again, where it is not about any of them', async () => {
    const { ask, asked } = aDesk({ broken: [3], isForAll: true });
    const settled = await Promise.allSettled([1, 2, 3, 4].map(ask));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    expect(asked).toEqual([[1], [2, 3, 4]]);
    expect(await ask(5)).toBe(10);
  });
});
