import type { Generated } from 'kysely';

/** Rows are their account's alone, by policy. */
export type AccountPasskeyTable = {
  /** The credential's id, in base64url. */
  id: string;
  account: string;
  /** COSE, as the authenticator gave it. */
  public_key: Uint8Array;
  /** How often it was used by its own count; always 0 where it is kept on several devices. */
  counter: number;
  transports: string[];
  name: string;
  created_at: Generated<Date>;
  used_at: Date | null;
};

/** What a browser is to answer once: gone as soon as it is answered. */
export type SignInChallengeTable = {
  /** 256 random bits in base64url. */
  challenge: string;
  browser_hash: string;
  purpose: 'sign-in' | 'add-passkey' | 'ministry';
  /** To whom the passkey is added. */
  account: string | null;
  /** To whose provider somebody went. */
  ministry: string | null;
  /** The page from which one came. */
  go_to: string | null;
  created_at: Generated<Date>;
  expires_at: Date;
};
