import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { onceIsEnough } from '../support/once.ts';
import { expectSound, watch } from '../support/sound-page.ts';

test.beforeEach(({ page }) => watch(page));

const NURSE =
  'citizen=PH&born=1996-05-02&lives=PH&school=6&trained=2221_48&job=2221_2019-01_2024-12&speaks=de_A2&offer=&yes=active-nursing-licence&yes=ba-approval&yes=old-age-provision&asked=nationality.birth-date';

/** Nothing private is in an address, whatever is clicked. */
const expectNothingPrivate = (page: Page) => expect(page.url()).not.toMatch(/health|criminal|displace|refugee/);

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function answerDate(page: Page, name: string, parts: Record<string, string>) {
  for (const [part, text] of Object.entries(parts)) await page.locator(`#${name}-${part}`).fill(text);
}

const WORDS = {
  en: {
    begin: 'Begin',
    continue: 'Continue',
    skip: 'Not sure',
    noOffer: 'I have no job offer',
    citizen: 'Philippines',
    result: 'See the result',
    possible: 'Possible',
    back: 'Way back',
  },
  ar: {
    begin: 'ابدأ',
    continue: 'متابعة',
    skip: 'لست متأكدًا',
    noOffer: 'ليس لدي عرض عمل',
    citizen: 'الفلبين',
    result: 'اعرض النتيجة',
    possible: 'ممكن',
    back: 'طريق العودة',
  },
} as const;

for (const locale of ['en', 'ar'] as const)
  test(`a worker on a phone answers in ${locale} and reads the result`, async ({ page, javaScriptEnabled }) => {
    onceIsEnough((javaScriptEnabled !== false) === (locale === 'en'));
    test.slow();
    const words = WORDS[locale];
    const go = () => page.getByRole('button', { name: words.continue, exact: true }).click();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/${locale}/check`);
    await expectSound(page);
    await page.getByRole('link', { name: words.begin, exact: true }).click();
    await expect(page).toHaveURL(/\/check\/nationality/);
    await expectSound(page);
    await page.locator('#nationality').selectOption({ label: words.citizen });
    await go();
    await expect(page).toHaveURL(/\/check\/birth-date\?citizen=PH/);
    await answerDate(page, 'born', { day: '2', month: locale === 'ar' ? '٥' : '5', year: '1996' });
    await go();
    await expect(page).toHaveURL(/\/check\/offer\?.*born=1996-05-02/);
    await expectSound(page);
    await page.getByRole('button', { name: words.noOffer }).click();
    await expect(page).not.toHaveURL(/\/check\/offer/);
    await expect(page).toHaveURL(/offer=(&|$)/);
    for (let skipped = 0; skipped < 2; skipped += 1)
      await page.getByRole('button', { name: words.skip, exact: true }).click();
    await expect(page).toHaveURL(/asked=nationality\.birth-date\.offer\.[\w.-]+/);
    await page.getByRole('link', { name: words.result }).click();
    await expect(heading(page)).toBeVisible();
    await expectSound(page);
    await expect(page.getByRole('heading', { level: 2, name: words.possible, exact: true })).toBeVisible();
    const rows = page.locator('article.row');
    expect(await rows.count()).toBeGreaterThan(5);
    await expect(page.locator('article.row .home-line')).toHaveCount(await rows.count());
    await expect(page.locator('.home-line').first()).toContainText(words.back);
    expectNothingPrivate(page);
  });

test('a wrong answer keeps what was typed and says what to mend, at the field', async ({ page }) => {
  await page.goto(`/en/check/birth-date?citizen=PH`);
  await answerDate(page, 'born', { day: '31', month: '2', year: '1996' });
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Continue', exact: true }).click(),
  ]);
  expect(answer.status()).toBe(422);
  await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#born-day');
  await expect(page.locator('#born-day')).toHaveValue('31');
  await expect(page.locator('#born-day')).toHaveAttribute('aria-describedby', 'born-day-slip');
  await expect(page.locator('#born-day-slip')).toContainText('There is no such day');
  await expectSound(page);
  await page.locator('#born-month').fill('3');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page).toHaveURL(/born=1996-03-31/);
});

test('work is found in one’s own words, added, removed and told', async ({ page }) => {
  await page.goto('/fr/check/experience?citizen=PH');
  await page.locator('#work').fill('infirmière');
  await answerDate(page, 'from', { month: '3', year: '2019' });
  await page.getByRole('checkbox', { name: 'Cela continue' }).check();
  await page.getByRole('button', { name: 'Enregistrer et en ajouter' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0); // choosing a line is the next step, no slip
  await page.getByRole('radio', { name: 'infirmiers', exact: false }).first().check();
  await expectSound(page);
  await page.getByRole('button', { name: 'Enregistrer et en ajouter' }).click();
  await expect(page).toHaveURL(/\/check\/experience\?.*job=2221_2019-03|job=2221_2019-03/);
  await expect(page.locator('.told li')).toHaveCount(1);
  await expect(page.locator('.told li')).toContainText('mars 2019');
  await expectSound(page);
  await page.locator('.told').getByRole('button').click();
  await expect(page.locator('.told li')).toHaveCount(0);
  expect(page.url()).not.toContain('job=');
  await page.locator('#work').fill('qwertzuiop');
  await page.getByRole('button', { name: 'Continuer', exact: true }).click();
  await expect(page.getByText('Rien n’a été trouvé')).toBeVisible();
  await expect(page.locator('#work')).toHaveValue('qwertzuiop');
});

const cookiesOf = async (context: BrowserContext) => (await context.cookies()).map(({ name }) => name);

test('private answers stay out of the address, count in the result, and are deleted on request', async ({
  page,
  context,
  browser,
}) => {
  await page.goto(`/en/check/criminal-record?${NURSE}`);
  await expect(page.getByText('kept private', { exact: true })).toBeVisible();
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page).toHaveURL(/private=[0-9a-f]{12}$/);
  const [cookie] = await context.cookies();
  expect([cookie?.name, cookie?.httpOnly, cookie?.sameSite, cookie?.expires]).toEqual(['check', true, 'Lax', -1]);
  const answers = page.url().replace(/\/check\/[^?]+/, '/check/answers');
  expect(answers.replace(/asked=[^&]*/, '')).not.toMatch(/criminal|record/);
  await page.goto(answers);
  const row = page.locator('.answers > div', { hasText: 'Is your criminal record clear?' });
  await expect(row).toContainText('No');
  await expectSound(page);

  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await elsewhere.goto(answers);
  await expect(elsewhere.getByText('Your private answers have been deleted')).toBeVisible();
  await expect(elsewhere.locator('.answers')).not.toContainText('criminal');
  await other.close();

  await page.goto(answers.replace('/answers', '/result'));
  await expect(page.getByText('Private answers are counted in and not shown here.')).toBeVisible();
  await expect(page.locator('main > div > .lede')).not.toContainText('criminal');
  await page.goto(answers);
  await page.getByRole('button', { name: 'Delete my private answers now' }).click();
  await expect(page).not.toHaveURL(/private=/);
  expect(await cookiesOf(context)).toEqual([]);
  await expect(page.locator('.answers')).not.toContainText('criminal');
});

test('an answer is changed from the list of answers, and one comes back to it', async ({ page }) => {
  await page.goto(`/es/check/answers?${NURSE}`);
  await expectSound(page);
  const row = page.locator('.answers > div', { hasText: '¿En qué país vives ahora?' });
  await row.getByRole('link', { name: 'Cambiar' }).click();
  await expect(page.locator('#country')).toHaveValue('PH');
  await page.locator('#country').selectOption('SA');
  await page.getByRole('button', { name: 'Continuar', exact: true }).click();
  await expect(page).toHaveURL(/\/es\/check\/answers\?.*lives=SA/);
  await expect(page.locator('.answers')).toContainText('Arabia Saudí');
});

test('a question that a result leaves open is answered from there, and leads back', async ({ page }) => {
  await page.goto('/en/check/result?pathway=kr-seasonal-e8&citizen=PH&asked=nationality');
  const row = page.locator('article.row');
  await expect(row).toContainText('questions left');
  await row.locator('.rules a').first().click();
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page).toHaveURL(/\/en\/check\/result\?.*no=/);
});

test('the result says why, with sources, and narrows', async ({ page }) => {
  await page.goto(`/en/check/result?${NURSE}`);
  const nearest = page.locator('#ineligible article.row').first();
  await expect(nearest).toContainText('1 obstacle');
  await expect(nearest.locator('b.unmet').first()).toHaveText('Not met.');
  await expect(nearest.locator('a.src').first()).toHaveAttribute('href', /^\/en\/pathways\/[\w-]+#source-/);
  await nearest.getByText(/^All \d+ criteria/).click();
  await expect(nearest).toContainText('German A2 (yours: A2)');
  await expect(nearest).toContainText('55 points are needed.');
  const first = page.locator('.unl > li').first();
  await expect(first).toContainText('opens');
  await page.getByRole('link', { name: 'Everything that would change the answer' }).click();
  await expect(heading(page)).toHaveText('What would change the answer');
  await expect(page.locator('.unl')).toContainText('German: A2 to B1');
  await page.locator('a[href$="#unlock-language"]').first().click();
  await expect(page.locator('#unlock-language a.src')).toBeInViewport();
  await expectSound(page);
  await page.goBack();
  await page.goto(`/en/check/result?${NURSE}`);
  await page.getByText('Narrow the result').click();
  await page.locator('#destination').selectOption('CA');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/destination=CA/);
  const places = await page.locator('article.row .kick > span:first-child').allTextContents();
  expect(new Set(places)).toEqual(new Set(['Canada']));
});

test('the result leads to the vacancies that one qualifies for, and everybody’s list to the check', async ({
  page,
}) => {
  await page.goto(`/en/check/result?${NURSE}`);
  await page.getByRole('link', { name: /^(\d+ vacanc(y|ies)|Vacancies) you (may )?qualify for$/ }).click();
  await expect(heading(page)).toHaveText('Vacancies you qualify for');
  await expect(page.getByText('By the answers of your check.')).toBeVisible();
  await expectSound(page);
  const chosen = page.locator('nav .chip[aria-current]');
  await page
    .getByRole('link', { name: /^All vacancies\s*\d+$/ })
    .first()
    .click();
  await expect(chosen).toContainText('All vacancies');
  await page.getByRole('link', { name: /^Only those I qualify for/ }).click();
  await expect(chosen).toContainText('Only those I qualify for');
  await page.getByRole('link', { name: 'Change an answer' }).click();
  await expect(page).toHaveURL(/\/en\/check\/answers\?.*citizen=PH/);

  await page.goto('/en/vacancies?q=nurse');
  await page.getByRole('link', { name: 'Only those I qualify for' }).click();
  await expect(page).toHaveURL(/\/en\/check\/vacancies\?q=nurse$/);
  await expectSound(page);
  await page.getByRole('link', { name: 'Start the check' }).click();
  await expect(page).toHaveURL(/\/en\/check$/);
});

test('a check is saved behind a link, opened again elsewhere, and deleted', async ({ page, browser, baseURL }) => {
  await page.goto(`/en/check/health?${NURSE}`);
  await page.getByRole('radio', { name: 'Yes', exact: true }).check();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('link', { name: 'See the result' }).click();
  await page.getByRole('checkbox', { name: 'Save my private answers with it' }).check();
  await page.getByRole('button', { name: 'Save and come back later' }).click();
  await expect(page).toHaveURL(/\/en\/check\/saved\/[\w-]{43}$/);
  await expectSound(page);
  await expect(page.getByText('Your private answers are saved with it.')).toBeVisible();
  const link = new URL(page.url()).pathname;

  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const later = await context.newPage();
  await later.goto(link);
  await later.getByRole('button', { name: 'Go on with this check' }).click();
  await expect(later).toHaveURL(/\/en\/check\/answers\?.*citizen=PH/);
  await expect(later.locator('.answers > div', { hasText: 'medical examination' })).toContainText('Yes');
  await later.goto(link);
  await later.getByRole('button', { name: 'Delete it now' }).click();
  await expect(heading(later)).toHaveText('It is deleted');
  expect((await later.goto(link))?.status()).toBe(404);
  await expect(later.getByText('There is no saved check behind this link')).toBeVisible();
  await context.close();
});

test('a link to share holds the pathways and nothing about the person', async ({ page }) => {
  await page.goto(`/en/check/result?${NURSE}`);
  const share = await page.locator('#keep a[dir=ltr]').getAttribute('href');
  const { pathname, searchParams } = new URL(share ?? '');
  expect(pathname).toBe('/en/check');
  expect([...new Set(searchParams.keys())]).toEqual(['pathway']);
  await page.goto(`${pathname}?${searchParams}`);
  await expect(page.getByText(/This check is about \d+ pathways/)).toBeVisible();
});

test('a pathway’s own check asks only what that pathway asks', async ({ page }) => {
  await page.goto('/en/pathways/kr-eps-e9');
  await page.getByRole('link', { name: 'Check whether you qualify' }).click();
  await expect(page).toHaveURL(/\/en\/check\?pathway=kr-eps-e9$/);
  await page.goto('/en/check/result?pathway=kr-eps-e9&citizen=DE');
  await expect(page.locator('article.row')).toHaveCount(1);
  await expect(page.locator('article.row')).toContainText('1 obstacle');
});

test('what is no question is not found; what an address says wrongly is told', async ({ page }) => {
  for (const path of ['no-such-question', 'declared-no-such-thing'])
    expect((await page.goto(`/en/check/${path}`))?.status()).toBe(404);
  await page.goto('/en/check/answers?citizen=ZZ&born=1996-02-31');
  await expect(page.getByText('2 parts of the address could not be read')).toBeVisible();
  await expectSound(page);
});

test('a form sent from another site is refused', async ({ request }) => {
  const answer = await request.post('/en/check/nationality', {
    form: { nationality: 'PH', do: 'answer' },
    headers: { Origin: 'https://elsewhere.example' },
  });
  expect(answer.status()).toBe(403);
});
