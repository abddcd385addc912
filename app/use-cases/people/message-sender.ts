import type { Address } from '../../domain/people/address.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Message } from '../../i18n/notice.ts';

/** A message and whom it goes to; `locale` is the language it is in. */
export type Outgoing = {
  to: Address;
  message: Message;
  locale: Locale;
  /** By which a message that is handed over twice is known as one. */
  id?: string;
  /** Where one POST ends what brings such messages (RFC 8058). */
  stop?: string;
};

/** The way out for messages. `send` resolves when the server or gateway took the message, and throws MessageRefused. */
export type MessageSender = {
  /** The kinds of address that this installation can send to. */
  kinds: readonly Address['kind'][];
  send(outgoing: Outgoing): Promise<void>;
};

/** A message that was not taken. Its words name no address: they are logged and kept. */
export class MessageRefused extends Error {
  /** Whether another try would end the same. */
  readonly forGood: boolean;
  constructor(words: string, { forGood }: { forGood: boolean }) {
    super(words);
    this.forGood = forGood;
  }
}
