import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { MessageSender } from '../../use-cases/people/message-sender.ts';
import { sendMessages } from '../../use-cases/people/send-message.ts';
import type { Env } from '../env.server.ts';
import { installationSecret } from '../secret.server.ts';
import { messageSettings, openSender } from './sender.server.ts';

/** How this installation sends; a message that is only shown goes to the terminal of the process. */
export const senderOf = (env: Env): MessageSender =>
  openSender(messageSettings(env), (line) => process.stderr.write(`${line}\n`));

/** The job that sends. */
export const sending = (env: Env, log: Logger): TaskList =>
  sendMessages({
    sender: senderOf(env),
    secret: installationSecret(env),
    now: () => new Date(),
    log,
  });
