import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { commandBeside } from '../support/command-beside.ts';
import { E2E_PROVIDER_PORT, ministryProvider } from '../support/ministry-provider.ts';
import { expectSound } from '../support/sound-page.ts';

test('an officer signs in with the provider of the ministry, and is told what is wrong where that leads nowhere', async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(
    javaScriptEnabled === false,
    'the provider answers in one browser at a time, and no page of this way has a script',
  );
  test.slow();
  await page.goto('/en/sign-in');
  await expectSound(page);
  await page.getByRole('link', { name: 'Sign in with BMAS' }).click();
  await expect(page.getByText('BMAS does not answer at this moment')).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: 'Sign in or sign up' }).click();
  await expect(page.locator('#address')).toBeVisible();

  const ministry = await ministryProvider(E2E_PROVIDER_PORT);
  try {
    const email = `${randomUUID()}@ministry.example`;
    await commandBeside('invite', email, '--role', 'destination-ministry', '--state', 'DE');
    ministry.signsIn({ sub: randomUUID(), email, email_verified: true });
    await page.goto('/en/ministry');
    await page.getByRole('link', { name: 'Sign in with BMAS' }).click();
    await expect(page).toHaveURL(/\/en\/ministry$/);
    await expectSound(page);

    ministry.signsIn({ sub: randomUUID(), email: `${randomUUID()}@ministry.example`, email_verified: true });
    await page.context().clearCookies();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/ar/sign-in/ministry/bmas');
    await expect(page.getByText('لكن أحدًا لم يدعك هنا')).toBeVisible();
    await expectSound(page);
  } finally {
    await ministry.close();
  }
});
