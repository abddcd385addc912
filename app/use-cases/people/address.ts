import parsePhone, { type CountryCode, isSupportedCountry, type PhoneNumber } from 'libphonenumber-js/max';
import { type Address, hiddenEmail, hiddenPhone, type ReadAddress, readEmail } from '../../domain/people/address.ts';
import { inLatinDigits } from '../../domain/text/digits.ts';

/** Marks by which address books and keyboards steer the direction of writing: nobody sees that they were pasted along. */
const INVISIBLE = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u00ad\u2060\ufeff]/g;

/** What a phone number is written with, beside digits. */
const PHONE = /^\+?[\d\s().\-\u2010-\u2015\u2212/]+$/u;

/** Twice the longest number there is, with something between all its digits. */
const MOST_DIALLED = 60;

/** Numbers at which a message costs the sender a fee, or that no phone answers to. */
const UNREACHABLE = new Set(['PREMIUM_RATE', 'SHARED_COST', 'TOLL_FREE', 'UAN', 'PAGER', 'VOICEMAIL']);

/** Zeros dialled only at home may still stand in what was read, and fall when that is read: one phone would be several addresses. */
function settled(number: PhoneNumber): PhoneNumber | undefined {
  const again = parsePhone(number.number);
  if (!again || again.number === number.number) return again;
  return again.number.length < number.number.length ? settled(again) : undefined;
}

/**
 * A number of a length that its country has. Its first digits are not held against it: new ones are given out before any list of them
 * is published, and whoever has one would be shut out.
 */
function possible(typed: string, country: CountryCode | undefined): PhoneNumber | undefined {
  const read = parsePhone(typed, { ...(country && { defaultCountry: country }), extract: false });
  const number = read && settled(read);
  return number?.isPossible() ? number : undefined;
}

/** 00 stands for + in most of the world; where it does not, it may be how a number begins. */
const waysToRead = (typed: string): string[] => (typed.startsWith('00') ? [`+${typed.slice(2)}`, typed] : [typed]);

function readPhone(typed: string, country: CountryCode | undefined): ReadAddress {
  const bare = typed.replace(/[^\d+]/g, '');
  const isWhole = typed.startsWith('+') || bare.startsWith('00');
  const ways = isWhole ? waysToRead(bare) : [typed];
  const number = ways.map((way) => possible(way, country)).find((one) => one !== undefined);
  if (!number) return { ok: false, problem: isWhole || country !== undefined ? 'phone' : 'country' };
  if (number.isNonGeographic() || UNREACHABLE.has(number.getType() ?? '')) return { ok: false, problem: 'unreachable' };
  return { ok: true, address: { kind: 'phone', address: number.number } };
}

/**
 * The address that somebody typed: an e-mail address, or a phone number in any digits with + or 00, or as it is dialled in `country`
 * (ISO 3166-1). Reading what was read gives the same.
 */
export function readAddress(input: string, country?: string): ReadAddress {
  const typed = input.replace(INVISIBLE, '').trim();
  if (typed === '') return { ok: false, problem: 'absent' };
  if (typed.includes('@')) {
    const address = readEmail(typed);
    return address ? { ok: true, address } : { ok: false, problem: 'email' };
  }
  const dialled = inLatinDigits(typed);
  if (dialled.length > MOST_DIALLED || !PHONE.test(dialled)) return { ok: false, problem: 'neither' };
  return readPhone(dialled, country !== undefined && isSupportedCountry(country) ? country : undefined);
}

/** An address as its owner knows it again and anybody else learns little from. */
export const hiddenAddress = ({ kind, address }: Address): string =>
  kind === 'email' ? hiddenEmail(address) : hiddenPhone(parsePhone(address)?.formatInternational() ?? address);
