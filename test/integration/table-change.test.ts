import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reader } from '../../db/client.server.ts';
import { keepWhileUnchanged } from '../../db/kept.ts';
import { changedSince, forgetChanges } from '../../db/queries/table-change.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aProcedure, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

const PATIENCE = { timeout: 30_000 };

let database: TestDatabase;
const addRate = (db: Reader, currency: string) =>
  sql`insert into exchange_rate (currency, rate_on, per_eur, source) values (${currency}, '2026-11-02', 2, 'a bank')`.execute(
    db,
  );
const moment = async () => {
  const { at } = await changedSince(database.db, ['exchange_rate'], undefined);
  return at ?? 'none';
};
const ratesChanged = async (since: string) => (await changedSince(database.db, ['exchange_rate'], since)).changed;

beforeEach(async () => {
  database = await freshDatabase();
});

describe('whether tables changed since a moment', () => {
  it('by their own changes, and by no others', async () => {
    const before = await moment();
    await importAll(database.db, [aPathway()]);
    expect(await ratesChanged(before)).toBe(false);
    expect(await changedSince(database.db, ['exchange_rate', 'document_version'], before)).toMatchObject({
      changed: true,
    });
    await addRate(database.db, 'NPR');
    expect(await ratesChanged(before)).toBe(true);
    expect(await ratesChanged(await moment())).toBe(false);
  });

  it.each([
    ['changed', `update exchange_rate set per_eur = 3`],
    ['removed', `delete from exchange_rate`],
    ['removed as a whole', `truncate exchange_rate`],
  ])('by rows that are %s', async (_how, statement) => {
    await addRate(database.db, 'NPR');
    const before = await moment();
    await database.pool.query(statement);
    expect(await ratesChanged(before)).toBe(true);
  });

  it('not by statements that change no row, nor by documents that are no pathways', async () => {
    await importAll(database.db, [aPathway()]);
    const before = await moment();
    await database.pool.query(`update exchange_rate set per_eur = 3 where currency = 'XXX'`);
    expect(await ratesChanged(before)).toBe(false);
    await importAll(database.db, [aProcedure(), aVacancy()]);
    expect(await changedSince(database.db, ['document_version'], before)).toMatchObject({ changed: false });
  });

  it('by what began before the moment and ended after it, whatever else ended meanwhile', async () => {
    const slow = await database.pool.connect();
    await slow.query('begin');
    await slow.query(`insert into exchange_rate values ('NPR', '2026-11-02', 2, 'a bank')`);
    await addRate(database.db, 'XOF');
    const between = await moment();
    expect(await ratesChanged(between)).toBe(false);
    await slow.query('commit');
    slow.release();
    expect(await ratesChanged(between)).toBe(true);
    expect(await ratesChanged(await moment())).toBe(false);
  });

  it('not by what was given up', async () => {
    const before = await moment();
    const given = database.db.transaction().execute(async (trx) => {
      await addRate(trx, 'NPR');
      expect(await changedSince(trx, ['exchange_rate'], before)).toEqual({ at: null, changed: true });
      throw new Error('given up');
    });
    await expect(given).rejects.toThrow('given up');
    expect(await ratesChanged(before)).toBe(false);
  });

  it('by what was noted and removed since, once there is much of it', async () => {
    const before = await moment();
    for (const currency of ['NPR', 'XOF', 'PHP']) await addRate(database.db, currency);
    const noted = () => database.pool.query('select changed from table_change');
    const count = (await noted()).rowCount;
    await forgetChanges(database.db, 1_000);
    expect((await noted()).rowCount).toBe(count);
    const after = await moment();
    // A transaction under way in any database of the cluster keeps what was noted since it began: the other tests have theirs.
    await expect
      .poll(async () => {
        await forgetChanges(database.db, 2);
        return (await noted()).rowCount;
      }, PATIENCE)
      .toBeLessThan(3);
    expect((await noted()).rows).toContainEqual({ changed: 'exchange_rate' });
    expect(await ratesChanged(before)).toBe(true);
    expect(await ratesChanged(after)).toBe(true);
    expect(await ratesChanged(await moment())).toBe(false);
  });

  it('by what was noted beside a transaction, which is kept until that has ended', async () => {
    const slow = await database.pool.connect();
    await slow.query('begin');
    await slow.query('select pg_current_xact_id()');
    await addRate(database.db, 'NPR');
    const noted = () => database.pool.query('select changed, xact from table_change');
    const { rows } = await noted();
    await forgetChanges(database.db, 0);
    expect((await noted()).rows).toEqual(
      expect.arrayContaining(rows.filter(({ changed }) => changed === 'exchange_rate')),
    );
    await slow.query('commit');
    slow.release();
  });

  it('in a database that was set back to before that moment', async () => {
    expect(await ratesChanged('900000000:900000000:')).toBe(true);
  });

  it('the web process can note changes by changing a table alone', async () => {
    const guest = await database.pool.connect();
    await guest.query('set role fairway_app');
    await guest.query(`insert into exchange_rate values ('NPR', '2026-11-02', 2, 'a bank')`);
    await expect(guest.query(`delete from table_change`)).rejects.toThrow('permission denied');
    await expect(guest.query(`insert into table_change (changed) values ('requirement')`)).rejects.toThrow(
      'permission denied',
    );
    await guest.query('reset role');
    guest.release();
  });
});

describe('what is kept while tables do not change', () => {
  const reading = () => {
    let times = 0;
    return async () => {
      times += 1;
      return { times };
    };
  };

  it('is read once, and anew when one of them changes or another day is asked for', async () => {
    const kept = keepWhileUnchanged<{ times: number }>(['exchange_rate', 'requirement']);
    const read = reading();
    expect(kept.last('2026-11-26')).toBeUndefined();
    const first = await kept.now(database.db, read, '2026-11-26');
    expect(await kept.now(database.db, read, '2026-11-26')).toBe(first);
    expect(kept.last('2026-11-26')).toBe(first);
    await addRate(database.db, 'NPR');
    expect(kept.last('2026-11-26')).toBe(first);
    expect(await kept.now(database.db, read, '2026-11-26')).toEqual({ times: 2 });
    expect(kept.last('2026-11-27')).toBeUndefined();
    expect(await kept.now(database.db, read, '2026-11-27')).toEqual({ times: 3 });
  });

  it('is read anew by the next when somebody changes it during the reading', async () => {
    const kept = keepWhileUnchanged<{ times: number }>(['exchange_rate']);
    const read = reading();
    const during = async () => {
      const found = await read();
      await addRate(database.db, 'NPR');
      return found;
    };
    await kept.now(database.db, during);
    expect(await kept.now(database.db, read)).toEqual({ times: 2 });
    expect(await kept.now(database.db, read)).toEqual({ times: 2 });
  });

  it('is never what a transaction that was given up saw', async () => {
    const kept = keepWhileUnchanged<{ times: number }>(['exchange_rate']);
    const read = reading();
    const given = database.db.transaction().execute(async (trx) => {
      await addRate(trx, 'NPR');
      await kept.now(trx, read);
      throw new Error('given up');
    });
    await expect(given).rejects.toThrow('given up');
    expect(kept.last()).toBeUndefined();
    expect(await kept.now(database.db, read)).toEqual({ times: 2 });
  });
});
