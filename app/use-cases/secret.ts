import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** 256 random bits for somebody to hold; here only its hash is kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A key of 256 bits for one purpose out of the installation's secret (RFC 5869): what is learnt of one tells nothing of another. */
export const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `fairway ${purpose}`, 32));

/** A hash of these parts that only the holder of the secret can make, in hex. */
export const hashUnder = (secret: string, purpose: string, ...parts: readonly string[]): string =>
  createHmac('sha256', keyFor(secret, purpose)).update(JSON.stringify(parts)).digest('hex');
