import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale.ts';
import ar from './messages/ar.json';
import en from './messages/en.json';
import es from './messages/es.json';
import fr from './messages/fr.json';

/** English is the source; `messages.test.ts` holds the other catalogues to its ids, arguments and plural categories. */
export type MessageId = keyof typeof en;
export type Values = Record<string, string | number | boolean>;

const CATALOGUES: Record<Locale, Record<string, string>> = { en, es, fr, ar };

/** Contracts and forms print Latin digits; Arabic pages do too, so that figures match them. */
export const formattingLocale = (locale: Locale) => (locale === 'ar' ? 'ar-u-nu-latn' : locale);

/** Parsing a message costs some 80 µs: once per locale and id. */
const parsed = new Map<string, IntlMessageFormat>();

function formatOf(locale: Locale, id: MessageId, message: string): IntlMessageFormat {
  const key = `${locale} ${id}`;
  const known = parsed.get(key);
  if (known) return known;
  const made = new IntlMessageFormat(message, formattingLocale(locale), undefined, { ignoreTag: true });
  parsed.set(key, made);
  return made;
}

export function translate(locale: Locale, id: MessageId, values?: Values): string {
  const message = CATALOGUES[locale][id] ?? en[id];
  return values === undefined ? message : String(formatOf(locale, id, message).format(values));
}

/** For ids made of a code, such as `kind.seasonal`: undefined where no such message exists. */
export function findMessageId(id: string): MessageId | undefined {
  return Object.hasOwn(en, id) ? (id as MessageId) : undefined;
}
