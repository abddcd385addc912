import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import type { Writer } from '../../db/client.server.ts';
import { projectPathways } from '../../search/pathway/project.ts';
import { rebuildCopy } from '../../search/rebuild.server.ts';
import { verifySearch } from '../../search/verify.server.ts';
import { allocate } from '../support/allocate.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aQuota } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { committedNames, gate, untilBlocked, write } from '../support/search-jobs.ts';

const today = () => new Date().toISOString().slice(0, 10);

let database: TestDatabase;
const names = () => committedNames(database.db);
const differences = () => verifySearch(database.db, undefined, today());

/** Runs `work` in a transaction that is then held open until `release`. */
function held(transaction: (then: () => Promise<void>) => Promise<unknown>) {
  const [worked, go] = [gate(), gate()];
  const ended = transaction(async () => {
    worked.open();
    await go.opened;
  });
  return {
    worked: worked.opened,
    release: async () => {
      go.open();
      await ended;
    },
  };
}

const inTransaction = (work: (trx: Writer) => Promise<unknown>) => database.db.transaction().execute(work);
const refresh = (trx: Writer) => projectPathways(trx, 'all', today());

describe('two writers at once', () => {
  beforeEach(async () => {
    database = await freshDatabase();
    await write(database.db, 'a', 'old');
    await write(database.db, 'b', 'untouched');
  });

  const heldImport = () =>
    held((then) =>
      importAll(database.db, [aPathway({ id: 'a', name: { en: 'new' } })], {
        onDocuments: async (trx, changed) => {
          await projectChanged(trx, changed);
          await then();
        },
      }),
    );

  it.each<[string, () => Promise<unknown>]>([
    ['refresh', () => inTransaction(refresh)],
    ['rebuild', () => rebuildCopy(database.db, today())],
    ['write of the same pathway', () => inTransaction((trx) => projectPathways(trx, ['a'], today()))],
  ])('a %s that comes while an import is under way reads what the import has written', async (_, second) => {
    const importing = heldImport();
    await importing.worked;
    const coming = second();
    await untilBlocked(database);
    await importing.release();
    await coming;
    expect(await names()).toEqual(['new', 'untouched']);
    expect(await differences()).toEqual([]);
  });

  it('an import that comes while a refresh is under way has the last word', async () => {
    const refreshing = held((then) => inTransaction((trx) => refresh(trx).then(then)));
    await refreshing.worked;
    const importing = write(database.db, 'a', 'new');
    await untilBlocked(database);
    await refreshing.release();
    await importing;
    expect(await names()).toEqual(['new', 'untouched']);
    expect(await differences()).toEqual([]);
  });

  it('a rebuild does not lock rows before its turn has come', async () => {
    await sql`update search_pathway set id = 'ghost' where id = 'b'`.execute(database.db);
    let rebuilding: Promise<void> = Promise.resolve();
    await inTransaction(async (trx) => {
      await projectPathways(trx, ['a'], today());
      rebuilding = rebuildCopy(database.db, today());
      await untilBlocked(database);
      await sql`update search_pathway set places = 1 where id = 'ghost'`.execute(trx);
    });
    await rebuilding;
    expect(await names()).toEqual(['old', 'untouched']);
  });
});

it('takes it for no difference that places were allocated since', async () => {
  database = await freshDatabase();
  await importAll(database.db, [aPathway(), aQuota({ period: { from: '2020-01-01' } })], {
    onDocuments: projectChanged,
  });
  await allocate(database.db, { quota: 'de-test-2026', places: 3 });
  expect(await differences()).toEqual([]);
});

describe('verify and rebuild', () => {
  beforeAll(async () => {
    database = await freshDatabase();
    for (const id of ['a', 'b', 'c']) await write(database.db, id);
    await rebuildCopy(database.db, today());
  });

  it.each([
    [`delete from search_pathway where id = 'a'`, { what: 'missing', of: 'a' }],
    [`update search_pathway set id = 'ghost' where id = 'c'`, { what: 'extra', of: 'ghost' }],
    [
      `update search_pathway set entry = jsonb_set(entry::jsonb, '{names}', '["other"]')::json where id = 'a'`,
      { what: 'stale', of: 'a', fields: ['names'] },
    ],
    [`update search_pathway set filters = '{}' where id = 'b'`, { what: 'stale', of: 'b', fields: ['column filters'] }],
    [`update search_pathway set places = 7 where id = 'b'`, { what: 'stale', of: 'b', fields: ['column places'] }],
    [
      `update search_pathway set name_order = '{"en": "z"}' where id = 'b'`,
      { what: 'stale', of: 'b', fields: ['column name_order'] },
    ],
    [
      `update search_text set words = strip(words) where id = 'c'`,
      { what: 'stale', of: 'c', fields: ['column words'] },
    ],
    [`delete from search_text where id = 'c'`, { what: 'stale', of: 'c', fields: ['column words'] }],
    [`delete from search_word where word = 'germany'`, { what: 'stale', of: 'a', fields: ['column words'] }],
    [`delete from search_pair`, { what: 'stale', of: 'a', fields: ['column words'] }],
  ])('after %s', async (plant, difference) => {
    expect(await differences()).toEqual([]);
    await sql.raw(plant).execute(database.db);
    expect(await differences()).toContainEqual({ copy: 'database', ...difference });
    await rebuildCopy(database.db, today());
    expect(await differences()).toEqual([]);
    expect(await names()).toEqual(['a', 'b', 'c']);
  });
});
