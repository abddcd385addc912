import type { MetaDescriptor, MetaFunction } from '@remix-run/node';
import { type Speech, speechOf } from '../i18n/context.tsx';
import { isLocale } from '../i18n/locale.ts';
import type { MessageId } from '../i18n/translate.ts';

/** The speech of a page's `meta`, which has no context: from its path. */
export const speechFor = (params: { locale?: string | undefined }): Speech =>
  speechOf(isLocale(params.locale) ? params.locale : 'en');

/** Title = question + service. */
export const titled = ({ t }: Speech, title: string, description?: string): MetaDescriptor[] => [
  { title: `${title} – ${t('shell.name')}` },
  ...(description ? [{ name: 'description', content: description }] : []),
];

/** The same of a page that is one person's, or leads nowhere: no search engine lists it. */
export const unlisted = (speech: Speech, title: string, description?: string): MetaDescriptor[] => [
  ...titled(speech, title, description),
  { name: 'robots', content: 'noindex' },
];

/** What such a page is called, where that is always the same. */
export const unlistedAs =
  (title: MessageId): MetaFunction =>
  ({ params }) => {
    const speech = speechFor(params);
    return unlisted(speech, speech.t(title));
  };
