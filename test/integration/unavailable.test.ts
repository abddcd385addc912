import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';

const PORT = 3194;
const built = existsSync(new URL('../../build/server/index.js', import.meta.url));

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await what().catch(() => false)); await sleep(100)) {
    if (Date.now() > deadline) throw new Error('it did not come');
  }
}

it.skipIf(!built)(
  'a database that stops is a clear 503 page, and it comes back without a restart of the server',
  async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'fairway-down-'));
    const server = spawn('npx', ['tsx', 'server.ts'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(PORT),
        DATA_DIR: dataDir,
        LOG_LEVEL: 'silent',
        MEILI_URL: '',
      },
    });
    try {
      await once(server.stdout, 'data');
      const page = () => fetch(`http://127.0.0.1:${PORT}/en/pathways`);
      expect((await page()).status).toBe(200);
      const postmaster = Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(postmaster, 'SIGSTOP');
      process.kill(postmaster, 'SIGKILL');
      const answers: { status: number; text: string }[] = [];
      await until(async () => {
        const answer = await page();
        answers.push({ status: answer.status, text: await answer.text() });
        return answers.length > 1 && answer.status === 200;
      });
      expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 503)).toEqual([]);
      for (const { status, text } of answers)
        if (status === 503) expect(text).toContain('Fairway is not available right now');
      expect((await (await fetch(`http://127.0.0.1:${PORT}/readyz`)).json()).database).toBe('ok');
    } finally {
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
      await once(server, 'close');
    }
  },
);
