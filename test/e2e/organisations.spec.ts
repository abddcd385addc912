import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { commandBeside } from '../support/command-beside.ts';
import { signInByCode } from '../support/e2e-codes.ts';
import { onceIsEnough } from '../support/once.ts';
import { expectSound } from '../support/sound-page.ts';

const newAddress = (who: string) => `${who}-${randomUUID()}@example.org`;
const WORDS = { send: 'Send me a code', signIn: 'Sign in' };

/** A browser of its own, as the run has them. */
const fresh = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

/** Somebody who was invited and accepted. */
async function invited(page: Page, link: string): Promise<Page> {
  await page.goto(new URL(link).pathname);
  await expectSound(page);
  await page.getByRole('button', { name: 'Accept and sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account');
  return page;
}

test('an administrator invites an officer; an employer registers; the officer verifies it; everybody sees it', async ({
  browser,
  javaScriptEnabled,
}) => {
  onceIsEnough(javaScriptEnabled === false);
  test.slow();
  const administrator = await invited(
    await fresh(browser),
    await commandBeside('invite', newAddress('administrator'), '--role', 'administrator'),
  );
  await administrator.getByRole('link', { name: 'Invite an officer' }).click();
  await administrator.getByRole('button', { name: 'Send the invitation' }).click();
  await expectSound(administrator);
  const invitee = newAddress('officer');
  await administrator.getByLabel('E-mail address').fill(invitee);
  await administrator.getByLabel('Role').selectOption('destination-ministry');
  await administrator.getByLabel('State').selectOption('IT');
  await administrator.getByRole('button', { name: 'Send the invitation' }).click();
  await expectSound(administrator);
  await administrator.getByRole('button', { name: `Send again ${invitee}` }).click();
  await expectSound(administrator);
  const link = (await administrator.locator('.note a').textContent()) ?? '';

  const employer = await fresh(browser);
  const name = `Example Care ${randomUUID().slice(0, 8)}`;
  await employer.goto('/en/account/organisation');
  await expect(employer).toHaveURL(/\/en\/sign-in\?next=/);
  await expectSound(employer);
  await signInByCode(employer, newAddress('employer'), WORDS);
  await expect(employer).toHaveURL(/\/en\/account\/organisation$/);
  await employer.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(employer.getByRole('alert')).toContainText('Name, as it is registered');
  await expectSound(employer);
  await employer.getByLabel('Name, as it is registered').fill(name);
  await employer.getByLabel('Country where it is registered').selectOption('IT');
  await employer.getByLabel('Public register').fill('Registro delle imprese di Milano');
  await employer.getByLabel('Number in that register').fill(randomUUID());
  await employer.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(employer.getByText(`Employer · ${name}`)).toBeVisible();
  await expectSound(employer);

  const officer = await invited(await fresh(browser), link);
  await officer.getByRole('link', { name: 'Employers and recruiters' }).click();
  await officer.getByLabel('Name or number').fill(name);
  await officer.getByRole('button', { name: 'Search' }).click();
  await expectSound(officer);
  await officer.getByRole('link', { name }).click();
  await officer.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(officer.getByRole('alert')).toContainText('Fill this in.');
  await officer.getByLabel('By what you found it').fill('Extract of the register of 3 March 2026');
  await officer.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(officer.getByText(/^Verified by Italy on /)).toBeVisible();
  await expectSound(officer);

  const id = new URL(officer.url()).pathname.split('/').at(-1);
  for (const locale of ['en', 'ar']) {
    const visitor = await fresh(browser);
    await visitor.setViewportSize({ width: 360, height: 740 });
    await visitor.goto(`/${locale}/organisations/${id}`);
    await expect(visitor.getByText('Extract of the register of 3 March 2026')).toBeVisible();
    await expectSound(visitor);
  }
  await officer.getByLabel('Why the verification no longer holds').fill('It was closed');
  await officer.getByRole('button', { name: 'Withdraw the verification' }).click();
  await expect(officer.getByText(/^Verification withdrawn by Italy on /)).toBeVisible();

  await administrator.goto('/en/account');
  await administrator.getByRole('link', { name: 'Offices and their officers' }).click();
  await expectSound(administrator);
  await administrator.getByRole('link', { name: 'Labour ministry, Italy' }).click();
  const row = administrator.locator('.told > li').filter({ hasText: invitee });
  await row.getByText('Sign out or remove').click();
  await row.getByRole('button', { name: 'Take the role away' }).click();
  await expect(administrator.getByRole('alert')).toContainText('Fill this in.');
  await expectSound(administrator);
  await row.getByLabel('Why').fill('Works elsewhere now');
  await row.getByRole('button', { name: 'Take the role away' }).click();
  await expect(administrator.getByRole('alert')).toHaveCount(0);
  await administrator.goto(administrator.url().replace('/en/', '/ar/'));
  await expectSound(administrator);
  await officer.goto('/en/ministry/organisations');
  await expect(officer).toHaveURL(/\/en\/sign-in\?/);
});

test('pages of accounts are sound, from right to left too', async ({ page }) => {
  test.slow();
  await page.goto('/en/sign-in');
  await signInByCode(page, newAddress('somebody'), WORDS);
  for (const locale of ['en', 'ar'])
    for (const path of [
      'account',
      'account/sessions',
      'account/addresses',
      'account/password',
      'account/delete',
      'sign-in',
      'sign-in/password',
      'recruiters',
    ]) {
      await page.goto(`/${locale}/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectSound(page);
    }
});

test('whoever is signed in in another role is told so, and a page that needs an account asks to sign in', async ({
  page,
}) => {
  await page.goto('/ar/account/sessions');
  await expect(page).toHaveURL(/\/ar\/sign-in\?next=/);
  await page.goto('/en/sign-in');
  await signInByCode(page, newAddress('somebody'), WORDS);
  const answer = await page.goto('/en/administration/officers');
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not in this role');
});
