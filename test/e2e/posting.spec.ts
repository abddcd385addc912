import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { signInByCode } from '../support/e2e-codes.ts';
import { ownPage } from '../support/e2e-officers.ts';
import { onceIsEnough } from '../support/once.ts';
import { expectSound, watch } from '../support/sound-page.ts';

const WORDS = { send: 'Send me a code', signIn: 'Sign in' };

/** An employer who has registered, signed in on a page of their own. */
async function employerAt(browser: Browser): Promise<Page> {
  const page = await ownPage(browser);
  await page.goto('/en/account/organisation');
  await signInByCode(page, `employer-${randomUUID()}@example.org`, WORDS);
  await page.getByLabel('Name, as it is registered').fill(`Example Care ${randomUUID().slice(0, 8)}`);
  await page.getByLabel('Country where it is registered').selectOption('DE');
  await page.getByLabel('Public register').fill('Handelsregister Köln');
  await page.getByLabel('Number in that register').fill(randomUUID());
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  return page;
}

const next = (page: Page) => page.getByRole('button', { name: 'Save and go on' }).last().click();

async function fillDay(page: Page, name: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  await page.locator(`#${name}-day`).fill(day);
  await page.locator(`#${name}-month`).fill(month);
  await page.locator(`#${name}-year`).fill(year);
}

/** Saves a search, changes how often that is told, and deletes it. */
async function keepsSearch(worker: Page): Promise<void> {
  const kept = worker.getByRole('listitem').filter({ hasText: 'Once a' });
  await worker.goto('/en/account/alerts?search=occupation%3D2221');
  await expectSound(worker);
  await worker.getByRole('button', { name: 'Save' }).click();
  await expect(worker.getByRole('status')).toContainText('It is kept');
  await expect(kept).toContainText('Once a day');
  await kept.getByRole('link', { name: 'Change' }).click();
  await expectSound(worker);
  await worker.getByLabel('How often we tell you').selectOption('Once a week');
  await worker.getByRole('button', { name: 'Save' }).click();
  await expect(kept).toContainText('Once a week');
  await expectSound(worker);
  await kept.getByRole('button', { name: 'Delete' }).click();
  await expect(worker.getByRole('status')).toContainText('It was deleted');
  await expect(kept).toHaveCount(0);
}

/** A worker answers the vacancy that is open on a page, and its employer answers the worker. */
async function answered(worker: Page, employer: Page, own: string): Promise<void> {
  await worker.getByRole('link', { name: 'I am interested' }).click();
  await signInByCode(worker, `worker-${randomUUID()}@example.org`, WORDS);
  await expectSound(worker);
  await worker.getByRole('button', { name: 'Show my profile to this employer' }).click();
  await expect(worker.getByText('You are interested. The employer owes you an answer.')).toBeVisible();
  await expectSound(worker);
  await employer.goto('/en/employer');
  await expect(employer.getByText('1 worker waits for your answer')).toBeVisible();
  await employer.goto(own);
  await employer.getByRole('link', { name: 'Worker 1' }).click();
  await expectSound(employer);
  await employer.getByRole('button', { name: 'Say no' }).click();
  await expect(employer.locator('#why-slip')).toBeVisible();
  await employer.locator('#why').fill('The place is filled');
  await employer.getByRole('button', { name: 'Say no' }).click();
  await worker.reload();
  await expect(worker.getByText('The place is filled')).toBeVisible();
  for (const path of ['account/matches', 'account/looks']) {
    await worker.goto(`/en/${path}`);
    await expectSound(worker);
  }
  await keepsSearch(worker);
  await worker.goto('/ar/account/answers');
  await expectSound(worker);
  await employer.goto(`${own}/workers`);
  await expectSound(employer);
  await employer.goto(own);
}

test('an employer posts a vacancy page by page, is told what does not fit, publishes it, fills a place, withdraws it', async ({
  browser,
  page: visitor,
}) => {
  test.slow();
  watch(visitor);
  const page = await employerAt(browser);
  await page.getByRole('link', { name: 'Your vacancies' }).click();
  await expectSound(page);
  await page.getByRole('link', { name: 'Post a vacancy' }).first().click();
  await next(page);
  await expect(page.getByRole('alert')).toContainText('Choose a country');
  await expectSound(page);
  await page.locator('#work').fill('nurse');
  await page.locator('#sector').selectOption('Q');
  await page.locator('#destination').selectOption('DE');
  await next(page);
  await page.locator('input[name="occupation"][value="2221"]').check();
  await next(page);

  await expectSound(page);
  await page.locator('input[name="pathway"][value="de-west-balkans"]').check();
  await next(page);

  await page.locator('#title-en').fill('Nurse, surgical ward');
  await page.locator('#places').fill('2');
  await page.locator('#months').fill('24');
  await page.locator('#hours').fill('38.5');
  await fillDay(page, 'start', '2027-09-01');
  await fillDay(page, 'apply', '2027-12-01');
  await next(page);
  await expect(page.locator('#apply-day-slip')).toBeVisible();
  await expectSound(page);
  await fillDay(page, 'apply', '2027-06-01');
  await next(page);

  await expect(page.getByRole('heading', { level: 2, name: 'What the pathway asks' })).toBeVisible();
  await page.locator('#wage').fill('3400');
  await page.locator('#currency').selectOption('EUR');
  await page.locator('#per').selectOption('month');
  await page.locator('#housing').selectOption('subsidised');
  await page.locator('#fees').fill('100000');
  await page.locator('#feesCurrency').selectOption('EUR');
  await next(page);
  await expect(page.getByRole('alert')).toContainText('Workers may be charged');
  await expect(page.locator('#fees-slip')).toContainText('Workers may be charged');
  await expect(page.locator('#wage')).toHaveValue('3400');
  await expectSound(page);
  await page.locator('#fees').fill('0');
  await next(page);

  await page.locator('#language-0').selectOption('de');
  await page.locator('#level-0').selectOption('B1');
  await page.locator('#skills').fill('Wound care\nNight shifts');
  await page.locator('#experience').fill('12');
  await expectSound(page);
  await next(page);
  await expectSound(page);
  await next(page);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check before you publish');
  await expectSound(page);
  await page.goto(page.url().replace('/en/', '/ar/'));
  await expectSound(page);
  await page.goto(page.url().replace('/ar/', '/en/'));
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('Published');
  await expectSound(page);
  const own = new URL(page.url()).pathname;

  await visitor.goto(own.replace('/employer', ''));
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Nurse, surgical ward');
  await expectSound(visitor, { scripts: 1 });
  await answered(visitor, page, own);

  await page.locator('#filled').fill('3');
  await page.getByRole('button', { name: 'Mark as filled' }).click();
  await expect(page.locator('#filled-slip')).toContainText('not as many places left');
  await page.locator('#filled').fill('1');
  await page.getByRole('button', { name: 'Mark as filled' }).click();
  await expect(page.getByText('1 of 2')).toBeVisible();

  await page.getByRole('button', { name: 'Change it' }).click();
  await page.getByRole('link', { name: 'Change The job' }).click();
  await page.locator('#places').fill('1');
  await page.getByRole('button', { name: 'Save and see the whole' }).click();
  await page.locator('summary', { hasText: 'Throw the changes away' }).click();
  await page.getByRole('button', { name: 'Throw the changes away' }).click();
  await expect(page.getByRole('link', { name: 'Nurse, surgical ward' })).toBeVisible();
  await expectSound(page);

  await page.goto(own);
  if (await page.getByText('Withdraw it').first().isVisible())
    await page.locator('summary', { hasText: 'Withdraw it' }).click();
  await page.locator('#why').fill('The ward closes');
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(page.getByText('The ward closes')).toBeVisible();
  await expectSound(page);
});

test('a table of vacancies is published, or told line by line what is wrong', async ({
  browser,
  javaScriptEnabled,
}) => {
  onceIsEnough(javaScriptEnabled === false);
  test.slow();
  const page = await employerAt(browser);
  await page.goto('/en/employer/upload');
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.locator('#file-slip')).toBeVisible();
  await expectSound(page);
  const table = await page.request.get('/en/employer/vacancies.csv');
  const [header = ''] = (await table.text()).split('\n');
  const organisation = /vacancies-(.+)\.csv/.exec(table.headers()['content-disposition'] ?? '')?.[1] ?? '';
  const columns = header.replace('\uFEFF', '').trim().split(',');
  const row = (cells: Record<string, string>) => columns.map((column) => cells[column] ?? '').join(',');
  const sound = (id: string) => ({
    ...{ type: 'vacancy', id: `${id}-${randomUUID().slice(0, 8)}`, employer: organisation, pathway: 'de-west-balkans' },
    ...{ 'title.en': 'Nurse', occupation: '2221', sector: 'Q', destination: 'DE', places: '2', contractMonths: '24' },
    ...{ 'wage.money.amount': '3400', 'wage.money.currency': 'EUR', 'wage.per': 'month' },
  });
  const upload = async (rows: readonly Record<string, string>[]) => {
    const text = [header, ...rows.map(row)].join('\n');
    await page.goto('/en/employer/upload');
    await page.locator('#file').setInputFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Upload' }).click();
  };
  await upload([sound('a'), { ...sound('b'), employer: 'somebody-else' }]);
  await expect(page.getByText('Nothing of the table was recorded')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('row', { name: /^3/ })).toContainText('employer');
  await expectSound(page);
  await upload([sound('a'), sound('b')]);
  await expect(page.getByText('2 new, 0 changed, 0 as before.')).toBeVisible({ timeout: 20_000 });
  await expectSound(page);
});
