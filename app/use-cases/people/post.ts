import type { Writer } from '../../../db/client.server.ts';
import type { Address } from '../../domain/people/address.ts';
import type { Locale } from '../../i18n/locale.ts';
import { inMessage, type Notice } from '../../i18n/notice.ts';
import { askToSend } from './send-message.ts';

/** Asks, within a transaction, for somebody to be told something once it is committed. */
export type Post = (trx: Writer, letter: { to: Address; locale: Locale; notice: Notice }) => Promise<void>;

/** The post of an installation. */
export const postUnder =
  (secret: string): Post =>
  (trx, { to, locale, notice }) =>
    askToSend(
      trx,
      { to, locale, message: inMessage(locale, notice) },
      { as: notice.kind === 'code' ? 'code' : 'notice', secret, now: new Date() },
    );
