import { describe, expect, it } from 'vitest';
import { directionOf, preferredLocale } from './locale.ts';

describe('preferredLocale', () => {
  it.each([
    ['a plain language', 'fr', 'fr'],
    ['a region of it', 'es-419,es;q=0.9', 'es'],
    ['the higher quality wins over the order', 'en;q=0.4, ar;q=0.8', 'ar'],
    ['a language we lack is passed over', 'bn, hi;q=0.9, fr;q=0.1', 'fr'],
    ['a refused language', 'fr;q=0, es;q=0.1', 'es'],
    ['nothing that we have', 'bn', 'en'],
    ['no header', null, 'en'],
    ['rubbish', ';;;q=,,=', 'en'],
  ])('%s', (_, header, locale) => expect(preferredLocale(header)).toBe(locale));
});

it.each([
  ['ar', 'rtl'],
  ['dv', 'rtl'],
  ['ur-PK', 'rtl'],
  ['pa-Arab', 'rtl'],
  ['bn', 'ltr'],
  ['ko', 'ltr'],
])('%s is written %s', (language, direction) => expect(directionOf(language)).toBe(direction));
