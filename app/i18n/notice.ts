import type { PlacesNews } from '../domain/quota/level.ts';
import type { VacancyNews } from '../domain/vacancy/news.ts';
import type { Locale } from './locale.ts';
import { translate } from './translate.ts';

/** A plain text; phones get it without its subject. */
export type Message = { subject: string; text: string };

/** What somebody is told by e-mail or on their phone. `address` is a hidden one; no `url` signs anybody in but that of an
 * invitation, which goes to the address that it is for. */
export type Notice =
  | { kind: 'code'; code: string; minutes: number }
  | { kind: 'address-added' | 'address-removed'; address: string; url: string }
  | { kind: 'sessions-ended' | 'role-ended'; why: string; url: string }
  | { kind: 'invitation'; by: string; role: string; until: string; url: string }
  | { kind: `places-${PlacesNews}`; pathway: string; quota: string; url: string }
  | { kind: 'contact-answered' | 'contact-approached'; title: string; url: string }
  | { kind: `vacancy-${VacancyNews}`; title: string; url: string }
  | { kind: 'passkey-added' | 'passkey-removed' | 'ministry-linked' | 'pathway-changed'; url: string };

export const inMessage = (locale: Locale, { kind, ...values }: Notice): Message => ({
  subject: translate(locale, `notice.${kind}.subject`, values),
  text: translate(locale, `notice.${kind}.text`, values),
});
