import type { TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { Db, Writer } from '../../../db/client.server.ts';
import { listDue, listUnsent, makeMessage, markSent, takeMessage } from '../../../db/queries/alert.ts';
import { alertMessage } from '../../i18n/alert-message.ts';
import { DEFAULT_LOCALE, isLocale } from '../../i18n/locale.ts';
import { MessageRefused, type MessageSender } from '../people/message-sender.ts';
import { today } from '../today.ts';
import { matchAlerts } from './match-alerts.ts';
import { stopLink } from './stop-link.ts';

/** The job that makes messages of what was found, and the one that sends one. */
const MAKE = 'make-alerts';
const SEND = 'send-alert';

const BATCH = 200;
const TRIES = 12;

const askToSend = (trx: Writer, message: string) =>
  sql`select ask_for_job(${SEND}, ${JSON.stringify({ message })}::json, ${`alert-${message}`}, ${TRIES})`.execute(trx);

/** After so long it is asked for again: whoever was to send it may have been killed. */
const PATIENCE_S = 60;

/** Asks again for what was made and is not sent. */
export const resumeAlerts = (db: Db, patience = PATIENCE_S): Promise<void> =>
  db.transaction().execute(async (trx) => {
    for (const message of await listUnsent(trx, patience, BATCH)) await askToSend(trx, message);
  });

/** Makes the messages that are due, each in a transaction of its own with the word to send it. How many. */
export async function makeAlerts(db: Db): Promise<number> {
  let made = 0;
  for (let due = await listDue(db, BATCH); due.length > 0; due = await listDue(db, BATCH)) {
    const before = made;
    for (const alert of due)
      await db.transaction().execute(async (trx) => {
        const message = await makeMessage(trx, alert);
        if (message === undefined) return;
        await askToSend(trx, message);
        made += 1;
      });
    if (due.length < BATCH || made === before) break;
  }
  return made;
}

type Sending = { db: Db; sender: MessageSender; secret: string; publicUrl: string; log: Pick<Logger, 'error'> };

const Payload = z.object({ message: z.uuid() });

/**
 * Sends one, unless it was sent or its alert was stopped. It carries an id of its own: sent again by whoever was killed between sending it
 * and writing that down, it is the same message to whoever receives it.
 */
export async function sendAlert({ db, sender, secret, publicUrl }: Omit<Sending, 'log'>, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await takeMessage(trx, id, sender.kinds);
    if (!found) return;
    const locale = isLocale(found.locale) ? found.locale : DEFAULT_LOCALE;
    const stop = `${publicUrl}/${locale}${stopLink(secret, found.alert)}`;
    const message = alertMessage(locale, { ...found, publicUrl, stop });
    await sender.send({ to: found.to, message, locale, id, stop });
    await markSent(trx, id);
  });
}

/** The jobs, for the job runner. */
export const alerting = (doors: Sending): TaskList => ({
  [MAKE]: async () => {
    await matchAlerts(doors.db, today());
    await makeAlerts(doors.db);
    await resumeAlerts(doors.db);
  },
  [SEND]: async (payload, { job: { attempts, max_attempts: most } }) => {
    try {
      await sendAlert(doors, Payload.parse(payload).message);
    } catch (err) {
      const isLast = attempts >= most || (err instanceof MessageRefused && err.forGood);
      if (!isLast) throw err;
      doors.log.error({ err, attempts }, 'an alert was not sent, and is not tried again');
    }
  },
});
