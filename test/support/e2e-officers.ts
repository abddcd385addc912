import { type Browser, expect, type Page, test } from '@playwright/test';
import { commandBeside } from './command-beside.ts';
import { watch } from './sound-page.ts';

/** A page in a browser of its own, as the run has them. */
export async function ownPage(browser: Browser): Promise<Page> {
  const { javaScriptEnabled, baseURL } = test.info().project.use;
  const context = await browser.newContext({
    ...(javaScriptEnabled !== undefined && { javaScriptEnabled }),
    ...(baseURL !== undefined && { baseURL }),
  });
  const page = await context.newPage();
  watch(page);
  return page;
}

/** An officer of a destination state's ministry, signed in on a page of their own. */
export async function officerAt(browser: Browser, name: string, state: string): Promise<Page> {
  const page = await ownPage(browser);
  const email = `${name}@ministry.example`;
  const link = await commandBeside('invite', email, '--role', 'destination-ministry', '--state', state);
  await page.goto(new URL(link).pathname);
  await page.getByRole('button').click();
  await expect(page).toHaveURL(/\/en\/account/);
  return page;
}
