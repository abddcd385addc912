import { beforeAll, describe, expect, it } from 'vitest';
import { findPathway, listVersions } from '../../db/queries/pathway.ts';
import { listOrigins, listProceduresOf } from '../../db/queries/procedure.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aProcedure } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});

const edition = (summary: string, from: string, to: string | null, id = 'dated') =>
  aPathway({ id, summary: { en: summary }, effective: { from, to } });

const on = async (day: string, id = 'dated') => {
  const found = await findPathway(database.db, id, day);
  return found && `${found.document.summary.en}${found.notInEffect ? ' (not in effect)' : ''}`;
};

describe('what was in force on a date', () => {
  it('is the edition that covers it, the first and last day included', async () => {
    await importAll(database.db, [edition('old', '2024-01-01', '2025-12-31'), edition('new', '2026-01-01', null)]);
    expect(await on('2024-01-01')).toBe('old');
    expect(await on('2025-12-31')).toBe('old');
    expect(await on('2026-01-01')).toBe('new');
    expect(await on('2099-01-01')).toBe('new');
  });

  it('where none covers it, is the one recorded last, and says so', async () => {
    expect(await on('2023-12-31')).toBe('new (not in effect)');
    expect(await on('2026-01-01', 'nowhere')).toBeUndefined();
  });

  it('is the correction of an edition, and the other editions are not lost', async () => {
    await importAll(database.db, [edition('old, corrected', '2024-01-01', '2025-12-31')]);
    expect(await on('2025-06-01')).toBe('old, corrected');
    expect(await on('2026-06-01')).toBe('new');
  });

  it('ends where a correction says that it ended', async () => {
    await importAll(database.db, [edition('open', '2024-01-01', null, 'ended')]);
    await importAll(database.db, [edition('ended', '2024-01-01', '2024-12-31', 'ended')]);
    expect(await on('2024-12-31', 'ended')).toBe('ended');
    expect(await on('2025-01-01', 'ended')).toBe('ended (not in effect)');
  });

  it('is the newer of two open-ended editions from its first day on', async () => {
    await importAll(database.db, [edition('first', '2024-01-01', null, 'open')]);
    await importAll(database.db, [edition('second', '2026-01-01', null, 'open')]);
    expect(await on('2025-12-31', 'open')).toBe('first');
    expect(await on('2026-01-01', 'open')).toBe('second');
  });

  it('stays the amendment when the edition before it is corrected late', async () => {
    await importAll(database.db, [edition('first', '2024-01-01', null, 'late')]);
    await importAll(database.db, [edition('amended', '2026-01-01', null, 'late')]);
    await importAll(database.db, [edition('first, corrected', '2024-01-01', null, 'late')]);
    expect(await on('2025-12-31', 'late')).toBe('first, corrected');
    expect(await on('2026-01-01', 'late')).toBe('amended');
    expect(await listVersions(database.db, 'pathway', 'late')).toHaveLength(3);
  });

  it('stays the amendment when the file of the edition before it is imported again', async () => {
    const [first, amended] = [
      edition('first', '2024-01-01', null, 'again'),
      edition('amended', '2026-01-01', null, 'again'),
    ];
    await importAll(database.db, [first]);
    await importAll(database.db, [amended]);
    expect(await importAll(database.db, [first])).toMatchObject({ updated: 0, unchanged: 1 });
    expect(await on('2026-01-01', 'again')).toBe('amended');
  });

  it('is the one published last where a later one begins earlier', async () => {
    await importAll(database.db, [edition('from May', '2026-05-01', null, 'sooner')]);
    await importAll(database.db, [edition('from January after all', '2026-01-01', null, 'sooner')]);
    expect(await on('2026-06-01', 'sooner')).toBe('from January after all');
  });

  it('can return to an earlier text: importing that again is a deliberate new version', async () => {
    const [first, second] = [edition('one', '2024-01-01', null, 'back'), edition('two', '2024-01-01', null, 'back')];
    await importAll(database.db, [first]);
    await importAll(database.db, [second]);
    expect(await importAll(database.db, [first])).toMatchObject({ updated: 1 });
    expect(await on('2026-01-01', 'back')).toBe('one');
  });
});

describe('procedures', () => {
  it('are found by origin state', async () => {
    await importAll(database.db, [aProcedure(), aProcedure({ id: 'np-test', origin: 'NP' })]);
    expect((await listProceduresOf(database.db, 'NP', '2026-01-01')).map(({ document }) => document.id)).toEqual([
      'np-test',
    ]);
    expect(await listOrigins(database.db, '2026-01-01')).toEqual(['NP', 'PH']);
  });
});
