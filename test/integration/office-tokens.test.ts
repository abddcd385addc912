import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TokenAct } from '../../app/domain/people/office-token.ts';
import { OPERATOR } from '../../app/domain/people/who.ts';
import { actOnToken, askForToken, tokensOf, tokensWaitingFor } from '../../app/use-cases/people/office-tokens.ts';
import { holderOf, issueToken } from '../../app/use-cases/people/tokens.ts';
import { closeUndecided } from '../../app/use-cases/publishing/close-undecided.ts';
import type { Officer } from '../../app/use-cases/publishing/officer.ts';
import { acting } from '../../db/acting.server.ts';
import type { Connection } from '../../db/client.server.ts';
import { approveToken, endToken, findToken, takeToken } from '../../db/queries/api-token.ts';
import { actsUpon } from '../support/audit.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { anOfficer, noOfficers } from '../support/officers.ts';

let database: TestDatabase;
let web: Connection;
let asker: Officer;
let approver: Officer;
let third: Officer;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
  [asker, approver, third] = [
    await anOfficer(database.db, 'DE'),
    await anOfficer(database.db, 'DE'),
    await anOfficer(database.db, 'DE'),
  ];
});

let id: string;
beforeEach(async () => {
  await database.db.deleteFrom('api_token').execute();
  await askForToken(web.db, asker, 'Quota register');
  id = (await tokensOf(web.db, asker))[0]?.id ?? '';
});

const act = (officer: Officer, what: TokenAct) => actOnToken(web.db, officer, { id, act: what });
const standing = async () => (await tokensOf(web.db, asker))[0]?.standing;

async function taken(): Promise<string> {
  await act(approver, 'approve-token');
  const acted = await act(asker, 'take-token');
  if (!acted.ok || acted.secret === undefined) throw new Error('the token was not taken');
  return acted.secret;
}

const acts = () => actsUpon(database.db, id);

describe('a token of an office', () => {
  it('is asked for by one officer, approved by another, and told to the first alone, once', async () => {
    expect([await tokensWaitingFor(web.db, approver), await tokensWaitingFor(web.db, asker)]).toEqual([1, 0]);
    expect(await act(asker, 'take-token')).toEqual({ ok: false, problem: 'too-late' });
    expect(await act(approver, 'approve-token')).toEqual({ ok: true });
    expect(await act(approver, 'take-token')).toEqual({ ok: false, problem: 'not-yours' });
    const acted = await act(asker, 'take-token');
    if (!acted.ok) throw new Error(acted.problem);
    expect(await holderOf(web.db, acted.secret ?? '')).toEqual({
      ...{ kind: 'token', token: id, role: 'destination-ministry', state: 'DE', organisation: 'ministry-de' },
    });
    expect(await act(asker, 'take-token')).toEqual({ ok: false, problem: 'too-late' });
    expect(await acts()).toEqual([
      ['ministry-de', 'ask-for-token', asker.account],
      ['ministry-de', 'approve-token', approver.account],
      ['ministry-de', 'take-token', asker.account],
    ]);
  });

  it('is never approved by whoever asked for it, nor by a statement past the use case', async () => {
    expect(await act(asker, 'approve-token')).toEqual({ ok: false, problem: 'not-yours' });
    expect(await acting(web.db, asker.who, (trx) => approveToken(trx, id, asker.account))).toBe(false);
    const forced = database.db
      .updateTable('api_token')
      .set({ approved_by: asker.account, approved_at: new Date() })
      .where('id', '=', id);
    await expect(forced.execute()).rejects.toThrow(/check constraint/);
    const unapproved = database.db
      .updateTable('api_token')
      .set({ secret_hash: 'a'.repeat(64) })
      .where('id', '=', id);
    await expect(unapproved.execute()).rejects.toThrow(/check constraint/);
    expect(await standing()).toBe('asked');
  });

  it('is approved once, however many approve at once; the other is told', async () => {
    const both = await Promise.all([act(approver, 'approve-token'), act(third, 'approve-token')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, problem: 'too-late' });
    expect(await acts()).toHaveLength(2);
  });

  it('is either approved or dropped where both happen at once', async () => {
    const both = await Promise.all([act(approver, 'approve-token'), act(asker, 'end-token')]);
    // Whoever drops one may also drop the approved one.
    expect(both[1]).toEqual({ ok: true });
    expect(await standing()).toBe('dropped');
    expect(await act(asker, 'take-token')).toEqual({ ok: false, problem: 'too-late' });
  });

  it('is taken once, also from two tabs at once', async () => {
    await act(approver, 'approve-token');
    const both = await Promise.all([act(asker, 'take-token'), act(asker, 'take-token')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, problem: 'too-late' });
  });

  it('opens nothing once any officer of the office has ended it', async () => {
    const secret = await taken();
    expect(await act(third, 'end-token')).toEqual({ ok: true });
    expect(await holderOf(web.db, secret)).toBeUndefined();
    expect(await standing()).toBe('ended');
    expect(await act(third, 'end-token')).toEqual({ ok: false, problem: 'too-late' });
    expect((await acts()).at(-1)).toEqual(['ministry-de', 'end-token', third.account]);
  });

  it('is dropped where nobody took it in thirty days', async () => {
    const ask = (name: string) => askForToken(web.db, asker, name);
    await ask('left');
    const age = { created_at: new Date(Date.now() - 30 * 86_400_000) };
    await database.db.updateTable('api_token').set(age).where('name', '=', 'left').execute();
    await closeUndecided(database.db);
    const found = await tokensOf(web.db, third);
    expect(found.map(({ name, standing }) => [name, standing])).toEqual([
      ['Quota register', 'asked'],
      ['left', 'dropped'],
    ]);
    const acts = await actsUpon(database.db, found[1]?.id ?? '');
    expect(acts.at(-1)).toEqual(['ministry-de', 'expire-token', 'system']);
  });

  it('is listed with the day of its last use', async () => {
    const secret = await taken();
    expect((await tokensOf(web.db, third))[0]).toMatchObject({ standing: 'in-use', lastUsedOn: null });
    await holderOf(web.db, secret);
    const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    expect((await tokensOf(web.db, third))[0]).toMatchObject({ lastUsedOn: day, acts: ['end-token'] });
  });
});

it('one of the command line is listed to the office of its state, which can end it', async () => {
  await database.db.deleteFrom('api_token').execute();
  const role = 'destination-ministry';
  const secret = await issueToken(database.db, OPERATOR, { name: 'Import', role, state: 'DE' });
  await issueToken(database.db, OPERATOR, { name: 'Import', role, state: 'FR' });
  const [only, ...others] = await tokensOf(web.db, third);
  expect(others).toEqual([]);
  id = only?.id ?? '';
  expect(await act(third, 'end-token')).toEqual({ ok: true });
  expect(await holderOf(web.db, secret)).toBeUndefined();
});

it.each([
  ['of another state', 'FR', {}],
  ['of another office of the state', 'DE', { office: 'de-agency' }],
  ['of origin in the same office', 'DE', { role: 'origin-ministry' }],
] as const)('officers %s see and touch none of it', async (_, state, how) => {
  const stranger = await anOfficer(database.db, state, how);
  expect(await tokensOf(web.db, stranger)).toEqual([]);
  for (const what of ['approve-token', 'take-token', 'end-token'] as const)
    expect(await act(stranger, what)).toEqual({ ok: false, problem: 'missing' });
  const { who, account } = stranger;
  expect(await acting(web.db, who, (trx) => approveToken(trx, id, account))).toBe(false);
  expect(await acting(web.db, who, (trx) => endToken(trx, id, account))).toBe(false);
});

it('nobody but an officer sees one, nobody plants one that holds, and nobody changes for whom it acts', async () => {
  const { account } = approver;
  for (const who of noOfficers(account)) {
    expect(await acting(web.db, who, (trx) => findToken(trx, id))).toBeUndefined();
    expect(await acting(web.db, who, (trx) => takeToken(trx, id, asker.account, 'b'.repeat(64)))).toBe(false);
  }
  const planted = acting(web.db, approver.who, (trx) =>
    trx
      .insertInto('api_token')
      .values({
        ...{ name: 'x', role: 'destination-ministry', state: 'DE', organisation: 'ministry-de' },
        ...{ secret_hash: 'c'.repeat(64), asked_by: asker.account, approved_by: account, approved_at: new Date() },
      })
      .execute(),
  );
  await expect(planted).rejects.toThrow(/row-level security/);
  for (const change of [{ role: 'administrator' }, { state: 'FR' }, { asked_by: third.account }] as const) {
    const altered = acting(web.db, approver.who, (trx) => trx.updateTable('api_token').set(change).execute());
    await expect(altered).rejects.toThrow(/permission denied/);
  }
});
