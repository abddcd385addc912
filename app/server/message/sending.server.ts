import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import { sendMessages } from '../../use-cases/people/send-message.ts';
import type { Env } from '../env.server.ts';
import { installationSecret } from '../secret.server.ts';
import { messageSettings, openSender } from './sender.server.ts';

/** The job that sends, as this installation is set up; a message that is only shown goes to the terminal of the process. */
export const sending = (env: Env, log: Logger): TaskList =>
  sendMessages({
    sender: openSender(messageSettings(env), (line) => process.stderr.write(`${line}\n`)),
    secret: installationSecret(env),
    now: () => new Date(),
    log,
  });
