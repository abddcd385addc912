import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPathway, aQuota } from '../support/documents.ts';
import { ESCO_EXAMPLE } from '../support/esco.ts';
import { asNdjson } from '../support/imports.ts';
import { run, scratchFolder, start } from '../support/processes.ts';

let folder = '';
let data = '';
beforeAll(async () => {
  folder = await scratchFolder();
  data = path.join(folder, 'data');
});

const cli = (args: readonly string[], env: Record<string, string> = {}) => run('cli', args, { DATA_DIR: data, ...env });

async function file(name: string, text: string): Promise<string> {
  const at = path.join(folder, name);
  await writeFile(at, text);
  return at;
}

describe('import and export', () => {
  it('take documents in and give them back, with no server and beside one', async () => {
    const good = await file('good.ndjson', asNdjson([aPathway(), aQuota()]));
    expect(await cli(['import', good])).toMatchObject({
      code: 0,
      stdout: `${good}: 2 created, 0 updated, 0 unchanged\n`,
    });
    const server = start('test/support/cluster-holder.ts', [data]);
    await server.firstLine;
    expect(await cli(['import', good])).toMatchObject({
      code: 0,
      stdout: `${good}: 0 created, 0 updated, 2 unchanged\n`,
    });
    expect(await cli(['export', 'pathway'])).toMatchObject({ code: 0, stdout: asNdjson([aPathway()]) });
    server.child.kill('SIGTERM');
    expect(await server.outcome).toMatchObject({ code: 0 });
  });

  it('report file, line, document, place and reason on stdout, and exit 1', async () => {
    const bad = await file('bad.ndjson', `${asNdjson([aPathway({ id: 'unwritten' })])}{"type":\n`);
    const report = await cli(['import', bad, path.join(folder, 'absent.json'), folder]);
    expect(report.code).toBe(1);
    expect(report.stdout.split('\n')).toEqual([
      expect.stringMatching(/bad\.ndjson:2:9 .*not JSON: expected a value, the text ends$/),
      `${bad}: not imported, 1 problem`,
      expect.stringMatching(/absent\.json there is no such file$/),
      expect.stringMatching(/not imported, 1 problem$/),
      expect.stringMatching(/the name does not say what it holds \(expected a name that ends in/),
      expect.stringMatching(/not imported, 1 problem$/),
      '',
    ]);
    expect((await cli(['export', 'pathway'])).stdout).not.toContain('unwritten');
  });

  it('only check in a dry run', async () => {
    const dry = await file('dry.json', JSON.stringify([aPathway({ id: 'dry' })]));
    expect(await cli(['import', '--dry-run', dry])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('nothing was written'),
    });
    expect((await cli(['export', 'pathway'])).stdout).not.toContain('"dry"');
  });
});

it('a command that is interrupted takes the PostgreSQL along that it started', async () => {
  const endless = path.join(folder, 'endless.ndjson');
  execFileSync('mkfifo', [endless]);
  const command = start('cli', ['import', endless], { DATA_DIR: data });
  const writer = await open(endless, 'w'); // opens when the command reads
  for (const signal of ['SIGINT', 'SIGINT'] as const) command.child.kill(signal);
  await expect.poll(() => existsSync(path.join(data, 'postgres/postmaster.pid')), { timeout: 30_000 }).toBe(false);
  await writer.close();
  expect(await command.outcome).toMatchObject({ code: 130, stdout: '' });
});

describe('import-esco', () => {
  it('loads a download, and says why a folder holds none', async () => {
    expect(await cli(['import-esco', ESCO_EXAMPLE])).toMatchObject({
      code: 0,
      stdout: `${ESCO_EXAMPLE}: 7 occupations, 33 names in 2 languages\n`,
    });
    expect(await cli(['import-esco', folder])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/there is no occupations_<lang>\.csv in it\. To mend: /),
    });
    expect(await cli(['import-esco', path.join(folder, 'absent')])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/absent: there is no such file$/m),
    });
  });
});

describe('the search copy', () => {
  it('is verified, and rebuilt where it differs', async () => {
    const holder = start('test/support/cluster-holder.ts', [data]);
    const client = new pg.Client({ connectionString: await holder.firstLine });
    await client.connect();
    expect(await cli(['verify-search'])).toMatchObject({ code: 0, stdout: '0 differences\n' });
    await client.query(`delete from search_pathway where id = 'de-test'`);
    expect(await cli(['verify-search'])).toMatchObject({
      code: 1,
      stdout: 'PostgreSQL: missing: de-test\n1 difference\n',
    });
    expect(await cli(['rebuild-search'])).toMatchObject({ code: 0, stdout: 'rebuilt: PostgreSQL\n' });
    expect(await cli(['verify-search'])).toMatchObject({ code: 0 });
    await client.end();
    holder.child.kill('SIGTERM');
    await holder.outcome;
  });
});

describe('the audit', () => {
  it('is verified, and against the hash of an anchor noted elsewhere', async () => {
    const holder = start('test/support/cluster-holder.ts', [data]);
    const client = new pg.Client({ connectionString: await holder.firstLine });
    await client.connect();
    expect(await cli(['verify-audit'])).toMatchObject({
      code: 0,
      stdout: 'sound: 1 entry of 1 chain; no anchor yet\n',
    });
    const { rows } = await client.query<{ hash: string }>('select hash from anchor_audit()');
    const noted = rows[0]?.hash ?? '';
    expect(await cli(['verify-audit', '--anchor', noted])).toMatchObject({
      code: 0,
      stdout: `sound: 1 entry of 1 chain; newest anchor 1: ${noted}\n`,
    });
    expect(await cli(['verify-audit', '--anchor', '0'.repeat(64)])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^no anchor has the hash 0{64}/),
    });
    await client.query('set session_replication_role = replica');
    await client.query(`delete from audit_entry`);
    expect(await cli(['verify-audit'])).toMatchObject({ code: 1, stdout: 'site: entry 1 is missing\n' });
    await client.end();
    holder.child.kill('SIGTERM');
    await holder.outcome;
  });
});

describe('the command line', () => {
  it.each([
    [[]],
    [['nonsense']],
    [['import']],
    [['import', '--wrong']],
    [['export', 'people']],
    [['doctor', 'now']],
    [['verify-search', 'now']],
    [['verify-audit', 'now']],
    [['verify-audit', '--anchor', 'abc']],
    [['seed-demo', '--vacancies', '-1']],
    [['seed-demo', '--seed', 'abc']],
  ])('%j is a wrong usage: exit 2', async (args) => {
    expect((await cli(args)).code).toBe(2);
  });

  it('helps', async () => {
    expect(await cli(['help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('import FILE…') });
  });

  it('names every wrong variable, and no value', async () => {
    const { code, stderr } = await cli(['export', 'quota'], {
      PORT: 'secret-1',
      DATABASE_URL: 'secret-2',
      LOG_LEVEL: '',
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/PORT: expected a port.*\n.*DATABASE_URL: expected/s);
    expect(stderr).not.toContain('secret-');
    expect(stderr).not.toContain('LOG_LEVEL');
  });
});

it('what is not built says what to run, and so does what was built before its sources changed', async () => {
  const bare = path.join(folder, 'bare');
  await mkdir(path.join(bare, 'build/programs'), { recursive: true });
  await mkdir(path.join(bare, 'db/queries'), { recursive: true });
  await copyFile('start.js', path.join(bare, 'start.mjs'));
  const started = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(bare, 'start.mjs'), 'cli', 'x'], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  expect(started()).toEqual({ status: 1, stdout: '', stderr: 'Fairway is not built. Run: npm run build\n' });
  const [built, source] = [path.join(bare, 'build/programs/cli.js'), path.join(bare, 'db/queries/vacancy.ts')];
  await writeFile(built, 'process.stdout.write(String(process.argv.slice(2)))');
  await writeFile(source, '');
  await utimes(source, 1, 1);
  expect(started()).toEqual({ status: 0, stdout: 'x', stderr: '' });
  await utimes(built, 0, 0);
  expect(started()).toMatchObject({ status: 0, stdout: 'x', stderr: expect.stringContaining('npm run build') });
});

it('seed-demo adds examples, once, and none beside real accounts', async () => {
  const seed = () => cli(['seed-demo', '--vacancies', '30', '--profiles', '5', '--seed', '2']);
  const added = (vacancies: number, profiles: number) =>
    `${vacancies} vacancies and ${profiles} profiles added, all marked as examples\n`;
  const holder = start('test/support/cluster-holder.ts', [data]);
  const client = new pg.Client({ connectionString: await holder.firstLine });
  await client.connect();
  expect(await seed()).toMatchObject({ code: 0, stdout: added(30, 5) });
  expect(await seed()).toMatchObject({ code: 0, stdout: added(0, 0) });
  await client.query(`insert into account (locale, audit_key) values ('en', repeat('0', 64))`);
  expect(await seed()).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^not seeded: .*accounts of real people.*To mend: use another database/),
  });
  await client.end();
  holder.child.kill('SIGTERM');
  await holder.outcome;
});

describe('doctor', () => {
  it('finds a sound installation sound', async () => {
    const { code, stdout } = await cli(['doctor']);
    expect(stdout).not.toContain('problem');
    expect(stdout.match(/^ok /gm)).toHaveLength(10);
    expect(code).toBe(0);
  });

  it('says what is wrong and how to mend it', async () => {
    const env = {
      DATABASE_URL: 'postgres://x:y@127.0.0.1:1/none',
      SESSION_SECRET: 's'.repeat(32),
      MEILI_URL: 'http://127.0.0.1:1',
      SMTP_URL: 'smtp://fairway:hunter2@127.0.0.1:1',
      MAIL_FROM: 'fairway@example.org',
    };
    const { code, stdout } = await cli(['doctor'], env);
    expect(code).toBe(1);
    expect(stdout).toMatch(/problem {2}database: does not answer.*\n {9}to mend: start that PostgreSQL/);
    expect(stdout).toMatch(/problem {2}search: Meilisearch does not answer/);
    expect(stdout).toMatch(
      /problem {2}messages: e-mail: the mail server did not take it.*\n {9}to mend: start that mail/,
    );
    expect(stdout).not.toContain('hunter2');
  });

  it('says that nobody can sign in where no message can be sent', async () => {
    const { stdout } = await cli(['doctor'], { PUBLIC_URL: 'https://fairway.example' });
    expect(stdout).toMatch(/problem {2}messages: cannot be sent.*\n {9}to mend: for e-mail set SMTP_URL and MAIL_FROM/);
  });

  it('leaves other files of the data folder alone', async () => {
    const other = path.join(data, 'mine.txt');
    await writeFile(other, 'mine');
    await cli(['doctor']);
    expect(await readFile(other, 'utf8')).toBe('mine');
  });
});
