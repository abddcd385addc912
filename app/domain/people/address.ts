/** Where a message reaches somebody: an e-mail address in lower case, its domain as in mail (xn--), or a phone in E.164. */
export type Address = { kind: 'email' | 'phone'; address: string };

/** Why what somebody typed is taken for no address. */
export type AddressProblem =
  | 'absent'
  /** Neither an e-mail address nor a phone number. */
  | 'neither'
  | 'email'
  | 'phone'
  /** A national number, and no country to read it by. */
  | 'country'
  /** A number that no message should go to: it costs whoever sends there, or nobody reads it. */
  | 'unreachable';

export type ReadAddress = { ok: true; address: Address } | { ok: false; problem: AddressProblem };

/** The octets that mail has room for (RFC 5321, 4.5.3.1; RFC 3696, erratum 1690). */
const MOST = { local: 64, whole: 254, domain: 253 };

/** Parts between dots, of nothing that would have to be quoted in the header of a mail (RFC 5322, 3.2.3; RFC 6531). */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
/** Looked at before the name is given to an URL, which would also take ports, paths and numbers for a host. */
const NAME = /^[\p{L}\p{M}\p{N}\p{Join_Control}-]+(?:\.[\p{L}\p{M}\p{N}\p{Join_Control}-]+)+$/u;
const ASCII_NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

const octets = (text: string) => new TextEncoder().encode(text).length;

/** The name of a domain as mail writes it, in ASCII; undefined where it is none. */
function domainOf(typed: string): string | undefined {
  if (!NAME.test(typed) || !URL.canParse(`http://${typed}`)) return undefined;
  const { hostname } = new URL(`http://${typed}`);
  return ASCII_NAME.test(hostname) && hostname.length <= MOST.domain ? hostname : undefined;
}

/**
 * The e-mail address that somebody typed, undefined where it is none. Capitals make no other mailbox: no provider of any size tells them
 * apart, and phones write the first letter large.
 */
export function readEmail(typed: string): Address | undefined {
  const [local = '', name = '', ...rest] = typed.trim().normalize('NFC').toLowerCase().normalize('NFC').split('@');
  const domain = domainOf(name);
  if (rest.length > 0 || domain === undefined || !LOCAL.test(local) || octets(local) > MOST.local) return undefined;
  const address = `${local}@${domain}`;
  return octets(address) > MOST.whole ? undefined : { kind: 'email', address };
}

const HIDDEN = '•';

/** An e-mail address as its owner knows it and others learn little from: n•••@example.org. */
export function hiddenEmail(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  const [first = '', ...others] = local;
  return `${others.length > 0 ? first : ''}${HIDDEN.repeat(3)}@${domain}`;
}

/** A phone number as it is printed (+254 712 344321), of which its calling code and its last digits are told: +254 ••• ••4321. */
export function hiddenPhone(printed: string): string {
  const [code = '', ...parts] = printed.split(' ');
  const national = parts.join(' ');
  const isLong = national.replace(/\D/g, '').length >= 8;
  return `${code} ${national.replace(isLong ? /\d(?=(?:\D*\d){4})/g : /\d(?=(?:\D*\d){2})/g, HIDDEN)}`;
}
