import type { TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import * as z from 'zod';
import type { Db, Writer } from '../../../db/client.server.ts';
import { findContact, findWorkerToTell } from '../../../db/queries/contact.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { DEFAULT_LOCALE, isLocale } from '../../i18n/locale.ts';
import { sayOnOneLine } from '../../i18n/text.ts';
import { postUnder } from '../people/post.ts';

/** The job that tells a worker that an employer answered, or approached them. */
const TELL = 'tell-worker';

const Payload = z.object({ contact: z.uuid() });

/** Puts the word to a worker into the transaction of what happened: how they are reached, only the job may see. */
export async function askToTellWorker(trx: Writer, contact: string): Promise<void> {
  await sql`select ask_for_job(${TELL}, ${JSON.stringify({ contact })}::json, null, 5)`.execute(trx);
}

type Telling = { db: Db; secret: string; publicUrl: string };

/** Tells the worker what stands there by now; nothing where they withdrew meanwhile. */
export async function tellWorker({ db, secret, publicUrl }: Telling, payload: unknown): Promise<void> {
  const { contact: id } = Payload.parse(payload);
  await db.transaction().execute(async (trx) => {
    const contact = await findContact(trx, id);
    const reached = contact && contact.status !== 'withdrawn' ? await findWorkerToTell(trx, id) : undefined;
    if (!contact || !reached) return;
    const locale = isLocale(reached.locale) ? reached.locale : DEFAULT_LOCALE;
    const kind = contact.status === 'waiting' ? 'contact-approached' : 'contact-answered';
    const notice = {
      kind,
      title: sayOnOneLine(contact.title, locale),
      url: `${publicUrl}${accountPage(locale, 'answers')}`,
    } as const;
    await postUnder(secret)(trx, { to: reached.to, locale, notice });
  });
}

/** The job, for the job runner. */
export const tellingWorkers = (doors: Telling): TaskList => ({ [TELL]: (payload) => tellWorker(doors, payload) });
