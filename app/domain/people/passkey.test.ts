import { expect, it } from 'vitest';
import { relyingParty } from './passkey.ts';

it.each([
  ['https://fairway.example', { id: 'fairway.example', origin: 'https://fairway.example' }],
  ['https://fairway.example:8443', { id: 'fairway.example', origin: 'https://fairway.example:8443' }],
  ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
  ['http://fairway.example', undefined],
  ['http://127.0.0.1:3000', undefined],
  ['https://192.0.2.1', undefined],
  ['https://[2001:db8::1]', undefined],
])('passkeys at %s', (publicUrl, party) => expect(relyingParty(publicUrl)).toEqual(party));
