import { expect, it } from 'vitest';
import { isLoopback } from './web-address.ts';

it.each([
  ['http://localhost:3000', true],
  ['https://127.0.0.53', true],
  ['http://[::1]:3000', true],
  ['smtp://127.0.0.1:25', true],
  ['http://0.0.0.0', false],
  ['https://127.0.0.1.example', false],
  ['https://localhost.example', false],
])('knows an address of this machine: %s', (url, is) => expect(isLoopback(url)).toBe(is));
