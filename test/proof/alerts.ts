import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { endAlert, keepAlert, ownAlerts } from '../../app/use-cases/alert/own-alerts.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import type { Db } from '../../db/client.server.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { startRunner } from '../support/killable-runner.ts';
import { type Mail, mailServer, read } from '../support/mail-server.ts';
import { aWorker, type Worker } from '../support/workers.ts';

/** `kills` of the job runner; `step`: one is over. */
export type AlertTrial = { kills: number; step(done: number): void };

const PEOPLE = 12;
/** Published between two kills. */
const AT_ONCE = 3;
const OCCUPATIONS = ['2221', '7112', '5131'] as const;

type Reader = Worker & { address: string; occupation: (typeof OCCUPATIONS)[number] };

/** Somebody who wants to be told at once of vacancies in one occupation. */
async function aReader(db: Db, at: number): Promise<Reader> {
  const occupation = OCCUPATIONS[at % OCCUPATIONS.length] ?? '2221';
  const worker = await aWorker(db);
  const address = `reader-${at}@example.org`;
  await db.insertInto('account_address').values({ kind: 'email', address, account: worker.who.account }).execute();
  await keepAlert(db, worker, {
    kind: 'search',
    query: `occupation=${occupation}`,
    frequency: 'at-once',
    via: 'email',
  });
  return { ...worker, address, occupation };
}

const vacanciesIn = (mail: Mail): string[] =>
  [...read(mail).text.matchAll(/\/vacancies\/(v-[0-9a-f-]{36})$/gm)].flatMap(([, id]) =>
    id === undefined ? [] : [id],
  );

/** Mails by their own id: one that was handed over twice is one. */
function distinct(mails: readonly Mail[]): Mail[] {
  const byId = new Map(mails.map((mail) => [read(mail).headers.get('message-id') ?? randomUUID(), mail]));
  return [...byId.values()];
}

type Published = { id: string; occupation: string };
/** Who stopped, and how many mails had come by then. */
type Stopped = ReadonlyMap<string, number>;

/** What is wrong with the mails: a vacancy told twice or never, to somebody else, or after one stopped. */
export function flawsOf(
  readers: readonly Pick<Reader, 'address' | 'occupation'>[],
  published: readonly Published[],
  mails: readonly Mail[],
  stopped: Stopped,
): string[] {
  const told = new Map<string, number>();
  for (const mail of distinct(mails))
    for (const id of vacanciesIn(mail)) told.set(`${mail.to[0]} ${id}`, (told.get(`${mail.to[0]} ${id}`) ?? 0) + 1);
  const pairs = readers.flatMap((reader) => published.map((vacancy) => ({ reader, vacancy })));
  return [
    ...pairs.flatMap(({ reader, vacancy }) => {
      const times = told.get(`${reader.address} ${vacancy.id}`) ?? 0;
      const due = reader.occupation === vacancy.occupation ? 1 : 0;
      if (times === due || (stopped.has(reader.address) && times < due)) return [];
      return [`${reader.address} was told ${times} times of ${vacancy.id}, not ${due}`];
    }),
    ...[...stopped].flatMap(([address, before]) =>
      mails.slice(before).some(({ to }) => to[0] === address) ? [`${address} was told after one stopped`] : [],
    ),
  ];
}

async function publish(db: Db, published: Published[]): Promise<void> {
  const vacancies = Array.from({ length: AT_ONCE }, () => {
    const occupation = OCCUPATIONS[published.length % OCCUPATIONS.length] ?? '2221';
    const vacancy = aVacancy({ id: `v-${randomUUID()}`, occupation });
    published.push({ id: vacancy.id, occupation });
    return vacancy;
  });
  await importAll(db, vacancies, { onDocuments: projectChanged });
}

/** Waits until as many are told as are due, or for a good while. */
async function settled(isDone: () => boolean): Promise<void> {
  for (let left = 300; left > 0 && !isDone(); left--) await sleep(200);
  await sleep(1_000);
}

/**
 * Vacancies are published, and the job runner is killed again and again while it finds out whom to tell, makes messages and sends them;
 * meanwhile some stop. Each is told of each vacancy in one message, and nobody of anything after they stopped.
 */
export async function proveAlerts({ db, url }: { db: Db; url: string }, { kills, step }: AlertTrial): Promise<string> {
  const mail = await mailServer();
  await importAll(db, [aPathway()]);
  const readers = await Promise.all(Array.from({ length: PEOPLE }, (_, at) => aReader(db, at)));
  const published: Published[] = [];
  const stopped = new Map<string, number>();
  for (let kill = 0; kill < kills; kill++) {
    const runner = await startRunner('alert-runner.ts', url, mail.url);
    await publish(db, published);
    await sleep(50 + Math.random() * 700);
    const leaving = kill % 10 === 2 ? readers[kill % PEOPLE] : undefined;
    if (leaving) {
      for (const { id } of await ownAlerts(db, leaving)) await endAlert(db, leaving, id);
      stopped.set(leaving.address, mail.mails.length);
    }
    await runner.kill();
    step(1);
  }
  const last = await startRunner('alert-runner.ts', url, mail.url);
  await settled(() => flawsOf(readers, published, mail.mails, stopped).length === 0);
  await last.kill();
  mail.close();
  const flaws = flawsOf(readers, published, mail.mails, stopped);
  if (flaws.length > 0) throw new Error(`${flaws.length} flaws:\n${flaws.slice(0, 20).join('\n')}`);
  const messages = distinct(mail.mails).length;
  return `no flaw in ${messages} messages of ${published.length} vacancies to ${readers.length} people, ${stopped.size} of whom stopped, over ${kills} kill -9 of the job runner; ${mail.mails.length - messages} handed over twice under one id`;
}
