import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TakeTurn, takeTurns } from './turns.ts';

const FOR_EVER = 2 ** 31 - 1;

/** Works that end when they are told to, and what became of them. */
function works(take: TakeTurn) {
  const started: number[] = [];
  const ends = new Map<number, () => void>();
  const outcomes = new Map<number, string>();
  return {
    started,
    outcomes,
    running: () => ends.size,
    come: (name: number) =>
      void take(
        () =>
          new Promise<string>((resolve) => {
            started.push(name);
            ends.set(name, () => resolve('done'));
          }),
      ).then((outcome) => outcomes.set(name, outcome)),
    endOldest: () => {
      const [oldest] = ends;
      if (!oldest) return;
      ends.delete(oldest[0]);
      oldest[1]();
    },
  };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('go to two at once, three wait in their order, and the next is told to come again', async () => {
    const all = works(takeTurns({ atOnce: 2, waiting: 3, patienceMs: FOR_EVER }));
    for (const name of [1, 2, 3, 4, 5, 6]) all.come(name);
    await settle();
    expect([all.started, [...all.outcomes]]).toEqual([[1, 2], [[6, 'busy']]]);
    all.endOldest();
    await settle();
    expect(all.started).toEqual([1, 2, 3]);
    for (let left = 4; left > 0; left--) {
      all.endOldest();
      await settle();
    }
    expect(all.started).toEqual([1, 2, 3, 4, 5]);
    expect([...all.outcomes.values()].filter((outcome) => outcome === 'done')).toHaveLength(5);
  });

  it('are given up by whoever has waited long enough, and by nobody else', async () => {
    const all = works(takeTurns({ atOnce: 1, waiting: 1, patienceMs: 1 }));
    all.come(1);
    all.come(2);
    while (!all.outcomes.has(2)) await settle();
    expect([all.outcomes.get(2), all.started]).toEqual(['busy', [1]]);
    all.come(3);
    all.endOldest();
    await settle();
    expect(all.started).toEqual([1, 3]);
  });

  it('are handed on by a work that fails, whose error is for whoever asked', async () => {
    const take = takeTurns({ atOnce: 1, waiting: 0, patienceMs: FOR_EVER });
    await expect(take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await take(async () => 'next')).toBe('next');
  });

  it('are never more than agreed, and none is lost, whatever comes and ends when', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 60 }),
        fc.nat(3),
        fc.nat(5),
        async (moves, more, waiting) => {
          const atOnce = more + 1;
          const all = works(takeTurns({ atOnce, waiting, patienceMs: FOR_EVER }));
          let came = 0;
          for (const comes of moves) {
            if (comes) all.come(came++);
            else all.endOldest();
            await settle();
            expect(all.running()).toBeLessThanOrEqual(atOnce);
            const refused = [...all.outcomes.values()].filter((outcome) => outcome === 'busy').length;
            expect(came - all.started.length - refused).toBeLessThanOrEqual(waiting);
          }
          while (all.running() > 0) {
            all.endOldest();
            await settle();
          }
          expect(all.outcomes.size).toBe(came);
          expect(all.started).toEqual([...all.started].sort((a, b) => a - b));
        },
      ),
      { numRuns: 50 },
    ));
});
