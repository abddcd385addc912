import type { Env } from '../server/env.server.ts';
import { messageSettings } from '../server/message/sender.server.ts';
import { trySmtp } from '../server/message/smtp.server.ts';
import type { Finding } from './finding.ts';

const SET_UP = 'for e-mail set SMTP_URL and MAIL_FROM; for phones SMS_URL, SMS_TOKEN and SMS_FROM';

/** Whether somebody who signs in can be sent a code. A gateway for text messages is not tried: each try would cost one. */
export async function checkMessages(env: Env): Promise<Finding> {
  const what = 'messages';
  const { smtp, sms, shown } = messageSettings(env);
  if (shown) return { what, found: `shown where Fairway runs (${SET_UP})` };
  if (!smtp && !sms) return { what, found: 'cannot be sent: nobody can sign in', cure: SET_UP };
  const phones = sms && `text messages by ${new URL(sms.url).host}`;
  if (!smtp) return { what, found: `${phones}, no e-mail` };
  try {
    await trySmtp(smtp);
    return { what, found: `e-mail: the server answers; ${phones ?? 'no text messages'}` };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { what, found: `e-mail: ${words}`, cure: 'start that mail server, or correct SMTP_URL' };
  }
}
