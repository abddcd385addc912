/** What somebody is told who would have waited too long, or behind too many. */
export type Busy = 'busy';

/** Does the work when its turn comes. */
export type TakeTurn = <T>(work: () => Promise<T>) => Promise<T | Busy>;

/** Lets so many works run at once and so many wait, each for no longer than `patienceMs`; in the order in which they came. */
export function takeTurns(limit: { atOnce: number; waiting: number; patienceMs: number }): TakeTurn {
  const waiting = new Set<(comes: boolean) => void>();
  let running = 0;

  const turn = (): Promise<boolean> => {
    if (running < limit.atOnce) {
      running++;
      return Promise.resolve(true);
    }
    if (waiting.size >= limit.waiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const settle = (comes: boolean) => {
        clearTimeout(patience);
        waiting.delete(settle);
        resolve(comes);
      };
      const patience = setTimeout(() => settle(false), limit.patienceMs);
      waiting.add(settle);
    });
  };

  /** Hands the turn on, so that nobody who comes in between takes it. */
  const pass = () => {
    const [next] = waiting;
    if (next) next(true);
    else running--;
  };

  return async (work) => {
    if (!(await turn())) return 'busy';
    try {
      return await work();
    } finally {
      pass();
    }
  };
}
