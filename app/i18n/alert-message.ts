import type { AlertKind } from '../domain/alert/alert.ts';
import type { Text } from '../domain/documents/index.ts';
import { onOneLine } from '../domain/text/shown.ts';
import { accountPage } from './account-page.ts';
import type { Locale } from './locale.ts';
import type { Message } from './notice.ts';
import { sayOnOneLine } from './text.ts';
import { translate } from './translate.ts';

/** As many as a message names; the others are on the page. */
const NAMED = 20;

type Told = {
  kind: AlertKind;
  query: string | null;
  to: { kind: 'email' | 'phone' };
  vacancies: readonly { id: string; title: Text; employer: string }[];
  publicUrl: string;
  stop: string;
};

/** Where all of it is seen. */
const pageOf = (locale: Locale, { kind, query, publicUrl }: Told): string =>
  kind === 'search'
    ? `${publicUrl}/${locale}/vacancies?${query ?? ''}`
    : `${publicUrl}${accountPage(locale, 'matches')}`;

/** What a saved search found, or what is for somebody's profile: a phone gets how many there are and where. */
export function alertMessage(locale: Locale, told: Told): Message {
  const { kind, to, vacancies, publicUrl, stop } = told;
  const count = vacancies.length;
  const url = pageOf(locale, told);
  const subject = translate(locale, `alertMessage.${kind}.subject`, { count });
  if (to.kind === 'phone') return { subject, text: translate(locale, 'alertMessage.short', { count, url, stop }) };
  const lines = vacancies
    .slice(0, NAMED)
    .map(
      ({ id, title, employer }) =>
        `${sayOnOneLine(title, locale)} · ${onOneLine(employer)}\n${publicUrl}/${locale}/vacancies/${id}`,
    );
  const parts = [
    subject,
    ...lines,
    translate(locale, 'alertMessage.all', { url }),
    translate(locale, 'alertMessage.stop', { stop }),
  ];
  return { subject, text: parts.join('\n\n') };
}
