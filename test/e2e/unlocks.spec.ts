import { expect, test } from '@playwright/test';

const URL = '/api/v1/unlocks';
const nurse = {
  type: 'profile',
  birthDate: '1996-05-02',
  nationalities: ['PH'],
  residence: 'PH',
  education: { isced: 6 },
  languages: [{ language: 'de', cefr: 'A2' }],
  experience: [{ occupation: '2221', from: '2019-01', to: '2024-12' }],
  qualifications: [{ occupation: '2221', trainingMonths: 48, recognisedIn: [] }],
  offer: null,
  declared: { 'active-nursing-licence': true, 'ba-approval': true, 'old-age-provision': true },
};
test.describe('the call', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === true, 'the API knows no browser: once is enough');

  test('says what would open a pathway, in every language, and on what the time rests', async ({ request }) => {
    const answer = await request.post(URL, { data: { profile: nurse, on: '2026-11-25' } });
    expect(answer.status()).toBe(200);
    expect(answer.headers()['cache-control']).toBe('no-store');
    const { on, results, singles, incomplete, assumptions } = await answer.json();
    expect([on, incomplete]).toEqual(['2026-11-25', []]);
    const change = { fact: 'language', of: 'de', from: 'A2', to: 'B1' };
    const label = { en: 'German: from A2 to B1', es: 'alemán: de A2 a B1' };
    expect(results[0]).toMatchObject({ pathway: 'de-triple-win-nurses', changes: [{ ...change, label }], months: 5 });
    expect(Object.keys(results[0].changes[0].label)).toEqual(['en', 'es', 'fr', 'ar']);
    expect(singles[0]).toMatchObject({ change, pathways: 1, vacancies: 0, ids: ['de-triple-win-nurses'], months: 5 });
    expect(assumptions[0]).toMatchObject({ fact: 'language', source: { basis: 'secondary' } });
  });

  test('finds no more changes than it is allowed', async ({ request }) => {
    const asked = { profile: nurse, on: '2026-11-25', pathways: ['de-skilled-18a-18b'] };
    const both = await (await request.post(URL, { data: asked })).json();
    expect(both.results[0].changes.map(({ fact }: { fact: string }) => fact)).toEqual(['qualification', 'offer']);
    expect((await (await request.post(URL, { data: { ...asked, atMost: 1 } })).json()).results).toEqual([]);
  });

  for (const [what, data, path] of [
    ['more changes than three', { profile: nurse, atMost: 4 }, '/atMost'],
    ['an unknown pathway', { profile: nurse, pathways: ['nowhere'] }, '/pathways/0'],
    ['a birth to come', { profile: { ...nurse, birthDate: '2999-01-01' } }, '/profile/birthDate'],
    ['an unknown key', { profile: nurse, most: 2 }, '/most'],
  ] as const)
    test(`${what} is refused, with its place`, async ({ request }) => {
      const answer = await request.post(URL, { data });
      expect(answer.status()).toBe(422);
      expect((await answer.json()).errors.map((error: { path: string }) => error.path)).toEqual([path]);
    });
});
