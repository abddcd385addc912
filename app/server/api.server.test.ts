import { expect, it } from 'vitest';
import { awayProblem } from './api.server.ts';
import { withPatience } from './patience.server.ts';

const never = new Promise<never>(() => undefined);
const gone = Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });

it.each([
  ['a write that took too long may still be done', () => withPatience(never, 5), 'POST', /may still be done/],
  [
    'a question that took too long is asked again',
    () => withPatience(never, 5),
    'GET',
    /^The database does not answer/,
  ],
  ['nothing was done where the database is away', () => Promise.reject(gone), 'POST', /^The database does not answer/],
])('%s', async (_, work, method, detail) => {
  const answer = await work().catch((error: unknown) => awayProblem(error, method));
  expect(answer.status).toBe(503);
  expect((await answer.json()).detail).toMatch(detail);
});
