import { iso31661 } from 'iso-3166';
import * as z from 'zod';
import { currencyCodes } from './currency-codes.ts';
import { iscoCodes } from './isco-codes.ts';
import { languageCodes } from './language-codes.ts';

const countries: ReadonlySet<string> = new Set([...iso31661.map(({ alpha2 }) => alpha2), 'XK']);

/** A country: ISO 3166-1 alpha-2, and XK for Kosovo, which ISO has not assigned. */
export const Country = z
  .enum([...countries].sort())
  .meta({ id: 'Country', description: 'an ISO 3166-1 alpha-2 country code or XK, such as "PH"' });

/** A currency in use: ISO 4217. */
export const Currency = z
  .enum(currencyCodes)
  .meta({ id: 'Currency', description: 'an ISO 4217 currency code in use, such as "EUR"' });

/** An occupation: an ISCO-08 code or prefix of 1–4 digits; "22" covers "2221". */
export const Occupation = z
  .enum(iscoCodes)
  .meta({ id: 'Occupation', description: 'an ISCO-08 code or prefix of 1–4 digits, such as "2221" or "22"' });

/** A sector of the economy: ISIC Rev. 4 section letter. */
export const Sector = z
  .enum([...'ABCDEFGHIJKLMNOPQRSTU'])
  .meta({ id: 'Sector', description: 'an ISIC Rev. 4 section letter, "A" to "U"' });

/** A level of education: ISCED 2011, 0 (less than primary) to 8 (doctorate). */
export const Isced = z.int().min(0).max(8).meta({ id: 'Isced', description: 'an ISCED 2011 level, an integer 0–8' });

/** A level of language: the CEFR, in rising order. */
export const Cefr = z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']);

export const Sex = z.enum(['female', 'male', 'other']);

export const Displacement = z.enum(['none', 'refugee', 'disaster', 'crisis']);

/** What a pathway is for. */
export const PathwayKind = z.enum([
  'seasonal',
  'temporary',
  'circular',
  'skills-partnership',
  'training',
  'job-seeker',
  'permanent',
  'complementary',
]);

/** The form of a language tag (RFC 5646 section 2.1) in its conventional letter case, so that equal tags are equal strings. */
export const languageForm = new RegExp(
  [
    '^([a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}|[0-9]{3}))?',
    '(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$',
  ].join(''),
);

export const languageExpected = 'a BCP 47 language tag in its usual letter case, such as "en", "es-MX" or "zh-Hant"';

/** True of a well-formed BCP 47 tag whose language, and whose country if it names one, exist. */
export function isLanguage(tag: string): boolean {
  const [, language, region] = (tag.length <= 60 && languageForm.exec(tag)) || [];
  if (language === undefined || !languageCodes.has(language)) return false;
  return region === undefined || /^\d/.test(region) || countries.has(region);
}

/** A language: BCP 47. */
export const Language = z
  .string()
  .regex(languageForm)
  .refine(isLanguage)
  .meta({ id: 'Language', description: languageExpected });
