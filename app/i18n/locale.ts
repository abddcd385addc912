/** The languages of the interface, each under its own name. */
export const LOCALES = { en: 'English', es: 'Español', fr: 'Français', ar: 'العربية' } as const;
export type Locale = keyof typeof LOCALES;

export const DEFAULT_LOCALE: Locale = 'en';

export const isLocale = (text: string | undefined): text is Locale =>
  text !== undefined && Object.hasOwn(LOCALES, text);

/** Languages written from right to left; `Intl` has Dhivehi wrong, so the list is ours. */
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'ha-arab',
  'he',
  'khw',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = ''] = language.toLowerCase().split('-');
  return RIGHT_TO_LEFT.has(primary) || /-(arab|hebr|thaa|syrc|nkoo)\b/i.test(language) ? 'rtl' : 'ltr';
}

/** The best of our languages for an Accept-Language header (RFC 9110: quality, then order); English where none fits. */
export function preferredLocale(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { primary: tag.toLowerCase().split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { primary } of wanted) if (isLocale(primary)) return primary;
  return DEFAULT_LOCALE;
}
