import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/support/browser.ts';

const PORT = 3197;
/** Each worker reads this file anew: all of them must know the folder of the one server, for the commands beside it. */
process.env['E2E_DATA_DIR'] ??= path.join(tmpdir(), `fairway-e2e-${process.pid}`);
const dataDir = process.env['E2E_DATA_DIR'];

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: path.join(tmpdir(), 'fairway-e2e-results'),
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: 'en-GB',
    launchOptions: {
      executablePath: await findBrowser(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    },
  },
  projects: [
    { name: 'without JavaScript', use: { javaScriptEnabled: false } },
    { name: 'with JavaScript', use: { javaScriptEnabled: true } },
  ],
  webServer: {
    command: 'npx tsx server.ts --jobs',
    url: `http://127.0.0.1:${PORT}/readyz`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: { NODE_ENV: 'production', PORT: String(PORT), DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
  },
});
