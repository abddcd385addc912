import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;
const AGAIN_MS = 200;

/** Asks again and again, the same, until it is told what became of it. */
export async function untilTold<T>(ask: () => Promise<T>, isAway: (error: unknown) => boolean): Promise<T> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(AGAIN_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!isAway(error) || Date.now() > deadline) throw error;
    }
  }
}
