import { expect, type Page, test } from '@playwright/test';
import { commandBeside } from '../support/command-beside.ts';
import { signInByCode } from '../support/e2e-codes.ts';
import { expectSound, watch } from '../support/sound-page.ts';

test.beforeEach(({ page }) => watch(page));

/** An administrator, signed in on this page. */
async function administrator(page: Page): Promise<string> {
  const email = `keys-${test.info().project.name.replaceAll(' ', '-').toLowerCase()}@ministry.example`;
  const link = await commandBeside('invite', email, '--role', 'administrator');
  await page.goto(new URL(link).pathname);
  await page.getByRole('button').click();
  await expect(page).toHaveURL(/\/en\/account/);
  return email;
}

/** An authenticator in this browser, whose owner unlocks it at once. */
async function authenticatorIn(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...({ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const),
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return { forget: () => session.send('WebAuthn.clearCredentials', { authenticatorId }) };
}

const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' }).click();

test('an officer adds a passkey, signs in with it, and takes it away', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, 'a passkey needs JavaScript: the other test says what is there without');
  const device = await authenticatorIn(page);
  await administrator(page);
  await page.getByRole('link', { name: 'Passkeys' }).click();
  await expect(page.getByText('You have none yet')).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expectSound(page, { scripts: 1 });
  await page.goto('/ar/account/passkeys');
  await expectSound(page, { scripts: 1 });
  await page.goto('/en/account/passkeys');
  await page.getByLabel('Name').fill('Computer at work');
  await page.getByRole('button', { name: 'Create the passkey' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Computer at work' })).toContainText('not used yet');
  await expectSound(page);

  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: 'Create the passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('has a passkey for your account already');
  await expectSound(page, { scripts: 1 });

  await page.goto('/en/account');
  await signOut(page);
  await page.goto('/en/administration/officers');
  await expectSound(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expectSound(page, { scripts: 1 });
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(/\/en\/administration\/officers$/);

  await page.goto('/en/account/passkeys');
  await expect(page.getByRole('listitem').filter({ hasText: 'Computer at work' })).toContainText('last used');
  await page.getByRole('button', { name: 'Remove Computer at work' }).click();
  await expect(page.getByText('You have none yet')).toBeVisible();
  await page.goto('/en/account');
  await signOut(page);
  await page.goto('/en/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText('This passkey is not known here')).not.toHaveCount(0);
  await expectSound(page);

  await device.forget();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('No passkey came');
  await expectSound(page, { scripts: 1 });
});

test('without JavaScript the pages of passkeys say what is needed, and a code still works', async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled !== false, 'the other test walks through it with JavaScript');
  const email = await administrator(page);
  await page.goto('/en/account/passkeys');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('Passkeys need JavaScript')).toBeVisible();
  await page.getByRole('button', { name: 'Create the passkey' }).click();
  await expect(page.getByText('Your browser gave no passkey')).not.toHaveCount(0);
  await page.goto('/en/account');
  await signOut(page);
  await page.goto('/es/sign-in');
  await page.getByRole('button', { name: 'Iniciar sesión con una llave de acceso' }).click();
  await expect(page.getByText('Las llaves de acceso necesitan JavaScript')).toBeVisible();
  await page.getByRole('link', { name: 'Iniciar sesión con un código' }).click();
  await signInByCode(page, email, { send: 'Enviarme un código', signIn: 'Iniciar sesión' });
  await expect(page).toHaveURL(/\/es\/account/);
});
