import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 2)}`)).toEqual([]);
}

/** No page may break a rule of WCAG 2.2 AA that a program can check, ship a script, or write an error to the console. */
async function expectSound(page: Page): Promise<void> {
  if (test.info().project.name === 'with JavaScript') await expectAccessible(page); // axe itself is a script
  expect(await page.locator('script').count()).toBe(0);
  expect(await page.locator('h1').count()).toBe(1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'the page is no wider than the screen').toBeLessThanOrEqual(0);
}

test.beforeEach(({ page }) => {
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) throw new Error(`console: ${message.text()}`);
  });
});

/** A phone shows the filters behind their heading. */
async function openFilters(page: Page): Promise<void> {
  const filters = page.locator('details.filters');
  if (!(await filters.getByRole('button').isVisible())) await filters.locator('> summary').click();
}

for (const [name, size] of [
  ['phone', { width: 360, height: 740 }],
  ['desktop', { width: 1280, height: 900 }],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: size });

    test('a worker searches, filters, opens a pathway, reads the way back and the steps before leaving', async ({
      page,
    }) => {
      await page.goto('/en');
      await expectSound(page);
      await page.getByLabel('My work').fill('farm');
      await page.getByLabel('I am a citizen of').selectOption({ label: 'Vanuatu' });
      await page.getByRole('button', { name: 'Show pathways' }).click();
      await expect(page).toHaveURL(/origin=VU/);
      await expect(page.getByRole('heading', { level: 3, name: /Recognised Seasonal Employer/ })).toBeVisible();
      await expectSound(page);

      await openFilters(page);
      await page.getByRole('checkbox', { name: /New Zealand/ }).check();
      await page.getByRole('button', { name: 'Apply filters' }).click();
      await expect(page).toHaveURL(/destination=NZ/);
      await expect(page.getByRole('link', { name: 'Remove: Going to: New Zealand' })).toBeVisible();

      await page.getByRole('link', { name: /Recognised Seasonal Employer/ }).click();
      await expect(page.getByRole('heading', { level: 2, name: 'Way in, way back' })).toBeVisible();
      for (const party of ['Worker', 'Employer', 'Origin state', 'Destination state'])
        await expect(page.getByRole('heading', { level: 3, name: new RegExp(`^${party}`) })).toBeVisible();
      await expectSound(page);

      await page.getByRole('link', { name: 'What to do before leaving' }).click();
      await page.getByRole('link', { name: 'Vanuatu' }).click();
      await expect(page).toHaveURL(/\/from\/VU$/);
      await expect(page.getByText('Open to citizens of Vanuatu.')).toBeVisible();
      await expectSound(page);
    });

    test('an origin state’s steps stand in order, with fees and who pays', async ({ page }) => {
      await page.goto('/en/pathways/kr-eps-e9/from/PH');
      const steps = page.locator('ol.steps > li h3');
      const names = await steps.allTextContents();
      expect(names.findIndex((text) => text.includes('registration'))).toBeLessThan(
        names.findIndex((text) => text.includes('OFW Pass')),
      );
      await expect(page.locator('ol.steps').getByText('Fee').first()).toBeVisible();
      await expectSound(page);
    });

    test('the language changes and the page stays; Arabic reads from right to left', async ({ page }) => {
      await page.goto('/en/pathways?destination=DE&q=nurse');
      await page.locator('.lang summary').click();
      await page.getByRole('link', { name: 'العربية' }).click();
      await expect(page).toHaveURL(/\/ar\/pathways\?destination=DE&q=nurse/);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
      await expectSound(page);
      await page.locator('article h3 a').first().click();
      await expectSound(page);
    });

    test('pathways are compared side by side', async ({ page }) => {
      await page.goto('/en/pathways?destination=KR');
      for (const box of await page.getByRole('checkbox', { name: 'Compare this pathway' }).all()) await box.check();
      await page.getByRole('button', { name: 'Compare the ticked ones' }).click();
      await expect(page).toHaveURL(/compare\?pathway=.+&pathway=/);
      await expectSound(page);
    });
  });
}

for (const path of [
  '/en/origins',
  '/en/origins/PH',
  '/en/destinations',
  '/en/destinations/DE',
  '/en/occupations',
  '/en/occupations?q=mason',
  '/en/occupations/2221',
  '/en/quotas/kr-eps-e9-2026',
  '/en/about/data',
  '/en/privacy',
  '/en/accessibility',
  '/en/contact',
  '/fr/pathways/es-gecco-circular',
  '/es/origins/MA',
  '/ar',
]) {
  test(`${path} is sound`, async ({ page }) => {
    await page.goto(path);
    await expectSound(page);
  });
}

test('every page of the dark mode keeps its contrast', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of ['/en', '/en/pathways', '/en/pathways/kr-eps-e9']) {
    await page.goto(path);
    await expectSound(page);
  }
});

test('on paper the way back stays and the navigation goes', async ({ page }) => {
  await page.goto('/en/pathways/kr-eps-e9');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 2, name: 'Way in, way back' })).toBeVisible();
  await expect(page.locator('.nav')).toBeHidden();
});

test('an unknown language is not found, and offers the ones there are', async ({ page }) => {
  const answer = await page.goto('/xx/pathways');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('main').getByRole('link', { name: 'Français' })).toBeVisible();
});

test('a bad value is dropped and said', async ({ page }) => {
  const answer = await page.goto('/en/pathways?destination=ZZ&page=0&utm=1');
  expect(answer?.status()).toBe(200);
  await expect(page.getByText('2 parts of the address mean nothing here')).toBeVisible();
});

test('no result says which condition to leave out', async ({ page }) => {
  await page.goto('/en/pathways?destination=KR&kind=training');
  await expect(page.getByRole('link', { name: /Without “Training”: 2 pathways/ })).toBeVisible();
});

test('every page keeps within 50 KB, its style sheet within 10 KB', async ({ request }) => {
  const size = async (path: string) => {
    const answer = await request.get(path, { headers: { 'Accept-Encoding': 'gzip' } });
    return {
      bytes: Number(answer.headers()['content-length'] ?? 0) || (await answer.body()).byteLength,
      text: await answer.text(),
    };
  };
  const { gzipSync } = await import('node:zlib');
  const css = /href="(\/assets\/[^"]+\.css)"/.exec((await size('/en')).text)?.[1] ?? '';
  const style = gzipSync((await size(css)).text).byteLength;
  expect(style).toBeLessThanOrEqual(10 * 1024);
  for (const path of ['/en', '/en/pathways?perPage=20', '/ar/pathways/kr-eps-e9', '/ar/pathways/kr-eps-e9/from/PH']) {
    expect(gzipSync((await size(path)).text).byteLength + style, path).toBeLessThanOrEqual(50 * 1024);
  }
});
