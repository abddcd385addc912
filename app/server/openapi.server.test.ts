import { expect, it } from 'vitest';
import * as z from 'zod';
import routes from '../routes.ts';
import { openApi } from './openapi.server.ts';

/** A path with what varies in it left out, however it is named. */
const shape = (path: string) =>
  path
    .split('/')
    .map((part) => (/^:|[{]/.test(part) ? '*' : part))
    .join('/');

const Described = z.object({ paths: z.record(z.string(), z.unknown()) });

it('describes every call there is, and no other', async () => {
  const calls = routes.flatMap(({ path = '' }) => (path.startsWith('api/v1/') ? [shape(path)] : []));
  const { paths } = Described.parse(openApi('http://localhost'));
  const described = Object.keys(paths).map((path) => shape(`api/v1${path}`));
  expect(described.sort()).toEqual(calls.sort());
});
