import { expect, it } from 'vitest';
import { flawsOf, proveAlerts } from '../proof/alerts.ts';
import { freshDatabase } from '../support/database.ts';

/** `npm run proof -- alerts` kills a hundred times. */
it('tells each of each vacancy once, however often the job runner is killed', async () => {
  const database = await freshDatabase();
  expect(await proveAlerts(database, { kills: 3, step: () => undefined })).toMatch(/^no flaw in [1-9]\d* messages/);
}, 120_000);

it('the judge finds what was told twice, never, to somebody else, and after one stopped', () => {
  const id = 'v-00000000-0000-0000-0000-000000000001';
  const mail = (to: string, message: string) => ({
    ...{ from: 'a@example.org', to: [to] },
    source: `Message-ID: <${message}>\n\nNurse\nhttps://fairway.example/en/vacancies/${id}\n`,
  });
  const readers = [
    { address: 'a', occupation: '2221' as const },
    { address: 'b', occupation: '2221' as const },
    { address: 'c', occupation: '5131' as const },
  ];
  const published = [{ id, occupation: '2221' }];
  const flaws = (mails: ReturnType<typeof mail>[], stopped = new Map<string, number>()) =>
    flawsOf(readers, published, mails, stopped);
  expect(flaws([mail('a', '1'), mail('b', '2')])).toEqual([]);
  expect(flaws([mail('a', '1'), mail('a', '1'), mail('b', '2')])).toEqual([]);
  expect(flaws([mail('a', '1'), mail('a', '3'), mail('b', '2')])).toEqual([`a was told 2 times of ${id}, not 1`]);
  expect(flaws([mail('a', '1')])).toEqual([`b was told 0 times of ${id}, not 1`]);
  expect(flaws([mail('a', '1'), mail('b', '2'), mail('c', '3')])).toEqual([`c was told 1 times of ${id}, not 0`]);
  expect(flaws([mail('a', '1'), mail('b', '2')], new Map([['b', 1]]))).toEqual(['b was told after one stopped']);
});
