import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetExpired } from '../../app/use-cases/forget-expired.ts';
import { keepLimits, type Limits } from '../../app/use-cases/people/limits.ts';
import { asApplication, type Connection, connect } from '../../db/client.server.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const SECRET = 's'.repeat(32);
const NADIA = { kind: 'email', address: 'nadia@example.org' } as const;
const OMAR = { kind: 'phone', address: '+254712344321' } as const;
const warned: unknown[] = [];
const COST = { smsPerHour: 1_000, log: { warn: (line: unknown) => void warned.push(line) } };
const HOME = '192.0.2.7';

let database: TestDatabase;
let another: Connection;
let limits: Limits;
beforeAll(async () => {
  database = await freshDatabase();
  another = connect(database.url, () => undefined, { max: 5 });
  limits = keepLimits(database.pool, SECRET, COST);
});
afterAll(() => another.close());
beforeEach(async () => {
  await database.db.deleteFrom('rate_limit').execute();
});

const rows = () => database.db.selectFrom('rate_limit').selectAll().execute();
const letPass = (seconds: number) =>
  sql`update rate_limit set expire = expire - ${seconds * 1000}`.execute(database.db);

/** How many of so many attempts may go on, one after the other. */
async function passing(attempts: number, attempt: (index: number) => ReturnType<Limits>): Promise<number> {
  let passed = 0;
  for (let index = 0; index < attempts; index++) if ((await attempt(index)).ok) passed++;
  return passed;
}

describe('a limit', () => {
  it.each([
    ['ask for a code', 5, 3_600],
    ['type a code', 15, 3_600],
    ['type a password', 10, 900],
  ] as const)('lets one network %s for one address so often, and says when again', async (what, often, seconds) => {
    const attempt = () => limits(what, { to: NADIA, network: HOME });
    expect(await passing(often + 3, attempt)).toBe(often);
    const refused = await attempt();
    if (refused.ok) throw new Error('it was allowed');
    expect(refused.problem).toBe('too-many');
    expect(refused.retryAfterSeconds).toBeGreaterThan(seconds - 60);
    expect(refused.retryAfterSeconds).toBeLessThanOrEqual(seconds);
    await letPass(seconds);
    expect(await attempt()).toEqual({ ok: true });
  });

  it('is another one for another address, another network and another thing to do', async () => {
    await passing(12, () => limits('type a password', { to: NADIA, network: HOME }));
    expect(await limits('type a password', { to: NADIA, network: HOME })).toMatchObject({ ok: false });
    expect(await limits('type a password', { to: OMAR, network: HOME })).toEqual({ ok: true });
    expect(await limits('type a password', { to: NADIA, network: '192.0.2.8' })).toEqual({ ok: true });
    expect(await limits('ask for a code', { to: NADIA, network: HOME })).toEqual({ ok: true });
  });

  it.each([
    ['ask for a code', 20],
    ['type a code', 30],
    ['type a password', 50],
  ] as const)('lets all networks together %s for one address so often a day', async (what, often) => {
    const from = (network: number) => limits(what, { to: NADIA, network: `2001:db8:0:${network.toString(16)}::/64` });
    expect(await passing(often + 10, from)).toBe(often);
  });

  it('of one network, passed many times over, takes nothing from the others', async () => {
    await passing(60, () => limits('type a password', { to: NADIA, network: HOME }));
    expect(await passing(10, () => limits('type a password', { to: NADIA, network: '192.0.2.8' }))).toBe(10);
  });

  it('is one for all processes, also in the same moment', async () => {
    const theirs = keepLimits(another.pool, SECRET, COST);
    const attempts = Array.from({ length: 30 }, (_, index) =>
      (index % 2 === 0 ? limits : theirs)('type a password', { to: NADIA, network: HOME }),
    );
    const allowed = (await Promise.all(attempts)).filter(({ ok }) => ok);
    expect(allowed).toHaveLength(10);
  });

  it('is kept so that nobody reads whom it is about', async () => {
    await limits('ask for a code', { to: NADIA, network: HOME });
    expect((await rows()).map(({ points }) => points)).toEqual([1, 1]);
    expect(JSON.stringify(await rows())).not.toMatch(/nadia|192\.0\.2/);
    await keepLimits(database.pool, 't'.repeat(32), COST)('ask for a code', { to: NADIA, network: HOME });
    expect(await rows()).toHaveLength(4);
  });

  it('holds in each process while the database is away', async () => {
    const away = connect('postgres://nobody@127.0.0.1:1/none', () => undefined);
    const alone = keepLimits(away.pool, SECRET, COST);
    expect(await passing(13, () => alone('type a password', { to: NADIA, network: HOME }))).toBe(10);
    await away.close();
  });
});

describe('codes by phone', () => {
  const phone = (number: string) => ({ kind: 'phone', address: number }) as const;
  const ask = (number: string, network = HOME, by: Limits = limits) =>
    by('ask for a code', { to: phone(number), network });
  const digits = (index: number, length: number) => String(index).padStart(length, '0');

  it('go from one network to ten numbers of a block an hour, each as often as it may, and to others beside', async () => {
    for (let index = 0; index < 10; index++)
      expect(await passing(5, () => ask(`+25471234${digits(index, 4)}`)), `number ${index}`).toBe(5);
    warned.length = 0;
    expect(await ask('+254712340010')).toMatchObject({ ok: false, problem: 'capped' });
    expect(warned).toEqual([{ security: 'codes by phone are capped', cap: 'block of numbers' }]);
    expect(JSON.stringify(warned)).not.toMatch(/25471|192\.0\.2/);
    expect(await ask('+254712340010', '192.0.2.8')).toEqual({ ok: true });
    expect(await ask('+254712350010')).toEqual({ ok: true });
    expect(await limits('ask for a code', { to: NADIA, network: HOME })).toMatchObject({ ok: true });
    await letPass(3_600);
    expect(await ask('+254712340011')).toEqual({ ok: true });
  });

  it('go from one network to a hundred numbers of a country an hour', async () => {
    expect(await passing(103, (index) => ask(`+2547${digits(index, 4)}4321`))).toBe(100);
    expect(await ask('+8801712345678')).toEqual({ ok: true });
  });

  it('go to so many an hour over the whole site, from wherever', async () => {
    const few = keepLimits(database.pool, SECRET, { ...COST, smsPerHour: 7 });
    const from = (index: number) => ask(`+88017${digits(index, 4)}5678`, `198.51.100.${index}`, few);
    warned.length = 0;
    expect(await passing(9, from)).toBe(7);
    expect(warned).toContainEqual({ security: 'codes by phone are capped', cap: 'whole site' });
    expect(await few('ask for a code', { to: NADIA, network: HOME })).toMatchObject({ ok: true });
  });
});

it('a count that is over is deleted, and no other', async () => {
  await limits('ask for a code', { to: NADIA, network: HOME });
  await forgetExpired(database.db);
  expect(await rows()).toHaveLength(2);
  await letPass(3_600);
  await forgetExpired(database.db);
  expect(await rows()).toHaveLength(1);
});

it('counts in the database with the rights of the web process', async () => {
  const web = asApplication(database, () => undefined);
  await keepLimits(web.pool, SECRET, COST)('type a password', { to: NADIA, network: HOME });
  await web.close();
  expect(await rows()).toHaveLength(2);
});
