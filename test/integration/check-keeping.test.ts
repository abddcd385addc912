import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { forgetExpired } from '../../app/use-cases/forget-expired.ts';
import { privateSessions } from '../../app/use-cases/private-sessions.ts';
import { savedChecks } from '../../app/use-cases/saved-checks.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});

const sessions = () => privateSessions(database.db);
const saved = () => savedChecks(database.db);
const everythingKept = async () =>
  JSON.stringify([
    await database.db.selectFrom('session').selectAll().execute(),
    await database.db.selectFrom('saved_check').selectAll().execute(),
  ]);
const letPass = (table: 'session' | 'saved_check', time: string) =>
  sql`update ${sql.table(table)} set expires_at = expires_at - ${time}::interval`.execute(database.db);

describe('private answers', () => {
  it('are kept in a session, changed there, and gone when it ends', async () => {
    const id = await sessions().keep(undefined, { health: true });
    expect(await sessions().open(id)).toEqual({ health: true });
    expect(await sessions().keep(id, { health: false, declared: { 'prison-sentence': false } })).toBe(id);
    expect(await sessions().open(id)).toEqual({ health: false, declared: { 'prison-sentence': false } });
    await sessions().end(id);
    expect(await sessions().open(id)).toBeUndefined();
  });

  it('are found by nobody else: an id is unguessable, and only its hash is stored', async () => {
    const id = await sessions().keep(undefined, { criminalRecord: false });
    expect(id.length).toBeGreaterThanOrEqual(43);
    expect(await everythingKept()).not.toContain(id);
    expect(await sessions().open(`${id}x`)).toBeUndefined();
  });

  it('last two hours from their last use', async () => {
    const id = await sessions().keep(undefined, { displacement: 'refugee' });
    await letPass('session', '119 minutes');
    expect(await sessions().open(id)).toEqual({ displacement: 'refugee' });
    await letPass('session', '119 minutes');
    expect(await sessions().open(id)).toEqual({ displacement: 'refugee' });
    await letPass('session', '121 minutes');
    expect(await sessions().open(id)).toBeUndefined();
  });

  it('get a new session when theirs has ended, never one that somebody brought along', async () => {
    const ended = await sessions().keep(undefined, { health: true });
    await letPass('session', '121 minutes');
    const id = await sessions().keep(ended, { health: false });
    expect(id).not.toBe(ended);
    expect(await sessions().keep('chosen-by-somebody', {})).not.toBe('chosen-by-somebody');
    expect(await sessions().open(ended)).toBeUndefined();
  });
});

describe('a saved check', () => {
  it('is found by its key until it is deleted', async () => {
    const key = await saved().save({ query: 'citizen=NP', privateAnswers: { health: true } });
    expect(await saved().find(key)).toMatchObject({ query: 'citizen=NP', privateAnswers: { health: true } });
    expect(await everythingKept()).not.toContain(key);
    await saved().delete(key);
    expect(await saved().find(key)).toBeUndefined();
  });

  it('holds no private answer unless it is given one', async () => {
    const key = await saved().save({ query: 'citizen=NP', privateAnswers: null });
    expect(await saved().find(key)).toMatchObject({ privateAnswers: null });
  });

  it('lasts 90 days', async () => {
    const key = await saved().save({ query: 'citizen=PH', privateAnswers: null });
    await letPass('saved_check', '2159 hours');
    expect(await saved().find(key)).toBeDefined();
    await letPass('saved_check', '2 hours');
    expect(await saved().find(key)).toBeUndefined();
  });
});

it('what is over is deleted, and nothing else', async () => {
  await forgetExpired(database.db);
  const [over, alive] = [await sessions().keep(undefined, { health: true }), 'citizen=US'];
  await letPass('session', '3 hours');
  const key = await saved().save({ query: alive, privateAnswers: null });
  const id = await sessions().keep(undefined, { health: false });
  await forgetExpired(database.db);
  expect(await sessions().open(over)).toBeUndefined();
  expect(await sessions().open(id)).toEqual({ health: false });
  expect(await saved().find(key)).toMatchObject({ query: alive });
  expect(await database.db.selectFrom('session').select('id_hash').execute()).toHaveLength(1);
});
