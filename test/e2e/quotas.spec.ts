import { expect, test } from '@playwright/test';
import { commandBeside } from '../support/command-beside.ts';
import { officerAt } from '../support/e2e-officers.ts';
import { onceIsEnough } from '../support/once.ts';
import { expectSound, watch } from '../support/sound-page.ts';

/** A pathway without quotas for each run, for both change what they find. */
const PATHWAYS = {
  'without JavaScript': { id: 'hr-stay-work-permit', state: 'HR' },
  'with JavaScript': { id: 'cz-qualified-worker', state: 'CZ' },
} as const;

test('a ministry plans a quota, another officer approves it, everybody sees the places, an employer takes some, the feed tells it', async ({
  browser,
  page,
  request,
}) => {
  const project = test.info().project.name;
  onceIsEnough(project !== 'with JavaScript');
  test.slow();
  watch(page);
  const { id, state } = PATHWAYS[project === 'with JavaScript' ? 'with JavaScript' : 'without JavaScript'];
  const run = project.toLowerCase().replaceAll(' ', '-');
  const year = new Date().getUTCFullYear();
  const planner = await officerAt(browser, `planner-${run}`, state);
  await planner.goto('/en/ministry');
  await planner.getByRole('link', { name: 'Quotas and their planner' }).click();
  await expectSound(planner);
  await planner.locator(`a[href$="/ministry/quotas/${id}"]`).click();
  await expect(planner.getByText(`No quota is published for ${year}.`)).toBeVisible();
  await expectSound(planner);
  await planner.getByRole('link', { name: `Plan ${year}` }).click();
  await planner.locator('#new-label').fill(`All sectors, ${year}`);
  await planner.locator('#new-places').fill('many');
  await planner.getByRole('button', { name: 'Add it' }).click();
  await expect(planner.locator('#new-places-slip')).toBeVisible();
  await expectSound(planner);
  await planner.locator('#new-places').fill('50');
  await planner.getByRole('button', { name: 'Add it' }).click();
  await expect(planner.getByRole('status')).toContainText('It can be handed over');
  const quota = `${id}-${year}-all-sectors`;
  await planner.locator(`#places-${quota}`).fill('60');
  await planner.getByRole('button', { name: 'Hand it over for approval' }).click();
  await expect(planner.getByRole('alert')).toContainText('Reason');
  await planner.locator('#why').fill('Decision of the government');
  await planner.getByRole('button', { name: 'Hand it over for approval' }).click();
  await expect(planner.getByText('You prepared this yourself')).toBeVisible();
  await expectSound(planner);

  const approver = await officerAt(browser, `agreeing-${run}`, state);
  await approver.goto(new URL(planner.url()).pathname.replace('/en/', '/ar/'));
  await expectSound(approver);
  await approver.goto(new URL(planner.url()).pathname);
  await expect(approver.getByRole('row', { name: `All sectors, ${year}` })).toContainText('60');
  await approver.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(approver.getByText('Approved and published')).toBeVisible();

  const remaining = page.locator('.facts div', { hasText: 'Left' }).locator('b');
  await page.goto(`/en/quotas/${quota}`);
  await expect(remaining).toHaveText('60');
  const employer = await commandBeside('token', 'works', '--role', 'employer', '--employer', `works-${run}`);
  const taken = await request.post(`/api/v1/quotas/${quota}/allocations`, {
    headers: { Authorization: `Bearer ${employer}` },
    data: { places: 7, reference: 'order-1', why: 'Seven masons' },
  });
  expect(taken.status()).toBe(201);
  await page.reload();
  await expect(remaining).toHaveText('53');
  await expectSound(page);
  await page.goto(`/en/pathways/${id}`);
  await expect(page.locator('.facts div', { hasText: 'Places' }).locator('b').first()).toHaveText('53');

  const ministry = await commandBeside('token', 'feed', '--role', 'destination-ministry', '--state', state);
  const feed = await request.get(`/api/v1/quotas/${quota}/events?after=1`, {
    headers: { Authorization: `Bearer ${ministry}` },
  });
  const { events } = await feed.json();
  expect(events).toMatchObject([
    {
      position: 2,
      kind: 'allocated',
      allocated: 7,
      office: `works-${run}`,
      reference: 'order-1',
      after: { allocated: 7 },
    },
  ]);

  await planner.goto(`/en/ministry/quotas/${id}?year=${year}`);
  await expect(planner.locator('#ledger').getByText('order-1')).toBeVisible();
  await planner.goto(`/ar/ministry/quotas/${id}?year=${year}`);
  await expectSound(planner);
  await planner.goto(`/en/ministry/quotas/${id}/plan?year=${year}`);
  await planner.locator(`#places-${quota}`).fill('6');
  await planner.getByRole('button', { name: 'Work it out' }).last().click();
  await expect(planner.getByRole('alert')).toContainText('7 places are allocated already');
  await expectSound(planner);
});

test('a ministry transfers places, imports a table, and announces a change for a later day', async ({ browser }) => {
  const project = test.info().project.name;
  onceIsEnough(project === 'with JavaScript');
  test.slow();
  const planner = await officerAt(browser, 'transfers', 'KR');
  const desk = '/en/ministry/quotas/kr-eps-e9';
  await planner.goto(`${desk}/transfer?year=2026`);
  await planner.locator('#of').selectOption('kr-eps-e9-2026-reserve');
  await planner.locator('#to').selectOption('kr-eps-e9-2026-reserve');
  await planner.locator('#places').fill('700');
  await planner.getByRole('button', { name: 'Work it out' }).click();
  await expect(planner.locator('#to-slip')).toContainText('same quota');
  await expectSound(planner);
  await planner.locator('#to').selectOption('kr-eps-e9-2026-services');
  await planner.getByRole('button', { name: 'Work it out' }).click();
  await expect(planner.getByRole('row', { name: /^Services/ })).toContainText('1,700');
  await expectSound(planner);

  await planner.goto(`${desk}/import`);
  const table = ['id,pathway,period.from,period.to,places', 'kr-x,kr-eps-e9,2028-01-01,2028-12-31,lots'].join('\n');
  await planner.locator('#file').setInputFiles({ name: 'q.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await planner.getByRole('button', { name: 'Work it out' }).click();
  await expect(planner.getByRole('row', { name: /^2/ })).toContainText('places');
  await expectSound(planner);
  await planner.locator('#table').fill(table.replace('lots', '500'));
  await planner.locator('#why').fill('Decision for 2028');
  await planner.locator('#from-day').fill('1');
  await planner.locator('#from-month').fill('12');
  await planner.locator('#from-year').fill('2027');
  await planner.getByRole('button', { name: 'Hand it over for approval' }).click();
  await expect(planner.getByText('In effect from 1 December 2027')).toBeVisible();

  const approver = await officerAt(browser, 'announces', 'KR');
  await approver.goto(new URL(planner.url()).pathname);
  await approver.getByRole('button', { name: 'Approve and announce' }).click();
  await expect(approver.getByText('Approved and announced')).toBeVisible();
  await approver.goto(`${desk}?year=2028`);
  await expect(approver.locator('#announced')).toContainText('1 December 2027');
  await expectSound(approver);
  await approver.goto(`${desk}/plan?year=2027`);
  await approver.getByRole('link', { name: 'with the same places as in 2026' }).click();
  await expect(approver.locator('#places-kr-eps-e9-2027')).toHaveValue('80000');
  await expectSound(approver);
  await approver.goto(`${desk}/intake?year=2025`);
  await approver.locator('#quota').selectOption('kr-eps-e9-2025');
  await approver.locator('#used').fill('73120');
  await approver.locator('#asOf-day').fill('31');
  await approver.locator('#asOf-month').fill('12');
  await approver.locator('#asOf-year').fill('2025');
  await approver.locator('#sourceTitle').fill('Yearbook of employment permits 2025');
  await approver.getByRole('button', { name: 'Publish the figure' }).click();
  await expect(approver.locator('#intake')).toContainText('73,120');
  await expectSound(approver);
});
