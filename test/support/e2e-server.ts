import { spawn } from 'node:child_process';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { removeData } from './data-folder.ts';
import { DATA_DIR, MESSAGES } from './e2e-codes.ts';

/** The server of the browser's tests: what it shows on the terminal, messages among it, is written down as well. */

writeFileSync(MESSAGES, '');
const server = spawn(process.execPath, ['start.js', 'server', '--jobs'], {
  stdio: ['ignore', 'inherit', 'pipe'],
});
server.stderr.on('data', (heard: Buffer) => {
  process.stderr.write(heard);
  appendFileSync(MESSAGES, heard);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal));
server.on('close', async (code) => {
  await removeData(DATA_DIR);
  rmSync(MESSAGES, { force: true });
  process.exit(code ?? 1);
});
