import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { expectNoOverflow, expectSound, watch } from '../support/sound-page.ts';

const LOCALES = ['en', 'es', 'fr', 'ar'] as const;

/** More of the same kinds of page, which `npm run proof:pages` looks at as well. */
const VARIANTS: Record<string, string> = {
  'list with bad values': '/pathways?destination=ZZ&page=0',
  'list past its end': '/pathways?page=99',
  'pathway as it stood': '/pathways/kr-eps-e9?on=2026-02-01',
  'journey without a procedure': '/pathways/de-triple-win-nurses/from/KE',
  'origins of a pathway': '/origins?pathway=kr-eps-e9',
  'origin without a procedure': '/origins/KE',
  'group of occupations': '/occupations/71',
  'comparison of one': '/compare?pathway=kr-eps-e9&pathway=no-such',
  'list of a search': '/pathways?q=nurse&destination=DE',
  'pathway with nested quotas': '/pathways/it-flussi-non-seasonal',
  'pathway by points, without quotas': '/pathways/au-skilled-nominated-190',
  'comparison of nothing': '/compare',
  'search for an occupation': '/occupations?q=mason',
  'private question of the check': '/check/displacement?citizen=PH',
  'question in the words of pathways': '/check/declared-insurance?citizen=PH',
  'answers of a check': '/check/answers?citizen=PH&born=1996-05-02&school=6&job=2221_2019-01&asked=nationality.sex',
  'what opens pathways': '/check/unlocks?citizen=PH&born=1996-05-02&school=6&job=2221_2019-01&speaks=de_A2&offer=',
};

/** Every kind of page, full, empty and wrong; an address under each language. */
const PAGES: Record<string, string> = {
  home: '',
  list: '/pathways',
  'list of nothing': '/pathways?destination=KR&kind=training',
  pathway: '/pathways/kr-eps-e9',
  journey: '/pathways/kr-eps-e9/from/PH',
  'list of vacancies, none found': '/vacancies?q=nurse&destination=DE&wageAtLeast=2500&startFrom=2027-01-01',
  origins: '/origins',
  origin: '/origins/PH',
  destinations: '/destinations',
  destination: '/destinations/DE',
  occupations: '/occupations',
  occupation: '/occupations/2221',
  'comparison of four':
    '/compare?pathway=kr-eps-e9&pathway=nz-rse&pathway=de-triple-win-nurses&pathway=ca-express-entry-fsw',
  quota: '/quotas/kr-eps-e9-2026',
  check: '/check',
  'question of the check': '/check/tests?citizen=PH&asked=nationality',
  'result of a check': '/check/result?citizen=PH&born=1996-05-02&school=6&job=2221_2019-01&speaks=de_A2&offer=',
  'try-out of a draft': '/ministry/try?pathway=kr-eps-e9',
  'about the data': '/about/data',
  privacy: '/privacy',
  accessibility: '/accessibility',
  contact: '/contact',
  'not found': '/no-such-page',
  ...(process.env['FAIRWAY_PROOF'] && VARIANTS),
};

test.skip(
  ({ javaScriptEnabled }) => javaScriptEnabled === false,
  'no page has a script, and axe is one: once is enough',
);

test.beforeEach(({ page }) => watch(page));

/** On phones: from right to left and dark at once; `npm run proof:pages` looks at each by itself as well. */
const PHONES = [
  ['ar', 'dark'],
  ...(process.env['FAIRWAY_PROOF']
    ? ([
        ['es', 'dark'],
        ['ar', 'light'],
        ['fr', 'light'],
      ] as const)
    : []),
] as const;

/** At 320 px, the longest words; the proof looks at every language. */
const NARROW = process.env['FAIRWAY_PROOF'] ? LOCALES : (['fr'] as const);

const open = async (page: Page, width: number, address: string) => {
  await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
  await page.goto(address);
};

for (const [kind, path] of Object.entries(PAGES)) {
  test(`${kind}: sound on a desktop, dark and from right to left on a phone; no wider than any window`, async ({
    page,
  }) => {
    test.slow();
    await open(page, 1280, `/en${path}`);
    await expectSound(page);
    for (const [locale, colorScheme] of PHONES) {
      await page.emulateMedia({ colorScheme });
      await open(page, 360, `/${locale}${path}`);
      await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
      await expectSound(page);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    for (const locale of NARROW) {
      await open(page, 320, `/${locale}${path}`);
      await expectNoOverflow(page);
    }
    await open(page, 640, `/fr${path}`); // 1280 at a zoom of 200 %
    await expectNoOverflow(page);
  });
}

test('dark pages keep their contrast on a desktop', async ({ page }) => {
  test.skip(
    process.env['FAIRWAY_PROOF'] === undefined,
    'phones are looked at in the dark; `npm run proof:pages` looks here too',
  );
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of ['', '/pathways', '/pathways/kr-eps-e9', '/origins/PH']) {
    await open(page, 1280, `/en${path}`);
    await expectSound(page);
  }
});

test('forced colours leave buttons, states and bars their shapes', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, 1280, '/en/pathways/kr-eps-e9');
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  expect(await style('main .btn', 'border-top-style')).toBe('solid');
  expect(await style('.note', 'border-top-style')).toBe('solid');
  expect(await style('.bars .c-free', 'stroke')).not.toBe(await style('.bars .c-free', 'fill'));
  await expect(page.locator('.kick .mark')).toHaveText('Open');
  await expectSound(page);
});

test('a page keeps within 50 KB with its style sheet, and that within 10 KB, in every language', async ({
  request,
}) => {
  const compressed = async (path: string) => gzipSync(await (await request.get(path)).body()).byteLength;
  const home = await (await request.get('/en')).text();
  const sheets = [...home.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].flatMap(([, href]) => href ?? []);
  expect(sheets).toHaveLength(1);
  const style = await compressed(sheets[0] ?? '');
  expect(style).toBeGreaterThan(1000);
  expect(style).toBeLessThanOrEqual(10 * 1024);
  for (const path of [...Object.values(PAGES), '/pathways?perPage=100', '/check/result?show=60'])
    for (const locale of LOCALES)
      expect((await compressed(`/${locale}${path}`)) + style, `/${locale}${path}`).toBeLessThanOrEqual(50 * 1024);
});

test('each page names itself in the other languages, with its query', async ({ page }) => {
  await page.goto('/en/pathways?destination=DE&q=nurse');
  for (const locale of LOCALES)
    await expect(page.locator(`link[rel=alternate][hreflang=${locale}]`)).toHaveAttribute(
      'href',
      new RegExp(`^https?://[^/]+/${locale}/pathways\\?destination=DE&q=nurse$`),
    );
});
