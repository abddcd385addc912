import * as z from 'zod';
import { Country } from '../documents/codes.ts';

const words = (most: number) => z.string().trim().min(1).max(most);

/** What somebody states who registers an employer or a labour recruiter. */
export const Registration = z.object({
  kind: z.enum(['employer', 'recruiter']),
  name: words(200),
  country: Country,
  /** The public register in which it stands, such as «Handelsregister Köln», and its number there. */
  register: words(200),
  registerNumber: words(100),
});
export type Registration = z.infer<typeof Registration>;

const ID_FROM_NAME = 60;

/** The readable part of an id: what a name has of Latin letters and digits; '' where that is nothing. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, ID_FROM_NAME)
    .replace(/^-+|-+$/g, '');

/** What its issuer says of a licence. */
export const LICENCE_STATUSES = ['valid', 'suspended', 'revoked'] as const;
export type LicenceStatus = (typeof LICENCE_STATUSES)[number];

/** A licence as it stands on a day: `lapsed` after its last day, `future` before its first. */
export type LicenceStanding = LicenceStatus | 'lapsed' | 'future';

export type LicenceTerm = { status: LicenceStatus; validFrom: string; validTo: string | null };

/** Whether a labour recruiter may work under a licence on a day, `YYYY-MM-DD`, or why not. Both its days are included. */
export function licenceOn({ status, validFrom, validTo }: LicenceTerm, day: string): LicenceStanding {
  if (status !== 'valid') return status;
  if (day < validFrom) return 'future';
  return validTo !== null && validTo < day ? 'lapsed' : 'valid';
}
