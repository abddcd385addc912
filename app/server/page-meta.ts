import type { MetaDescriptor } from '@remix-run/node';
import { type Speech, speechOf } from '../i18n/context.tsx';
import { isLocale } from '../i18n/locale.ts';

/** The speech of a page's `meta`, which has no context: from its path. */
export const speechFor = (params: { locale?: string | undefined }): Speech =>
  speechOf(isLocale(params.locale) ? params.locale : 'en');

/** Title = question + service. */
export const titled = ({ t }: Speech, title: string, description?: string): MetaDescriptor[] => [
  { title: `${title} – ${t('shell.name')}` },
  ...(description ? [{ name: 'description', content: description }] : []),
];
