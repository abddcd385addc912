import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../app/domain/people/who.ts';
import { importDocuments } from '../../app/use-cases/import-documents/import-documents.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { allocatePlaces } from '../../app/use-cases/quota/allocate-places.ts';
import { settlePlaces } from '../../app/use-cases/quota/settle-allocation.ts';
import { connect } from '../../db/client.server.ts';
import { migrate, pendingMigrations } from '../../db/migrate.ts';
import { countDocuments, listVersions } from '../../db/queries/edition.ts';
import { findQuota, placesLeft } from '../../db/queries/quota.ts';
import { loadReference } from '../../db/reference/load.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aProcedure, aQuota, aVacancy, seedDocuments } from '../support/documents.ts';
import { asFile, asNdjson, importAll } from '../support/imports.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});

const total = async () => {
  const { rows } = await sql<{ versions: number }>`select count(*) as versions from document_version`.execute(
    database.db,
  );
  return rows[0]?.versions;
};

describe('migrations', () => {
  it('run twice and at once without harm', async () => {
    expect(await Promise.all([migrate(database), migrate(database)])).toEqual([[], []]);
    expect(await pendingMigrations(database)).toEqual([]);
  });

  it('take as long as they take, whatever a request may', async () => {
    const { url, db } = await emptyDatabase();
    await sql`alter role current_user in database ${sql.id(new URL(url).pathname.slice(1))} set statement_timeout = 1`.execute(
      db,
    );
    const hasty = connect(url, () => undefined, { statementTimeoutMs: 1 });
    expect(await migrate(hasty)).toContain('2026-11-24-1-ground');
    await hasty.close();
  });

  it('refuse a database that cannot hold every script, before anything is made in it', async () => {
    const { url } = await emptyDatabase(`encoding LATIN1 locale 'C' template template0`);
    const latin = connect(url, () => undefined);
    await expect(migrate(latin)).rejects.toThrow(
      /^Fairway needs a database in UTF8; this one is in LATIN1\. Make one with/,
    );
    expect((await latin.pool.query(`select from pg_tables where schemaname = 'public'`)).rowCount).toBe(0);
    await latin.close();
  });

  it('load reference data once', async () => {
    expect(await loadReference(database.db)).toContain('occupations');
    expect(await loadReference(database.db)).toEqual([]);
  });
});

describe('an import', () => {
  it('takes the seed, and the seed again changes nothing', async () => {
    const documents = [...seedDocuments.pathway(), ...seedDocuments.procedure(), ...seedDocuments.quota()];
    const first = await importAll(database.db, documents, { onDocuments: projectChanged });
    expect(first).toMatchObject({ problems: [], created: documents.length, updated: 0, unchanged: 0 });
    expect(await importAll(database.db, documents)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: documents.length,
    });
    const { pathway, procedure, quota } = await countDocuments(database.db);
    expect(pathway + procedure + quota).toBe(documents.length);
  });

  it('records who and when, and a change as a new version', async () => {
    await importAll(database.db, [aPathway(), aQuota()], { by: 'office-a' });
    expect(await importAll(database.db, [aPathway({ status: 'closed' })], { by: 'office-b' })).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 0,
    });
    const versions = await listVersions(database.db, 'pathway', 'de-test');
    expect(versions).toMatchObject([
      { version: 2, recordedBy: 'office-b' },
      { version: 1, recordedBy: 'office-a' },
    ]);
    expect(Math.abs(Date.now() - Number(versions[0]?.recordedAt))).toBeLessThan(60_000);
  });

  it('does not take another order of keys for a change', async () => {
    const { type, id, ...rest } = aQuota();
    expect(await importAll(database.db, [{ ...rest, id, type }])).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it('writes nothing of a file with one broken document, and tells where it is broken', async () => {
    const before = await total();
    const report = await importAll(database.db, [
      aVacancy({ id: 'v-good' }),
      { ...aVacancy({ id: 'v-bad' }), places: -1, colour: 'red' },
    ]);
    expect(report.problems).toMatchObject([
      { line: 2, type: 'vacancy', id: 'v-bad', path: '/places' },
      { line: 2, type: 'vacancy', id: 'v-bad', path: '/colour' },
    ]);
    expect(report).toMatchObject({ created: 0 });
    expect(await total()).toBe(before);
  });

  it('stops at a broken file for that file only', async () => {
    const files = [asFile('a.ndjson', '{"type":', 'ndjson'), asFile('b.json', JSON.stringify([aVacancy()]), 'json')];
    const [a, b] = await importDocuments(database.db, files, {
      by: 'test',
      who: SYSTEM,
      onDocuments: async () => undefined,
    });
    expect(a?.problems).toMatchObject([{ file: 'a.ndjson', line: 1 }]);
    expect(b).toMatchObject({ problems: [], created: 1 });
  });

  it('only checks in a dry run, later files against earlier ones', async () => {
    const before = await total();
    const files = [
      asFile('p.ndjson', asNdjson([aPathway({ id: 'dry' })]), 'ndjson'),
      asFile('q.ndjson', asNdjson([aQuota({ id: 'dry-q', pathway: 'dry' })]), 'ndjson'),
      asFile('r.ndjson', asNdjson([aQuota({ id: 'dry-r', pathway: 'nowhere' })]), 'ndjson'),
    ];
    const reports = await importDocuments(database.db, files, {
      by: 'test',
      who: SYSTEM,
      dryRun: true,
      onDocuments: projectChanged,
    });
    expect(reports.map(({ created, problems }) => [created, problems.length])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    expect(await total()).toBe(before);
  });

  it('takes all back when what hangs on it fails', async () => {
    const before = await total();
    const onDocuments = async () => {
      throw new Error('no outbox');
    };
    await expect(importAll(database.db, [aPathway({ id: 'lost' })], { onDocuments })).rejects.toThrow('no outbox');
    expect(await total()).toBe(before);
  });

  it('refuses the same document twice, but not two editions of it', async () => {
    const twice = await importAll(database.db, [aQuota({ id: 'twice' }), aQuota({ id: 'twice', places: 5 })]);
    expect(twice.problems).toMatchObject([{ line: 2, path: '/id', message: 'the same quota stands on line 1 too' }]);
    const editions = [
      aPathway({ id: 'two', effective: { from: '2025-01-01', to: '2025-12-31' } }),
      aPathway({ id: 'two', effective: { from: '2026-01-01', to: null } }),
    ];
    expect(await importAll(database.db, editions)).toMatchObject({ problems: [], created: 1, updated: 1 });
    expect(await importAll(database.db, editions)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect((await importAll(database.db, [aProcedure(), aProcedure()])).problems).toHaveLength(1);
  });

  it('refuses profiles: they are personal data', async () => {
    expect((await importAll(database.db, [{ type: 'profile' }])).problems).toMatchObject([
      { path: '/type', message: 'profiles are personal data and are not imported' },
    ]);
  });

  it('gives one version to each of two at once', async () => {
    const places = [11, 12, 13, 14];
    await Promise.all(places.map((count) => importAll(database.db, [aVacancy({ id: 'race', places: count })])));
    expect((await listVersions(database.db, 'vacancy', 'race')).map(({ version }) => version)).toEqual([4, 3, 2, 1]);
  });
});

describe('vacancies', () => {
  it('are refused for each reason that their pathway gives, of this file or published, and flagged where nobody can tell', async () => {
    const strict = aPathway({
      id: 'strict',
      sectors: ['A'],
      wageFloors: [{ money: { amount: 4000, currency: 'EUR' }, per: 'month', from: '2025-01-01' }],
    });
    const under = (id: string, more = {}) => aVacancy({ id, pathway: 'strict', ...more });
    const first = await importAll(database.db, [strict, under('v-strict', { contractMonths: 30 })]);
    expect(first.problems.map(({ id, path }) => [id, path])).toEqual([
      ['v-strict', '/sector'],
      ['v-strict', '/contractMonths'],
      ['v-strict', '/wage/money/amount'],
    ]);
    await importAll(database.db, [strict]);
    const dollars = { money: { amount: 1, currency: 'USD' }, per: 'month' } as const;
    const flagged = await importAll(database.db, [under('v-flagged', { sector: 'A', wage: dollars })]);
    expect(flagged).toMatchObject({
      problems: [],
      created: 1,
      warnings: [{ id: 'v-flagged', path: '/wage/money/currency' }],
    });
    const changed = await importAll(database.db, [{ ...strict, sectors: ['Q'], wageFloors: [] }, under('v-late')]);
    expect(changed).toMatchObject({ problems: [], created: 1, updated: 1 });
  });
});

const MINISTRY = { kind: 'token', token: randomUUID(), role: 'destination-ministry', state: 'DE' } as const;
const at = (quota: string, reference: string) => ({ quota, reference, office: undefined });
const allocate = async (quota: string, reference: string, places: number) => {
  const asked = { quota, request: { places, reference }, on: '2026-06-01' };
  expect(await allocatePlaces(database.db, MINISTRY, asked)).toMatchObject({ outcome: 'allocated' });
};

describe('quotas', () => {
  it.each([
    ['no such pathway', [aQuota({ id: 'x', pathway: 'nowhere' })], '/pathway'],
    ['no such parent', [aQuota({ id: 'x', parent: 'nowhere' })], '/parent'],
    ['more than its parent', [aQuota({ id: 'x', parent: 'de-test-2026', places: 101 })], '/places'],
    ['a circle', [aQuota({ id: 'x', parent: 'y' }), aQuota({ id: 'y', parent: 'x' })], '/parent'],
  ])('are refused: %s', async (_, documents, path) => {
    const { problems } = await importAll(database.db, documents);
    expect(problems).toHaveLength(documents.length);
    for (const problem of problems) expect(problem).toMatchObject({ path, type: 'quota' });
  });

  it('blame the parent that shrinks below a part, or below what is allocated', async () => {
    await importAll(database.db, [aQuota({ id: 'top' }), aQuota({ id: 'part', parent: 'top', places: 60 })]);
    const shrunk = await importAll(database.db, [aQuota({ id: 'top', places: 50 })]);
    expect(shrunk.problems).toMatchObject([{ id: 'top', path: '/places', message: expect.stringContaining('part') }]);
    await allocate('part', 'held', 30);
    await allocate('part', 'arrived', 10);
    await settlePlaces(database.db, MINISTRY, { ...at('part', 'arrived'), how: 'take-up', why: undefined });
    const below = await importAll(database.db, [aQuota({ id: 'part', parent: 'top', places: 39 })]);
    expect(below.problems).toMatchObject([{ id: 'part', path: '/places', expected: '40 or more' }]);
    expect(await findQuota(database.db, 'part')).toMatchObject({ places: 60, allocated: 40, used: 10, remaining: 20 });
  });

  it('keep what is allocated when they grow', async () => {
    await importAll(database.db, [aQuota({ id: 'part', parent: 'top', places: 90 })]);
    expect(await findQuota(database.db, 'part')).toMatchObject({ places: 90, allocated: 40, remaining: 50 });
  });

  it('count places left at the top only, without targets, in their period, and not at all where there are none', async () => {
    await importAll(database.db, [
      aPathway({ id: 'counted' }),
      aPathway({ id: 'uncounted' }),
      aQuota({ id: 'c-1', pathway: 'counted', places: 10 }),
      aQuota({ id: 'c-1a', pathway: 'counted', places: 4, parent: 'c-1' }),
      aQuota({ id: 'c-2', pathway: 'counted', places: 7, kind: 'ceiling' }),
      aQuota({ id: 'c-3', pathway: 'counted', places: 1000, kind: 'target' }),
    ]);
    expect([...(await placesLeft(database.db, ['counted', 'uncounted'], '2026-12-31'))]).toEqual([
      ['counted', 17],
      ['uncounted', null],
    ]);
    expect((await placesLeft(database.db, ['counted'], '2027-01-01')).get('counted')).toBeNull();
  });

  it('do not suffer for a parent that is broken itself', async () => {
    const { problems } = await importAll(database.db, [
      { ...aQuota({ id: 'broken' }), places: 'many' },
      aQuota({ id: 'child', parent: 'broken' }),
    ]);
    expect(problems).toMatchObject([{ id: 'broken', path: '/places' }]);
  });
});

it('takes the largest numbers that a document may hold, and sums them', async () => {
  const stay = { initialMonths: 12_000, maxMonths: 12_000, renewable: false };
  const quotas = Array.from({ length: 1_000 }, (_, index) =>
    aQuota({ id: `huge-${index}`, pathway: 'huge', places: 1e12 }),
  );
  const { problems } = await importAll(database.db, [aPathway({ id: 'huge', stay }), ...quotas], {
    onDocuments: projectChanged,
  });
  expect(problems).toEqual([]);
  expect((await placesLeft(database.db, ['huge'], '2026-12-31')).get('huge')).toBe(1e15);
});

describe('history', () => {
  it.each([
    'update document_version set recorded_by = $$x$$',
    'delete from document_version',
    'truncate document_version cascade',
  ])('refuses: %s', async (statement) => {
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('never changed or deleted');
  });
});

it('never writes part of a file, however it is broken', async () => {
  const whole = asNdjson([1, 2, 3].map((each) => aVacancy({ id: `mutated-${each}` })));
  const cut = fc.tuple(fc.nat(whole.length - 1), fc.string({ maxLength: 4 }), fc.nat(6));
  let tick = 0;
  await fc.assert(
    fc.asyncProperty(cut, async ([at, put, drop]) => {
      const text = (whole.slice(0, at) + put + whole.slice(at + drop)).replaceAll('mutated-', `m${tick++}-`);
      const before = Number(await total());
      const [report] = await importDocuments(database.db, [asFile('m.ndjson', text, 'ndjson')], {
        by: 'test',
        who: SYSTEM,
        onDocuments: async () => undefined,
      });
      const written = Number(await total()) - before;
      expect(written).toBe((report?.created ?? 0) + (report?.updated ?? 0));
      if (report?.problems.length) expect(written).toBe(0);
    }),
    { numRuns: 200 },
  );
});
