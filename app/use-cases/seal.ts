import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const LENGTH = { nonce: 12, tag: 16 };

/** A text that only the holder of the key can read or write, in base64url. */
export function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(LENGTH.nonce);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** The text that was sealed; undefined where it was with another key, or altered. */
export function unseal(key: Buffer, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  const start = LENGTH.nonce + LENGTH.tag;
  if (bytes.length < start) return undefined;
  const cipher = createDecipheriv(CIPHER, key, bytes.subarray(0, LENGTH.nonce), { authTagLength: LENGTH.tag });
  cipher.setAuthTag(bytes.subarray(LENGTH.nonce, start));
  const text = cipher.update(bytes.subarray(start));
  try {
    return Buffer.concat([text, cipher.final()]).toString('utf8');
  } catch {
    return undefined; // final() is where a tag that does not fit is found out
  }
}
