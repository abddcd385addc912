import type { TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { Writer } from '../../../db/client.server.ts';
import { CODE } from '../../domain/people/code.ts';
import { isLocale, type Locale } from '../../i18n/locale.ts';
import { seal, unseal } from '../seal.ts';
import { keyFor } from '../secret.ts';
import { MessageRefused, type MessageSender, type Outgoing } from './message-sender.ts';

/** The job that hands one message to the sender. */
const SEND = 'send-message';

/** How often a message is tried, ever more seldom, and how long it is of any use: a code as long as it lives, anything else a day. */
const LASTS = {
  code: { tries: 5, forMs: CODE.livesFor },
  notice: { tries: 12, forMs: 86_400_000 },
} as const;

const Payload = z.object({ sealed: z.string() });

const Contents = z.object({
  to: z.object({ kind: z.enum(['email', 'phone']), address: z.string() }),
  message: z.object({ subject: z.string(), text: z.string() }),
  locale: z.custom<Locale>((value) => typeof value === 'string' && isLocale(value)),
  until: z.number(),
}) satisfies z.ZodType<Outgoing & { until: number }>;

const keyOf = (secret: string) => keyFor(secret, 'messages');

/**
 * Puts a message into the transaction of what it tells: it is sent when that is committed, and no request waits for a gateway. The job
 * lies in the database until then, where only the holder of the installation's secret can read whom it goes to and what it says.
 */
export async function askToSend(
  trx: Writer,
  outgoing: Outgoing,
  { as, secret, now }: { as: keyof typeof LASTS; secret: string; now: Date },
): Promise<void> {
  const { tries, forMs } = LASTS[as];
  const sealed = seal(keyOf(secret), JSON.stringify({ ...outgoing, until: now.getTime() + forMs }));
  await sql`select ask_for_job(${SEND}, ${JSON.stringify({ sealed })}::json, null, ${tries})`.execute(trx);
}

type Sending = { sender: MessageSender; secret: string; now: () => Date; log: Pick<Logger, 'warn' | 'error'> };

/** The job, for the job runner. What cannot be sent is given up with a line in the log, so that nothing of it stays in the database. */
export const sendMessages = ({ sender, secret, now, log }: Sending): TaskList => ({
  [SEND]: async (payload, { job: { attempts, max_attempts: most } }) => {
    const text = unseal(keyOf(secret), Payload.parse(payload).sealed);
    if (text === undefined) return log.error('a message was not sent: it was sealed with another SESSION_SECRET');
    const { until, ...outgoing } = Contents.parse(JSON.parse(text));
    if (until <= now().getTime()) return log.warn({ attempts }, 'a message was not sent: it came too late');
    try {
      await sender.send(outgoing);
    } catch (err) {
      const isLast = attempts >= most || (err instanceof MessageRefused && err.forGood);
      if (!isLast) throw err;
      log.error({ err, attempts }, 'a message was not sent, and is not tried again');
    }
  },
});
