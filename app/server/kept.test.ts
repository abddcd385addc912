import { data, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node';
import { expect, it } from 'vitest';
import { opened, withDataKept } from './kept.ts';

const page = () => null;

const buildOf = (module: object): ServerBuild =>
  Object.assign(Object.create(null), { routes: { one: { id: 'one', path: '', module } } });

const args = Object.assign(Object.create(null), {}) satisfies Partial<LoaderFunctionArgs>;

async function loaded(module: { loader: () => unknown; default?: unknown }): Promise<unknown> {
  return withDataKept(buildOf(module)).routes['one']?.module.loader?.(args);
}

it('keeps what a page is drawn from, until it is opened', async () => {
  const kept = await loaded({ loader: () => ({ name: 'nurses' }), default: page });
  expect(JSON.stringify(kept)).toBe('{}');
  expect(opened(kept)).toEqual({ name: 'nurses' });
});

it('leaves status and headers in sight', async () => {
  const kept = await loaded({ loader: () => data({ name: 'nurses' }, { status: 201 }), default: page });
  expect(kept).toMatchObject({ init: { status: 201 } });
  expect(JSON.stringify(kept)).not.toContain('nurses');
});

it('leaves answers alone, and what is no page', async () => {
  const answer = new Response('x');
  expect(await loaded({ loader: () => answer, default: page })).toBe(answer);
  expect(await loaded({ loader: () => ({ name: 'nurses' }) })).toEqual({ name: 'nurses' });
  expect(opened({ name: 'nurses' })).toEqual({ name: 'nurses' });
});
