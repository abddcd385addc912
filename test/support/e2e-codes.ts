import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';

/** The data of the server of the browser's tests: in one folder a run, by which every process of the run finds it. */
process.env['FAIRWAY_E2E'] ??= path.join(tmpdir(), `fairway-e2e-${process.pid}`);
export const DATA_DIR = process.env['FAIRWAY_E2E'];

/** What the server showed on its terminal: every message, as nothing else is set up to send them. */
export const MESSAGES = `${DATA_DIR}.messages`;

/** The codes that were sent to an address so far, the oldest first. */
function codesFor(address: string): string[] {
  const shown = existsSync(MESSAGES) ? readFileSync(MESSAGES, 'utf8') : '';
  return shown
    .split('\nA message to ')
    .filter((message) => message.startsWith(`${address},`))
    .flatMap((message) => /\b\d{6}\b/.exec(message)?.[0] ?? []);
}

/** Asks for a code by the form that the page shows and types it in: `words` are the names of the two buttons. */
export async function signInByCode(
  page: Page,
  address: string,
  words: { send: string; signIn: string },
): Promise<void> {
  const before = codesFor(address).length;
  await page.locator('#address').fill(address);
  await page.getByRole('button', { name: words.send, exact: true }).click();
  await expect(page.locator('#code')).toBeVisible();
  await expect.poll(() => codesFor(address).length, { timeout: 15_000 }).toBeGreaterThan(before);
  await page.locator('#code').fill(codesFor(address).at(-1) ?? '');
  await page.getByRole('button', { name: words.signIn, exact: true }).click();
  await expect(page.locator('#code')).toHaveCount(0);
}
