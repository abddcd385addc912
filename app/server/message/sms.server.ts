import { MessageRefused, type Outgoing } from '../../use-cases/people/message-sender.ts';

export type SmsSettings = { url: string; token: string; from: string; patienceMs?: number };

/** Answers after which the same message may still be taken: too slow, too early, too many. */
const PASSING = new Set([408, 425, 429]);

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
};

/** Sends by a gateway that takes `{ to, from, text }` as JSON. */
export const smsSend =
  ({ url, token, from, patienceMs = 10_000 }: SmsSettings) =>
  async ({ to, message, id }: Outgoing): Promise<void> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(id !== undefined && { 'idempotency-key': id }),
      },
      body: JSON.stringify({ to: to.address, from, text: message.text }),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    }).catch((error: unknown) => {
      throw new MessageRefused(`the SMS gateway did not answer: ${reasonOf(error)}`, { forGood: false });
    });
    await response.body?.cancel();
    if (response.ok) return;
    const forGood = response.status < 500 && !PASSING.has(response.status);
    throw new MessageRefused(`the SMS gateway answered ${response.status}`, { forGood });
  };
