import { describe, expect, it } from 'vitest';
import { isLocale, LOCALES } from './locale.ts';
import { inMessage } from './notice.ts';

const URL = 'https://fairway.example/en/sign-in';

describe.each(Object.keys(LOCALES).filter(isLocale))('a message in %s', (locale) => {
  it('begins with the code, and says how long it lasts', () => {
    const { subject, text } = inMessage(locale, { kind: 'code', code: '012345', minutes: 10 });
    expect([subject, text]).toEqual([expect.stringMatching(/^012345 /), expect.stringMatching(/^012345 .*\b10\b/)]);
    expect(text).not.toMatch(/http/);
  });

  it('gives room to no more than four short messages', () => {
    const { text } = inMessage(locale, { kind: 'code', code: '012345', minutes: 10 });
    expect(text.length).toBeLessThanOrEqual(4 * 67);
  });

  it.each([
    { kind: 'address-added', address: 'n•••@example.org', url: URL } as const,
    { kind: 'pathway-changed', url: URL } as const,
    { kind: 'places-opened', pathway: 'Farm work', quota: 'Round 2', url: URL } as const,
    { kind: 'places-low', pathway: 'Farm work', quota: 'Round 2', url: URL } as const,
    { kind: 'places-gone', pathway: 'Farm work', quota: 'Round 2', url: URL } as const,
    { kind: 'sessions-ended', why: 'A phone was lost', url: URL } as const,
    { kind: 'invitation', by: 'admin@fairway.example', role: 'X', until: 'Y', url: URL } as const,
    { kind: 'invitation', by: 'none', role: 'X', until: 'Y', url: URL } as const,
    { kind: 'role-ended', why: 'A phone was lost', url: URL } as const,
  ])('says where to go, on a line of its own: $kind', (notice) => {
    const { subject, text } = inMessage(locale, notice);
    expect(text.split('\n').at(-1)).toBe(URL);
    expect(subject).not.toMatch(/[{}\n]/);
    expect(text).not.toMatch(/[{}]/);
    if ('pathway' in notice) {
      expect(subject).toContain('Farm work');
      expect(text).toMatch(/Farm work.*Round 2/);
    }
    if ('why' in notice) expect(text).toContain('A phone was lost');
    if (notice.kind === 'address-added') expect(text).toContain('n•••@example.org');
  });
});
