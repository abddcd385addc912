/** For how long a browser may take to answer with a passkey, in milliseconds. */
export const PASSKEY_WITHIN_MS = 10 * 60_000;

/** For whom a passkey is made: a browser gives it to pages of that origin alone (WebAuthn, 5.1.2). */
export type RelyingParty = { id: string; origin: string };

/** A number is no name that a passkey could be for. */
const isNumber = (hostname: string) => /^\[|^\d+(\.\d+){3}$/.test(hostname);

/** The relying party at a public address; undefined where browsers give no passkey: by http to anywhere but localhost, or to a number. */
export function relyingParty(publicUrl: string): RelyingParty | undefined {
  const { hostname, protocol, origin } = new URL(publicUrl);
  const isSafe = protocol === 'https:' || hostname === 'localhost';
  return isSafe && !isNumber(hostname) ? { id: hostname, origin } : undefined;
}
