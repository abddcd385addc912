import { expect, test } from '@playwright/test';
import { onceIsEnough } from '../support/once.ts';
import { expectSound, watch } from '../support/sound-page.ts';

test.beforeEach(({ page }) => watch(page));

test('an officer tries a draft: its words, its test cases, who would gain and lose', async ({
  page,
  javaScriptEnabled,
}) => {
  onceIsEnough(javaScriptEnabled === false);
  test.slow();
  await page.goto('/en/ministry/try');
  await page.locator('#pathway').selectOption('kr-eps-e9');
  await page.getByRole('button', { name: 'Load it' }).click();
  const draft = page.locator('#draft');
  await expect(draft).toHaveValue(/"id": "kr-eps-e9"/);
  const text = await draft.inputValue();
  expect(text).toContain('"lte": 39');
  await draft.fill(text.replace('"lte": 39', '"lte": 30'));
  await page.getByRole('button', { name: 'Try it' }).click();
  const row = page.locator('tbody tr', { hasText: '35–44' }).locator('td');
  await expect(row).toHaveCount(5);
  const [people, before, after, gain, lose] = (await row.allTextContents()).map(Number);
  expect(people).toBeGreaterThan(100);
  expect([after, gain]).toEqual([0, 0]);
  expect(lose).toBe(before);
  expect(lose).toBeGreaterThan(0);
  await expectSound(page);
});

test('a draft that cannot be published keeps its text and names each place', async ({ page }) => {
  await page.goto('/fr/ministry/try?pathway=nz-rse');
  const text = await page.locator('#draft').inputValue();
  const broken = text.replace('"status": "open"', '"status": "opened"');
  await page.locator('#draft').fill(broken);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('form[method=post] button').click(),
  ]);
  expect(answer.status()).toBe(422);
  await expect(page.getByRole('alert')).toContainText('/status');
  await expect(page.locator('#draft')).toHaveValue(/"status": "opened"/);
  await expectSound(page);
  await page.locator('#draft').fill('{ "type": ');
  await page.locator('form[method=post] button').click();
  await expect(page.getByRole('alert')).toBeVisible();
});
