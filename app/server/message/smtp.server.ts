import { createTransport } from 'nodemailer';
import { MessageRefused, type Outgoing } from '../../use-cases/people/message-sender.ts';
import { isLoopback } from '../web-address.ts';

export type SmtpSettings = { url: string; from: string };

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

const carriesPassword = (url: string) => new URL(url).password !== '';

const transportOf = (url: string) =>
  createTransport({
    url,
    ...PATIENCE,
    requireTLS: carriesPassword(url) && !isLoopback(url),
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** What the library says holds the address and the server's own words: only its code and the server's are passed on. */
function refusal(error: unknown): MessageRefused {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : undefined;
  const forGood = status !== undefined && status >= 500 && code !== 'EAUTH';
  return new MessageRefused(`the mail server did not take it: ${code}${status === undefined ? '' : ` ${status}`}`, {
    forGood,
  });
}

/** Sends by a mail server. */
export function smtpSend({ url, from }: SmtpSettings): (outgoing: Outgoing) => Promise<void> {
  const transport = transportOf(url);
  const host = from.replace(/^.*@|>$/g, '');
  return async ({ to, message: { subject, text }, locale, id, stop }) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to.address },
        subject,
        text,
        ...(id !== undefined && { messageId: `<${id}@${host}>` }),
        headers: {
          ...{ 'Content-Language': locale, 'Auto-Submitted': 'auto-generated' },
          ...(stop !== undefined && {
            'List-Unsubscribe': `<${stop}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
      });
    } catch (error) {
      throw refusal(error);
    }
  };
}

/** Whether the mail server can be reached and takes our name and password; throws MessageRefused. */
export async function trySmtp({ url }: Pick<SmtpSettings, 'url'>): Promise<void> {
  try {
    await transportOf(url).verify();
  } catch (error) {
    throw refusal(error);
  }
}
