import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/support/browser.ts';
import { DATA_DIR } from './test/support/e2e-codes.ts';
import { CLIENT, E2E_PROVIDER_PORT } from './test/support/ministry-provider.ts';

const PORT = 3297;
/** By a name: browsers give no passkey to a number. */
const ADDRESS = `http://localhost:${PORT}`;

/** Nobody answers there until a test has it answer. */
const MINISTRY = {
  ...{ id: 'bmas', label: 'BMAS', role: 'destination-ministry', state: 'DE', ...CLIENT },
  issuer: `http://127.0.0.1:${E2E_PROVIDER_PORT}`,
};

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: path.join(tmpdir(), 'fairway-e2e-results'),
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  use: {
    baseURL: ADDRESS,
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
    command: 'npx tsx test/support/e2e-server.ts',
    url: `${ADDRESS}/readyz`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      NODE_ENV: 'production',
      PORT: String(PORT),
      PUBLIC_URL: ADDRESS,
      OIDC_MINISTRIES: JSON.stringify([MINISTRY]),
      DATA_DIR,
      LOG_LEVEL: 'warn',
    },
  },
});
