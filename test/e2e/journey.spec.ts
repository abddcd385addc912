import { expect, type Locator, type Page, test } from '@playwright/test';
import { onceIsEnough } from '../support/once.ts';
import { expectSound, watch } from '../support/sound-page.ts';

test.beforeEach(({ page }) => watch(page));

/** Ticks a filter: a phone shows them behind their heading, and the rarer values of each stand behind «more». */
async function tick(page: Page, facet: string, value: RegExp): Promise<void> {
  const filters = page.locator('details.filters');
  if (!(await filters.getByRole('button').isVisible())) await filters.locator('> summary').click();
  const group = filters.getByRole('group', { name: facet });
  const box = group.getByRole('checkbox', { name: value });
  if (!(await box.isVisible())) await group.locator('summary').click();
  await box.check();
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not drawn`);
  return box;
}

type Layout = 'phone' | 'desktop';

/** Way in and way back of each party: side by side in the direction of reading, one above the other on a phone. */
async function expectPaired(page: Page, layout: Layout): Promise<void> {
  const parties = page.locator('.party');
  await expect(parties).toHaveCount(4);
  const rtl = (await page.locator('html').getAttribute('dir')) === 'rtl';
  for (const party of await parties.all()) {
    const [into, back] = [await boxOf(party.locator('.in')), await boxOf(party.locator('.back'))];
    if (layout === 'phone') expect(into.y + into.height).toBeLessThanOrEqual(back.y + 1);
    else if (rtl) expect(into.x).toBeGreaterThanOrEqual(back.x + back.width);
    else expect(into.x + into.width).toBeLessThanOrEqual(back.x);
    for (const side of ['.in', '.back']) await expect(party.locator(side)).toContainText(/.{20}/);
  }
}

/** Each step links only to steps that stand before it. */
async function expectInOrder(page: Page): Promise<void> {
  const steps = page.locator('ol.steps > li');
  expect(await steps.count()).toBeGreaterThan(5);
  const ids = await steps.evaluateAll((items) => items.map(({ id }) => id));
  let links = 0;
  for (const [at, step] of (await steps.all()).entries()) {
    for (const link of await step.locator('a[href^="#step-"]').all()) {
      const earlier = ids.indexOf((await link.getAttribute('href'))?.slice(1) ?? '');
      expect(earlier, `step ${at + 1} waits for one above it`).toBeLessThan(at);
      expect(earlier).toBeGreaterThanOrEqual(0);
      links += 1;
    }
  }
  expect(links).toBeGreaterThan(3);
}

/** On paper: what to tick off stays, with all that is folded on the screen; what only a screen can use goes. */
async function expectChecklistOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const steps = page.locator('ol.steps > li h3');
  for (const step of await steps.all()) await expect(step).toBeVisible();
  expect(await steps.first().evaluate((heading) => getComputedStyle(heading, '::before').content)).toContain('☐');
  await expect(page.locator('.nav')).toBeHidden();
  await expect(page.locator('.lang')).toBeHidden();
  await expect(page.locator('nav.toc')).toBeHidden();
  await expect(page.locator('main form')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
}

for (const [layout, viewport] of [
  ['phone', { width: 360, height: 740 }],
  ['desktop', { width: 1280, height: 900 }],
] as const) {
  test.describe(layout, () => {
    test.use({ viewport });

    test('a worker searches, filters, opens, reads the way back, prepares, changes the language and prints', async ({
      page,
      javaScriptEnabled,
    }) => {
      onceIsEnough((layout === 'phone') === (javaScriptEnabled === false));
      test.slow();
      await test.step('search', async () => {
        await page.goto('/en');
        await expectSound(page);
        await page.getByLabel('I am a citizen of').selectOption({ label: 'Philippines' });
        await page.getByLabel('My work').fill('factory');
        await page.getByRole('button', { name: 'Show pathways' }).click();
        await expect(page).toHaveURL(/\/en\/pathways\?.*origin=PH/);
        await expect(page.getByRole('link', { name: 'Remove: Citizen of: Philippines' })).toBeVisible();
        await expect(page.locator('article mark').first()).toBeVisible();
        for (const row of await page.getByRole('article').all()) await expect(row.getByText('Way back')).toBeVisible();
        await expectSound(page);
      });

      await test.step('filter', async () => {
        const before = await page.getByRole('article').count();
        await tick(page, 'Going to', /^South Korea \d/);
        await page.getByRole('button', { name: 'Apply filters' }).click();
        await expect(page).toHaveURL(/destination=KR/);
        const rows = page.getByRole('article');
        await expect(rows.getByText('South Korea')).toHaveCount(await rows.count());
        expect(await rows.count()).toBeLessThan(before);
        await expectSound(page);
      });

      await test.step('open, and read the way back', async () => {
        await page
          .getByRole('heading', { level: 2, name: /Employment Permit System/ })
          .getByRole('link')
          .click();
        await expect(page.getByRole('heading', { level: 1, name: /Employment Permit System/ })).toBeVisible();
        await expect(page.getByRole('heading', { level: 2, name: 'Way in, way back' })).toBeVisible();
        await expectPaired(page, layout);
        const worker = page.locator('.party').first().locator('.back');
        await expect(worker).toContainText('Leave Korea by the last day of the permit');
        await expect(worker.getByRole('link', { name: /Source/ }).first()).toBeVisible();
        await expectSound(page);
      });

      await test.step('the origin state’s steps', async () => {
        await page.getByRole('link', { name: 'What to do before leaving' }).click();
        await page.getByRole('main').getByRole('link', { name: 'Philippines' }).click();
        await expect(page).toHaveURL(/\/en\/pathways\/kr-eps-e9\/from\/PH$/);
        await expect(page.getByText('Open to citizens of: Philippines.')).toBeVisible();
        await expectInOrder(page);
        await expect(
          page
            .locator('ol.steps')
            .getByText(/paid by: (Worker|Employer)/)
            .first(),
        ).toBeVisible();
        await expectPaired(page, layout);
        await expectSound(page);
      });

      await test.step('language, from right to left', async () => {
        await page.locator('.lang summary').click();
        await page.getByRole('link', { name: 'العربية' }).click();
        await expect(page).toHaveURL(/\/ar\/pathways\/kr-eps-e9\/from\/PH$/);
        await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
        expect(await page.locator('body').evaluate((body) => getComputedStyle(body).direction)).toBe('rtl');
        await expect(page.getByRole('heading', { level: 2, name: 'طريق الذهاب وطريق العودة' })).toBeVisible();
        await expectPaired(page, layout);
        await expectInOrder(page);
        await expectSound(page);
      });

      await test.step('print', () => expectChecklistOnPaper(page));
    });

    test('the language changes and the page stays, with its query', async ({ page }) => {
      await page.goto('/en/pathways?destination=DE&q=nurse');
      await page.locator('.lang summary').click();
      await page.getByRole('link', { name: 'Français' }).click();
      await expect(page).toHaveURL(/\/fr\/pathways\?destination=DE&q=nurse$/);
      await expect(page.getByRole('searchbox').or(page.locator('input#q'))).toHaveValue('nurse');
      await expect(page.getByRole('link', { name: /Enlever :.*Allemagne/ })).toBeVisible();
    });

    test('pathways are compared side by side, and taken out again', async ({ page }) => {
      await page.goto('/en/pathways?destination=KR');
      const boxes = await page.getByRole('checkbox', { name: 'Compare this pathway' }).all();
      expect(boxes.length).toBe(2);
      for (const box of boxes) await box.check();
      await page.getByRole('button', { name: 'Compare the ticked ones' }).click();
      await expect(page).toHaveURL(/compare\?pathway=.+&pathway=/);
      const way = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Way back' }) });
      await expect(way.getByRole('cell')).toHaveCount(2);
      await expectSound(page);
    });
  });
}

test('an origin’s page prints as a checklist, with what is folded', async ({ page }) => {
  await page.goto('/en/origins/PH');
  await expectInOrder(page);
  const folded = page.locator('#bars details').first().locator('div');
  await expect(folded).toBeHidden();
  await expectChecklistOnPaper(page);
  await page.emulateMedia({ media: 'print' });
  await expect(folded).toBeVisible();
});

test('on paper the way back stays and the navigation goes', async ({ page }) => {
  await page.goto('/en/pathways/kr-eps-e9');
  await page.emulateMedia({ media: 'print' });
  await expectPaired(page, 'desktop');
  await expect(page.locator('.nav')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Compare' })).toBeHidden();
});

test('the keyboard alone reaches the content, changes the language and searches', async ({ page }) => {
  await page.goto('/en/pathways');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  expect(await skip.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Work, programme or country')).toBeFocused();
  await page.keyboard.type('nurse');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=nurse/);
  await page.locator('.lang summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/es\/pathways\?.*q=nurse/);
});

test('what has the focus is not hidden behind what stays on the screen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto('/en/pathways');
  for (const name of await page.locator('article h2 a').all()) {
    await name.focus();
    await expect(async () => {
      const [link, bar] = [await boxOf(name), await boxOf(page.locator('#compare'))];
      expect(link.y + link.height).toBeLessThanOrEqual(bar.y + 1);
    }).toPass();
  }
});

test('an unknown language is not found, and offers the same page in the ones there are', async ({ page }) => {
  const answer = await page.goto('/xx/pathways/kr-eps-e9');
  expect(answer?.status()).toBe(404);
  await page.getByRole('main').getByRole('link', { name: 'Français' }).click();
  await expect(page).toHaveURL(/\/fr\/pathways\/kr-eps-e9$/);
});

test('a bad value is dropped and said', async ({ page }) => {
  const answer = await page.goto('/en/pathways?destination=ZZ&page=0&utm=1');
  expect(answer?.status()).toBe(200);
  await expect(page.getByText('2 parts of the address mean nothing here')).toBeVisible();
});

test('no result says which condition to leave out, and leads there', async ({ page }) => {
  await page.goto('/en/pathways?destination=KR&kind=training');
  await page.getByRole('link', { name: /Without “Training”: 2 pathways/ }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
});
