import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is broken is asked for and no more, and of one page: our pages have no frames, for which another page would be opened. */
const axeOn = (page: Page) =>
  new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], runOnly: { type: 'tag', values: RULES } })
    .setLegacyMode(true);

/** No rule of WCAG 2.2 AA that a program can check is broken. axe is a script itself: it runs where scripts do. */
export async function expectAccessible(page: Page): Promise<void> {
  if (test.info().project.name !== 'with JavaScript') return;
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 2)}`)).toEqual([]);
}

/** The page is no wider than its window, even with all that is folded unfolded. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    const folds = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
    for (const fold of folds) fold.open = true;
    const over = document.documentElement.scrollWidth - window.innerWidth;
    for (const fold of folds) fold.open = false;
    return over;
  });
  expect(over, `${page.url()} is wider than its window by`).toBeLessThanOrEqual(0);
}

/**
 * What every page owes its reader: no script but those that a page for passkeys needs, one h1, landmarks, a title of its own, nothing too
 * wide, nothing that axe finds.
 */
export async function expectSound(page: Page, { scripts = 0 }: { scripts?: number } = {}): Promise<void> {
  await page.waitForLoadState(); // a click resolves when its page begins to come
  await expect(page.locator('h1')).toHaveCount(1);
  expect(await page.locator('script').count()).toBe(scripts);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page).toHaveTitle(/.+ – .+/);
  await expectNoOverflow(page);
  await expectAccessible(page);
}

/** What a browser reports of pages that were not found, or refused with their reasons. */
const ANSWERED = /status of (404|409|422)/;

/** An error on the console, or a request to anybody else, fails the test. */
export function watch(page: Page): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !ANSWERED.test(message.text())) throw new Error(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const own = new URL(test.info().project.use.baseURL ?? '').origin;
    if (new URL(request.url()).origin !== own) throw new Error(`a third party is asked: ${request.url()}`);
  });
}
