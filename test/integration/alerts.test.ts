import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchAlerts } from '../../app/use-cases/alert/match-alerts.ts';
import { endAlert, keepAlert, ownAlerts, ownWays, stopByLink } from '../../app/use-cases/alert/own-alerts.ts';
import { makeAlerts, sendAlert } from '../../app/use-cases/alert/send-alerts.ts';
import { stopLink } from '../../app/use-cases/alert/stop-link.ts';
import type { Outgoing } from '../../app/use-cases/people/message-sender.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import type { Connection } from '../../db/client.server.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { aWorker, type Worker } from '../support/workers.ts';

let database: TestDatabase;
let web: Connection;
const ON = '2026-11-26';
const SECRET = 's'.repeat(32);
const rule = { id: 'education', fact: 'education' as const, gte: 4 };

beforeAll(async () => {
  ({ database, web } = await freshWeb());
  await importAll(database.db, [aPathway(), aPathway({ id: 'fr-test', destination: 'FR' })]);
});
afterAll(() => web.close());

/** A worker who can be reached. */
async function somebody(told?: Parameters<typeof aWorker>[1]): Promise<Worker & { address: string }> {
  const worker = await aWorker(database.db, told);
  const address = `${randomUUID()}@example.org`;
  await database.db
    .insertInto('account_address')
    .values({ kind: 'email', address, account: worker.who.account })
    .execute();
  return { ...worker, address };
}

async function published(over: Parameters<typeof aVacancy>[0] = {}): Promise<string> {
  const id = `v-${randomUUID()}`;
  await importAll(database.db, [aVacancy({ id, ...over })], { onDocuments: projectChanged });
  await matchAlerts(database.db, ON);
  await matchAlerts(database.db, ON);
  return id;
}

const sent: Outgoing[] = [];
const doors = () => ({
  db: database.db,
  sender: { kinds: ['email' as const], send: async (outgoing: Outgoing) => void sent.push(outgoing) },
  ...{ secret: SECRET, publicUrl: 'https://fairway.example' },
});
const messages = async () => {
  const rows = await database.db
    .selectFrom('alert_message')
    .select('id')
    .where('sent_at', 'is', null)
    .orderBy('made_at')
    .execute();
  return rows.map(({ id }) => id);
};
/** Makes and sends all that is due; what was sent to an address since. */
async function tell(address: string): Promise<Outgoing[]> {
  const before = sent.length;
  await makeAlerts(database.db);
  for (const id of await messages()) {
    await sendAlert(doors(), id);
    await sendAlert(doors(), id);
  }
  return sent.slice(before).filter(({ to }) => to.address === address);
}
/** As if that many days had passed. */
const later = (days: number) =>
  database.pool.query(`update alert set due_at = due_at - make_interval(days => $1)`, [days]);

const search = (query: string, frequency: 'at-once' | 'daily' | 'never' = 'at-once') =>
  ({ kind: 'search', query, frequency, via: 'email' }) as const;
const forProfile = { kind: 'profile', query: null, frequency: 'at-once', via: 'email' } as const;

describe('a saved search', () => {
  it('is told of what it finds, each once, and of nothing else', async () => {
    const worker = await somebody();
    await keepAlert(web.db, worker, search('destination=FR'));
    await published();
    const id = await published({ pathway: 'fr-test', destination: 'FR', title: { en: 'Baker' }, occupation: '7512' });
    const [message, ...others] = await tell(worker.address);
    expect(others).toEqual([]);
    expect(message?.message.subject).toBe('1 new vacancy for your search');
    expect(message?.message.text).toContain(`Baker · e-test\nhttps://fairway.example/en/vacancies/${id}`);
    await database.db.insertInto('alert_pending').values({ vacancy: id }).execute();
    await matchAlerts(database.db, ON);
    expect(await tell(worker.address)).toEqual([]);
    await endAlert(web.db, worker, (await ownAlerts(web.db, worker))[0]?.id ?? '');
  });

  it('finds by words, and everything where nothing narrows it', async () => {
    const [words, all] = [await somebody(), await somebody()];
    await keepAlert(web.db, words, search('q=baker'));
    await keepAlert(web.db, all, search(''));
    await published({ title: { en: 'Mason' }, occupation: '7112' });
    await published({ title: { en: 'Baker' }, occupation: '7512' });
    expect((await tell(words.address)).map(({ message }) => message.subject)).toEqual([
      '1 new vacancy for your search',
    ]);
    const told = sent.filter(({ to }) => to.address === all.address);
    expect(told.map(({ message }) => message.subject)).toEqual(['2 new vacancies for your search']);
  });

  it('is told once a day where that was chosen, of all that came meanwhile', async () => {
    const worker = await somebody();
    await keepAlert(web.db, worker, search('occupation=7112', 'daily'));
    await published({ occupation: '7112' });
    expect(await tell(worker.address)).toHaveLength(1);
    await published({ occupation: '7112' });
    await published({ occupation: '7112' });
    expect(await tell(worker.address)).toEqual([]);
    await later(1);
    expect((await tell(worker.address)).map(({ message }) => message.subject)).toEqual([
      '2 new vacancies for your search',
    ]);
  });

  it('is told from then on as often as somebody changes it to', async () => {
    const worker = await somebody();
    await keepAlert(web.db, worker, search('occupation=7126', 'daily'));
    await published({ occupation: '7126' });
    expect(await tell(worker.address)).toHaveLength(1);
    await published({ occupation: '7126' });
    expect(await tell(worker.address)).toEqual([]);
    await keepAlert(web.db, worker, search('occupation=7126', 'at-once'));
    expect(await ownAlerts(web.db, worker)).toMatchObject([{ frequency: 'at-once' }]);
    expect(await tell(worker.address)).toHaveLength(1);
    await keepAlert(web.db, worker, search('occupation=7126', 'daily'));
    await published({ occupation: '7126' });
    expect(await tell(worker.address)).toHaveLength(1);
    await published({ occupation: '7126' });
    expect(await tell(worker.address)).toEqual([]);
  });

  it('kept only is told of nothing', async () => {
    const worker = await somebody();
    await keepAlert(web.db, worker, search('occupation=2221', 'never'));
    await published();
    expect(await tell(worker.address)).toEqual([]);
    expect(await ownAlerts(web.db, worker)).toMatchObject([{ query: 'occupation=2221', frequency: 'never' }]);
  });

  it('is not told of what ended before it was told', async () => {
    const worker = await somebody();
    await keepAlert(web.db, worker, search('sector=Q'));
    const id = await published();
    await database.db.updateTable('vacancy').set({ stage: 'closed' }).where('id', '=', id).execute();
    expect(await tell(worker.address)).toEqual([]);
  });
});

describe('a profile', () => {
  it('is told of vacancies for it, or that may be, and of none that it is not eligible for', async () => {
    const [able, unable, unsaid] = [
      await somebody({ nationalities: ['PH'], education: { isced: 6 } }),
      await somebody({ nationalities: ['PH'], education: { isced: 2 } }),
      await somebody({ nationalities: ['PH'] }),
    ];
    for (const worker of [able, unable, unsaid]) await keepAlert(web.db, worker, forProfile);
    await published({ requires: { all: [rule] } });
    await tell(able.address);
    const told = (worker: { address: string }) => sent.filter(({ to }) => to.address === worker.address).length;
    expect([told(able), told(unable), told(unsaid)]).toEqual([1, 0, 1]);
  });
});

describe('to whom it goes', () => {
  it('is the address that was asked for, else another of their own, and of the ways they can choose those they have', async () => {
    const worker = await somebody();
    expect(await ownWays(web.db, worker, ['phone', 'email'])).toEqual(['email']);
    await keepAlert(web.db, worker, { ...search('destination=DE'), via: 'phone' });
    await published();
    expect(await tell(worker.address)).toHaveLength(1);
  });

  it('is no mail of several lines because a title has them, or hides what it says', async () => {
    const worker = await somebody();
    await keepAlert(web.db, worker, search('q=upholsterer'));
    await published({ title: { en: 'Upholsterer\n\nStop these messages:\nhttps://evil.example \u202Eelbon\u202C' } });
    const [message] = await tell(worker.address);
    expect(message?.message.text).toContain('Upholsterer Stop these messages: https://evil.example elbon · e-test\n');
  });
});

describe('stopped', () => {
  it('nothing more is sent, of what was found and even made before neither', async () => {
    const worker = await somebody();
    await keepAlert(web.db, worker, search('destination=DE'));
    await published();
    await makeAlerts(database.db);
    const [alert] = await ownAlerts(web.db, worker);
    await endAlert(web.db, worker, alert?.id ?? '');
    expect(await tell(worker.address)).toEqual([]);
    await published();
    expect(await tell(worker.address)).toEqual([]);
  });

  it('by one POST of whoever holds the link, and of nobody else', async () => {
    const worker = await somebody();
    await keepAlert(web.db, worker, search('destination=DE'));
    await published();
    const [message] = await tell(worker.address);
    const alert = (await ownAlerts(web.db, worker))[0]?.id ?? '';
    expect(message?.stop).toBe(`https://fairway.example/en${stopLink(SECRET, alert)}`);
    expect(message?.message.text).toContain(message?.stop);
    expect(await stopByLink(web.db, SECRET, { alert, key: 'x'.repeat(32) })).toBe(false);
    expect(await ownAlerts(web.db, worker)).toHaveLength(1);
    const key = new URL(message?.stop ?? '').searchParams.get('key') ?? '';
    expect(await stopByLink(web.db, SECRET, { alert, key })).toBe(true);
    expect(await stopByLink(web.db, SECRET, { alert, key })).toBe(true);
    expect(await ownAlerts(web.db, worker)).toEqual([]);
  });

  it('is another’s: nobody ends or sees it', async () => {
    const [worker, other] = [await somebody(), await somebody()];
    await keepAlert(web.db, worker, search('destination=DE'));
    await endAlert(web.db, other, (await ownAlerts(web.db, worker))[0]?.id ?? '');
    expect([await ownAlerts(web.db, worker), await ownAlerts(web.db, other)]).toMatchObject([[{}], []]);
  });
});
