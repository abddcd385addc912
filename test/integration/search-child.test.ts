import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChildMeilisearch, findProgram, findRunning, keepMeilisearch } from '../../search/child.server.ts';
import { scratchFolder, start } from '../support/processes.ts';
import { silent } from '../support/silent.ts';

const standIn = fileURLToPath(new URL('../support/meilisearch-stand-in.mjs', import.meta.url));
const named = process.env['MEILI_BIN'] || undefined;

let folder = '';
beforeEach(async () => {
  folder = path.join(await scratchFolder(), 'data');
});

const pidNow = () => Number(readFileSync(path.join(folder, 'meilisearch.pid'), 'utf8').split(' ')[0]);
const commandOf = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8'); // empty once it is dead and only not yet reaped
  } catch {
    return '';
  }
};
const isGone = (pid: number) => expect.poll(() => commandOf(pid), { timeout: 10_000 }).toBe('');

async function answersTo(url: string | undefined, key: string): Promise<number | undefined> {
  if (url === undefined) return undefined;
  const headers = { authorization: `Bearer ${key}` };
  return fetch(`${url}/version`, { headers }).then(
    ({ status }) => status,
    () => undefined,
  );
}

const PATIENCE = { timeout: 30_000, interval: 50 };
const answers = ({ url, key }: ChildMeilisearch) => expect.poll(() => answersTo(url(), key), PATIENCE).toBe(200);

describe.each([
  { name: 'a program like it', program: standIn },
  { name: named === undefined ? 'Meilisearch (skipped: MEILI_BIN is not set)' : 'Meilisearch', program: named },
])('keeping $name', ({ program }) => {
  const kept: ChildMeilisearch[] = [];
  afterEach(async () => {
    for (const child of kept.splice(0)) await child.close();
  });
  const keep = async () => {
    const child = keepMeilisearch(program ?? '', folder, silent);
    kept.push(child);
    await child.started;
    return child;
  };
  const keepElsewhere = async () => {
    const keeper = start('test/support/meilisearch-keeper.ts', [program ?? '', folder]);
    const url = await keeper.firstLine;
    return { ...keeper, url, pid: pidNow() };
  };

  describe.skipIf(program === undefined)('on a data folder', () => {
    it('starts it with a key that only the owner of the folder can read, and ends it', async () => {
      const child = await keep();
      expect(await answersTo(child.url(), child.key)).toBe(200);
      expect(await answersTo(child.url(), 'another')).toBe(403);
      expect(statSync(path.join(folder, 'meilisearch.key')).mode & 0o077).toBe(0);
      const pid = pidNow();
      expect(commandOf(pid)).not.toContain(child.key);
      expect(await findRunning(folder)).toEqual({ url: child.url(), key: child.key });
      await child.close();
      await isGone(pid);
      expect(await findRunning(folder)).toBeUndefined();
    });

    it('starts another when it is killed, with the same key', async () => {
      const child = await keep();
      const first = pidNow();
      process.kill(first, 'SIGKILL');
      await isGone(first);
      await expect.poll(pidNow, PATIENCE).not.toBe(first);
      await answers(child);
      const second = pidNow();
      await child.close();
      await isGone(second);
    });

    it('joins the one of another process and leaves it running', async () => {
      const other = await keepElsewhere();
      const child = await keep();
      expect(child.url()).toBe(other.url);
      await child.close();
      expect(await answersTo(other.url, child.key)).toBe(200);
      other.child.kill('SIGTERM');
      expect(await other.outcome).toMatchObject({ code: 0 });
      await isGone(other.pid);
    });

    it('starts its own when that of another process goes with its process', async () => {
      const other = await keepElsewhere();
      const child = await keep();
      other.child.kill('SIGTERM');
      await other.outcome;
      await answers(child);
      expect(pidNow()).not.toBe(other.pid);
    });

    it('takes over the one that a killed process left, and ends it', async () => {
      const other = await keepElsewhere();
      other.child.kill('SIGKILL');
      await other.outcome;
      const child = await keep();
      expect(child.url()).toBe(other.url);
      await child.close();
      await isGone(other.pid);
    });

    it('ends one that a killed process left and that does not answer, and starts its own', async () => {
      const other = await keepElsewhere();
      process.kill(other.pid, 'SIGSTOP');
      other.child.kill('SIGKILL');
      await other.outcome;
      const child = await keep();
      await answers(child);
      await isGone(other.pid);
      expect(child.url()).not.toBe(other.url);
    });

    it('leaves one that hangs to the process that looks after it', async () => {
      const other = await keepElsewhere();
      const child = await keep();
      process.kill(other.pid, 'SIGSTOP');
      await expect.poll(child.url, PATIENCE).toBeUndefined();
      process.kill(other.pid, 'SIGCONT');
      await expect.poll(child.url, PATIENCE).toBe(other.url);
      other.child.kill('SIGTERM');
      await other.outcome;
    });

    it('is one for several that start at once', async () => {
      const children = await Promise.all([keep(), keep(), keep()]);
      expect(new Set(children.map(({ url }) => url())).size).toBe(1);
    });
  });
});

describe('the program', () => {
  it('is the one named, if it is one', () => {
    expect(findProgram(standIn, undefined)).toBe(standIn);
    expect(findProgram(path.join(folder, 'absent'), path.dirname(standIn))).toBeUndefined();
    expect(findProgram(path.dirname(standIn), undefined)).toBeUndefined();
  });

  it('is else the first on the PATH, or none', () => {
    expect(findProgram(undefined, `${folder}${path.delimiter}`)).toBeUndefined();
    expect(findProgram(undefined, undefined)).toBeUndefined();
  });
});
