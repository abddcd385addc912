import type { Address } from '../../domain/people/address.ts';
import type { MessageSender, Outgoing } from '../../use-cases/people/message-sender.ts';
import { type Env, publicUrlOf } from '../env.server.ts';
import { isLoopback } from '../web-address.ts';
import { consoleSend } from './console.server.ts';
import { type SmsSettings, smsSend } from './sms.server.ts';
import { type SmtpSettings, smtpSend } from './smtp.server.ts';

type Way = (outgoing: Outgoing) => Promise<void>;

/** How an installation is set up to send. */
export type MessageSettings = { smtp?: SmtpSettings; sms?: SmsSettings; shown: boolean };

/** On the machine of one who tries it, messages are shown there; where others reach it, a log is no place for their codes. */
function isTriedOut(env: Env): boolean {
  const url = publicUrlOf(env);
  const isBehindProxy = env.TRUST_PROXY.length > 0;
  return !isBehindProxy && (isLoopback(url) || (env.DATABASE_URL === undefined && !url.startsWith('https:')));
}

export function messageSettings(env: Env): MessageSettings {
  const { SMTP_URL, MAIL_FROM, SMS_URL, SMS_TOKEN, SMS_FROM } = env;
  return {
    ...(SMTP_URL !== undefined && MAIL_FROM !== undefined && { smtp: { url: SMTP_URL, from: MAIL_FROM } }),
    ...(SMS_URL !== undefined &&
      SMS_TOKEN !== undefined &&
      SMS_FROM !== undefined && { sms: { url: SMS_URL, token: SMS_TOKEN, from: SMS_FROM } }),
    shown: SMTP_URL === undefined && SMS_URL === undefined && isTriedOut(env),
  };
}

function waysOf({ smtp, sms, shown }: MessageSettings, say: (line: string) => void): Map<Address['kind'], Way> {
  const ways = new Map<Address['kind'], Way>();
  if (shown) for (const kind of ['email', 'phone'] as const) ways.set(kind, consoleSend(say));
  if (smtp) ways.set('email', smtpSend(smtp));
  if (sms) ways.set('phone', smsSend(sms));
  return ways;
}

/** The sender of this installation; `say` shows a message on its own machine. */
export function openSender(settings: MessageSettings, say: (line: string) => void): MessageSender {
  const ways = waysOf(settings, say);
  return {
    kinds: [...ways.keys()],
    send: async (outgoing) => {
      const way = ways.get(outgoing.to.kind);
      if (!way) throw new Error(`no way to send to ${outgoing.to.kind}: whoever asked should have looked at the kinds`);
      await way(outgoing);
    },
  };
}
