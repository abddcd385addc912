import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };
const encoded = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
const bigEndian = (value: number, length: number) => {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
};

/** What a page hands to the browser, as far as it matters to a passkey. */
export type Options = { challenge: string; rp?: { id: string }; rpId?: string; user?: { id: string } };

/** How a passkey answers otherwise than a sound browser has it answer. */
export type Twist = Partial<{ origin: string; challenge: string; id: string; userHandle: string; flags: number }>;

/** A passkey of a person at a sound browser (ES256, WebAuthn level 2), which can be told to answer wrong. */
export class Authenticator {
  readonly id = encoded(randomBytes(16));
  counter = 0;
  private readonly key: KeyObject;
  private readonly x: Buffer;
  private readonly y: Buffer;
  private userHandle = '';

  constructor(readonly origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.key = privateKey;
    [this.x, this.y] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  }

  /** What the browser answers when a passkey is made, as the form brings it. */
  make(options: Options, twist: Twist = {}): string {
    this.userHandle = options.user?.id ?? '';
    const key = new Map<number, number | Uint8Array>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as const),
      [-2, Uint8Array.from(this.x)],
      [-3, Uint8Array.from(this.y)],
    ]);
    const id = Buffer.from(twist.id ?? this.id, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), bigEndian(id.length, 2), id, isoCBOR.encode(key)]);
    const authData = Buffer.concat([this.data(options, FLAGS.attested, twist), attested]);
    const made = new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', Uint8Array.from(authData)],
    ]);
    return this.answer(twist, {
      clientDataJSON: this.clientData('webauthn.create', options, twist),
      attestationObject: encoded(isoCBOR.encode(made)),
      transports: ['internal'],
    });
  }

  /** What it answers when the passkey is shown. */
  show(options: Options, twist: Twist = {}): string {
    this.counter++;
    const authenticatorData = this.data(options, 0, twist);
    const clientDataJSON = this.clientData('webauthn.get', options, twist);
    const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return this.answer(twist, {
      clientDataJSON,
      ...{ authenticatorData: encoded(authenticatorData), signature: encoded(sign('sha256', signed, this.key)) },
      userHandle: twist.userHandle ?? this.userHandle,
    });
  }

  private answer(twist: Twist, response: object): string {
    const id = twist.id ?? this.id;
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  private clientData(type: string, { challenge }: Options, twist: Twist): string {
    return encoded(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false, ...pick(twist) }));
  }

  private data({ rp, rpId }: Options, more: number, { flags = FLAGS.present | FLAGS.verified }: Twist): Buffer {
    return Buffer.concat([sha256(rp?.id ?? rpId ?? ''), Buffer.of(flags | more), bigEndian(this.counter, 4)]);
  }
}

const pick = ({ origin, challenge }: Twist) => ({
  ...(origin !== undefined && { origin }),
  ...(challenge !== undefined && { challenge }),
});
