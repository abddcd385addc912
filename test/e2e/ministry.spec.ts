import { expect, test } from '@playwright/test';
import { officerAt } from '../support/e2e-officers.ts';
import { onceIsEnough } from '../support/once.ts';
import { expectSound, watch } from '../support/sound-page.ts';

/** A pathway for each run, for both change what they find: what no list or filter of other tests looks at. */
const PATHWAYS = {
  'without JavaScript': { id: 'sg-work-permit', state: 'SG', country: 'Singapore' },
  'with JavaScript': { id: 'mt-single-permit', state: 'MT', country: 'Malta' },
} as const;

test('one officer prepares a change, another approves it, and everybody can read what changed', async ({ browser }) => {
  const project = test.info().project.name;
  onceIsEnough(project !== 'with JavaScript');
  test.slow();
  const { id, state, country } = PATHWAYS[project === 'with JavaScript' ? 'with JavaScript' : 'without JavaScript'];
  const run = project.replaceAll(' ', '-');
  const preparer = await officerAt(browser, `preparer-${run}`, state);
  await preparer.getByRole('link', { name: 'Your office', exact: true }).click();
  await expectSound(preparer);
  await preparer.getByRole('link', { name: 'Prepare a pathway' }).click();
  await preparer.locator('#pathway').selectOption(id);
  await preparer.getByRole('button', { name: 'Load it' }).click();
  const text = await preparer.locator('#draft').inputValue();
  const draft = { ...JSON.parse(text), confidence: 'low', notes: ['Under review'] };
  await preparer.locator('#draft').fill(text.replace('"status": "', '"status": "un'));
  await preparer.getByRole('button', { name: 'See what it changes' }).click();
  await expect(preparer.getByRole('alert')).toContainText('/status');
  await preparer.locator('#draft').fill(JSON.stringify(draft));
  await preparer.getByRole('button', { name: 'See what it changes' }).click();
  await expect(preparer.getByRole('row', { name: /^Confidence/ })).toContainText('low');
  await expectSound(preparer);
  await preparer.getByRole('button', { name: 'Hand it over for approval' }).click();
  await expect(preparer.getByRole('alert')).toContainText('Give the reason');
  await expectSound(preparer);
  await preparer.locator('#why').fill('Agreement under review');
  await preparer.getByRole('button', { name: 'Hand it over for approval' }).click();
  await expect(preparer.getByText('You prepared this yourself')).toBeVisible();
  await expect(preparer.getByRole('button', { name: 'Approve and publish' })).toHaveCount(0);
  await expectSound(preparer);

  const approver = await officerAt(browser, `approver-${run}`, state);
  await approver.goto(new URL(preparer.url()).pathname.replace('/en/', '/ar/'));
  await expectSound(approver);
  await approver.goto('/en/ministry');
  await approver.locator('#waiting').getByRole('link').first().click();
  await expect(approver).toHaveURL(preparer.url());
  await approver.getByRole('button', { name: 'Send back' }).click();
  await expect(approver.locator('#why-slip')).toBeVisible();
  await expectSound(approver);
  const stranger = await officerAt(browser, `stranger-${run}`, 'CA');
  await stranger.goto(`/en/pathways/${id}`);
  await stranger.getByRole('link', { name: 'Follow this pathway' }).click();
  await expectSound(stranger);
  await stranger.getByRole('button', { name: 'Follow it' }).click();
  await expect(stranger.getByText('Nothing has changed')).toBeVisible();

  await approver.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(approver.getByText('Approved and published')).toBeVisible();
  await expectSound(approver);
  await preparer.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(preparer.getByRole('alert')).toContainText('Somebody was quicker');

  expect((await stranger.goto(new URL(preparer.url()).pathname))?.status()).toBe(404);
  await stranger.goto('/ar/ministry');
  await expectSound(stranger);

  await stranger.goto('/ar/account/following');
  await expectSound(stranger);
  await stranger.goto('/en/account/following');
  await expect(stranger.getByRole('link', { name: 'The rules changed' })).toBeVisible();
  await stranger.getByRole('button', { name: 'I have seen all this' }).click();
  await expect(stranger.getByText('Nothing has changed')).toBeVisible();
  await stranger.getByRole('button', { name: 'Stop following' }).click();
  await expect(stranger.getByText('You follow no pathway yet')).toBeVisible();

  await preparer.goto('/en/account');
  await preparer.getByRole('link', { name: 'API tokens of your office' }).click();
  await preparer.getByRole('button', { name: 'Ask for it' }).click();
  await expectSound(preparer);
  await preparer.getByLabel('What the token is for').fill('Register of quotas');
  await preparer.getByRole('button', { name: 'Ask for it' }).click();
  await expect(preparer.getByRole('button', { name: 'Approve it' })).toHaveCount(0);
  await approver.goto('/en/ministry');
  await approver.getByRole('link', { name: 'A colleague asks for an API token' }).click();
  await approver.getByRole('button', { name: 'Approve it' }).click();
  await expect(approver.getByText('Approved on')).toBeVisible();
  await expect(approver.getByRole('button', { name: 'Take the token' })).toHaveCount(0);
  await preparer.goto('/en/ministry/tokens');
  await preparer.getByRole('button', { name: 'Take the token' }).click();
  await expect(preparer.locator('code')).toHaveText(/^fairway_/);
  await expectSound(preparer);
  await approver.goto('/ar/ministry/tokens');
  await expectSound(approver);
  await approver.locator('form button[value=end-token]').click();
  await expect(approver.locator('form button[value=end-token]')).toHaveCount(0);

  for (const locale of ['en', 'ar']) {
    await stranger.goto(`/${locale}/pathways/${id}/changes`);
    await expect(stranger.locator('section').first()).toContainText('Agreement under review');
    await expectSound(stranger);
  }
  await stranger.goto(`/en/pathways/${id}/changes`);
  await expect(stranger.locator('section').first()).toContainText(`Labour ministry: ${country}`);
  await expect(stranger.getByRole('row', { name: /^Confidence/ }).first()).toContainText('low');
});

test('what a ministry prepares is behind its door, what it published is not', async ({ page, request }) => {
  watch(page);
  const answer = await request.get('/fr/ministry', { maxRedirects: 0 });
  expect([answer.status(), answer.headers()['location']]).toEqual([303, '/fr/sign-in?next=%2Ffr%2Fministry']);
  await page.goto('/es/origins/PH');
  await page.locator('.head a[href*="/changes"]').first().click();
  await expect(page.getByRole('heading', { name: 'Qué ha cambiado' })).toBeVisible();
  await expectSound(page);
});
