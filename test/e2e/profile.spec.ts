import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { commandBeside } from '../support/command-beside.ts';
import { signInByCode } from '../support/e2e-codes.ts';
import { onceIsEnough } from '../support/once.ts';
import { expectSound, watch } from '../support/sound-page.ts';

test.beforeEach(({ page }) => watch(page));

const NURSE = 'citizen=PH&born=1996-05-02&job=2221_2019-01_2024-12&speaks=de_A2&offer=&yes=active-nursing-licence';

const WORDS = {
  en: {
    send: 'Send me a code',
    signIn: 'Sign in',
    continue: 'Continue',
    yes: 'Yes',
    toResult: 'See the result',
    keep: 'Keep this as my profile',
    profile: 'Your profile',
    nurse: 'Nursing professionals',
    noOffer: 'I have no job offer',
    consents: 'Who may see your profile',
    agree: 'Agree The ministry of a destination state, for your case',
    agreed: 'You have agreed.',
    looks: 'Who looked at your profile',
    nobody: 'Nobody has looked at your profile.',
    officer: 'Officer of a destination state’s ministry',
    withdraw: 'Withdraw The ministry of a destination state, for your case',
    withdrawn: 'Withdrawn',
    check: 'Check with my profile',
    sure: 'I want my account to be deleted now.',
    delete: 'Delete my account',
  },
  ar: {
    send: 'أرسلوا لي رمزًا',
    signIn: 'تسجيل الدخول',
    continue: 'متابعة',
    yes: 'نعم',
    toResult: 'اعرض النتيجة',
    keep: 'احتفظ بهذا بوصفه ملفي',
    profile: 'ملفك',
    nurse: 'التمريض',
    noOffer: 'ليس لدي عرض عمل',
    consents: 'من يمكنه رؤية ملفك',
    agree: 'أوافق وزارة في دولة المقصد، من أجل معاملتك',
    agreed: 'لقد وافقت.',
    looks: 'من اطّلع على ملفك',
    nobody: 'لم يطّلع أحد على ملفك.',
    officer: 'موظف وزارة في دولة مقصد',
    withdraw: 'اسحب الموافقة وزارة في دولة المقصد، من أجل معاملتك',
    withdrawn: 'ما سُحب',
    check: 'تحقّق بملفي',
    sure: 'أريد حذف حسابي الآن.',
    delete: 'احذف حسابي',
  },
} as const;

const newAddress = (who: string) => `${who}-${randomUUID()}@example.org`;
const rowOf = (page: Page, text: string) => page.locator('.answers > div', { hasText: text });

/** What is kept of whoever is signed in, as they can take it along. */
const everythingOf = async (page: Page) => (await page.request.get('/en/account/data')).json();

/** A page on which an officer of a state's ministry is signed in, by an invitation. */
async function officerOf(browser: Browser, baseURL: string | undefined, state: string): Promise<Page> {
  const role = ['--role', 'destination-ministry', '--state', state];
  const link = await commandBeside('invite', newAddress('officer'), ...role);
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const page = await context.newPage();
  await page.goto(new URL(link).pathname);
  await page.getByRole('button', { name: 'Accept and sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account');
  return page;
}

/** A state for each run: its officers know whoever agreed by no name, but as the only one. */
const STATES = {
  en: { 'without JavaScript': 'DE', 'with JavaScript': 'AT' },
  ar: { 'without JavaScript': 'PL', 'with JavaScript': 'KR' },
} as const;

for (const locale of ['en', 'ar'] as const)
  test(`a worker keeps a check as their profile, lets a ministry look, sees it, withdraws and leaves: ${locale}`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const { name: project } = test.info().project;
    onceIsEnough((project === 'with JavaScript') === (locale === 'en'));
    test.slow();
    const words = WORDS[locale];
    const state = STATES[locale][project === 'with JavaScript' ? project : 'without JavaScript'];
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.setViewportSize({ width: 360, height: 740 });

    // The check, with an answer that never stands in an address.
    await page.goto(`/${locale}/check/health?${NURSE}`);
    await page.getByRole('radio', { name: words.yes, exact: true }).check();
    await press(words.continue);
    await page.getByRole('link', { name: words.toResult }).click();
    await page.getByRole('link', { name: words.keep }).click();
    await expectSound(page);
    await signInByCode(page, newAddress('worker'), words);

    // It is the profile.
    await page.locator('main').getByRole('link', { name: words.profile, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.profile);
    await expect(page.locator('#work')).toContainText(words.nurse);
    await expect(page.locator('#journey')).toContainText(words.noOffer);
    await expect(page.locator('#private .answers > div').first()).toContainText(words.yes);
    await expectSound(page);
    await press(words.check);
    await expect(page).toHaveURL(new RegExp(`/${locale}/check/answers\\?.*citizen=PH.*private=[0-9a-f]{12}$`));
    expect(page.url()).not.toContain('health');
    await expect(page.locator('.answers')).toContainText(words.yes);

    // Consent, given to one state's ministry.
    await page.goto(`/${locale}/account/looks`);
    await expect(page.locator('main')).toContainText(words.nobody);
    await expectSound(page);
    await page.getByRole('link', { name: words.consents }).click();
    await expect(page.locator('main')).not.toContainText(words.agreed);
    await press(words.agree);
    await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#destination-ministry-state');
    await expectSound(page);
    await page.locator('#destination-ministry-state').selectOption(state);
    await press(words.agree);
    await expect(page.locator('#destination-ministry')).toContainText(words.agreed);
    await expectSound(page);

    // The officer looks; one of another state sees nobody.
    const officer = await officerOf(browser, baseURL, state);
    await officer.locator('main').getByRole('link', { name: 'Workers who agreed to your looking' }).click();
    await expectSound(officer);
    const { account } = await everythingOf(page);
    const person = officer.locator('.told a').first();
    await expect(person).not.toHaveAttribute('href', new RegExp(account.id));
    await person.click();
    await expect(officer.locator('#work')).toContainText('Nursing professionals');
    await expect(officer.locator('#private .answers > div').first()).toContainText('Yes');
    await expectSound(officer);
    const profile = new URL(officer.url()).pathname;
    const stranger = await officerOf(browser, baseURL, 'IT');
    expect((await stranger.goto(profile))?.status()).toBe(404);
    await stranger.context().close();

    // The worker sees the look, and withdraws.
    await page.goto(`/${locale}/account/looks`);
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await expect(page.locator('tbody')).toContainText(words.officer);
    const country = new Intl.DisplayNames(locale, { type: 'region' }).of(state) ?? state;
    await expect(page.locator('tbody')).toContainText(country);
    await expectSound(page);
    await page.getByRole('link', { name: words.consents }).click();
    await press(`${words.withdraw} ${country}`);
    await expect(page.locator('#withdrawn')).toContainText(words.withdrawn);
    await expectSound(page);
    expect((await officer.goto(profile))?.status()).toBe(404);
    await officer.context().close();
    await page.goto(`/${locale}/account/looks`);
    await expect(page.locator('tbody tr')).toHaveCount(1);

    // Everything can be taken along, and is gone with the account.
    expect(await everythingOf(page)).toMatchObject({
      profile: { health: true, nationalities: ['PH'] },
      consents: [{ purpose: 'destination-ministry', state, withdrawnAt: expect.any(String) }],
      looks: [{ role: 'destination-ministry', state }],
    });
    await page.goto(`/${locale}/account/delete`);
    await page.getByRole('checkbox', { name: words.sure }).check();
    await press(words.delete);
    await page.goto(`/${locale}/account/profile`);
    await expect(page).toHaveURL(new RegExp(`/${locale}/sign-in`));
  });

/** Signs somebody new in; their address. */
async function newcomer(page: Page): Promise<string> {
  const address = newAddress('newcomer');
  await page.goto('/en/sign-in');
  await signInByCode(page, address, WORDS.en);
  return address;
}

test('a profile is told part by part, none of which has to be told, and what is wrong is said at its field', async ({
  page,
  javaScriptEnabled,
}) => {
  onceIsEnough(javaScriptEnabled === false);
  await newcomer(page);
  await page.goto('/en/account/profile');
  await expect(page.getByText('0 of 19 parts told')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check with my profile' })).toHaveCount(0);
  await expectSound(page);
  const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();

  await rowOf(page, 'When were you born?').getByRole('link').click();
  await save();
  await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#born-day');
  await expectSound(page);
  for (const [part, text] of [
    ['day', '2'],
    ['month', '5'],
    ['year', '1996'],
  ])
    await page.locator(`#born-${part}`).fill(text ?? '');
  await save();
  await expect(rowOf(page, 'When were you born?')).toContainText('2 May 1996');

  await page.goto('/en/account/profile/skills');
  await page.locator('#skill').fill('TIG welding');
  await page.getByRole('button', { name: 'Save and add another' }).click();
  await page.locator('#skill').fill('Reading drawings');
  await expectSound(page);
  await save();
  await expect(rowOf(page, 'What are you good at?')).toContainText('TIG welding');
  await expect(rowOf(page, 'What are you good at?')).toContainText('Reading drawings');

  await page.goto('/en/account/profile/languages');
  await page.getByLabel('Another language').selectOption({ label: 'Filipino' });
  await page.locator('select[name=level]').last().selectOption('native');
  await expectSound(page);
  await save();
  await expect(rowOf(page, 'How well do you know these languages?')).toContainText('Filipino');

  await page.goto('/en/account/profile/offer');
  await page.getByRole('button', { name: 'I have no job offer' }).click();
  await expect(rowOf(page, 'Do you have a job offer abroad?')).toContainText('Told that there is none');

  await page.goto('/en/account/profile/birth-date');
  await page.getByRole('button', { name: 'Leave it untold' }).click();
  await expect(rowOf(page, 'When were you born?')).toContainText('Not told');

  await page.getByRole('link', { name: 'Everything that pathways ask to be declared' }).click();
  await expectSound(page);
  await page.locator('summary', { hasText: 'Germany' }).click();
  await page.locator('details[open] a').first().click();
  await page.getByRole('radio', { name: 'Yes', exact: true }).check();
  await save();
  await expect(page.locator('#declared .answers > div')).toHaveCount(1);
  expect((await page.goto('/en/account/profile/declared-no-such-thing'))?.status()).toBe(404);
});

test('two tabs: the second is told that the part changed meanwhile, and loses nothing', async ({ page, context }) => {
  await newcomer(page);
  const path = '/en/account/profile/dependants';
  await page.goto(path);
  const other = await context.newPage();
  await other.goto(path);
  await page.locator('#count').fill('2');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await other.locator('#count').fill('3');
  const [answer] = await Promise.all([
    other.waitForResponse((response) => response.request().method() === 'POST'),
    other.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  expect(answer.status()).toBe(409);
  await expect(other.getByRole('alert')).toContainText('changed meanwhile');
  await expect(other.getByRole('alert')).toContainText('2');
  await expect(other.locator('#count')).toHaveValue('3');
  await expectSound(other);
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rowOf(other, 'How many people depend on you?')).toContainText('3');
});

test('whoever has a profile sees what a check would change in it before it does', async ({
  page,
  javaScriptEnabled,
}) => {
  onceIsEnough(javaScriptEnabled === false);
  const address = await newcomer(page);
  await page.goto('/en/account/profile/residence');
  await page.locator('#country').selectOption('QA');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.goto('/en/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  const keep = async () => {
    await page.goto(`/en/check/result?${NURSE}&lives=AE`);
    await page.getByRole('link', { name: 'Keep this as my profile' }).click();
  };
  await keep();
  await signInByCode(page, address, WORDS.en);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Take your answers into your profile?');
  const lives = page.locator('tbody tr', { hasText: 'In which country do you live now?' });
  await expect(lives).toContainText('Qatar');
  await expect(lives).toContainText('United Arab Emirates');
  await expectSound(page);
  await page.getByRole('button', { name: 'Take these into my profile' }).click();
  await expect(page.getByText('Your answers are in your profile now.')).toBeVisible();
  await expect(rowOf(page, 'In which country do you live now?')).toContainText('United Arab Emirates');
  await keep(); // by now signed in
  await expect(page.getByText('Nothing would change.')).toBeVisible();
  await expectSound(page);
});
