import { expect, it } from 'vitest';
import { isAway, withPatience } from './patience.server.ts';

const never = new Promise<string>(() => undefined);
const outcome = (work: Promise<string>) => withPatience(work, 5).catch((error: unknown) => isAway(error));

it('waits for what comes, and no longer than its patience for what does not', async () => {
  expect(await outcome(Promise.resolve('came'))).toBe('came');
  expect(await outcome(never)).toBe(true);
});

it('leaves the errors of the work as they are', async () => {
  const wrong = new TypeError('a bug');
  await expect(withPatience(Promise.reject(wrong), 1_000)).rejects.toBe(wrong);
  expect(isAway(wrong)).toBe(false);
});
