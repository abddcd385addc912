import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SpeechProvider, speechOf } from '../../i18n/context.tsx';
import { ScoreTable } from './ScoreTable.tsx';

const parts = [
  { part: 'occupation', points: 22, most: 30, words: 'Near to it.' },
  { part: 'wage', points: 0, most: 0, words: 'Nothing to compare with.' },
] as const;

const LOCALES = ['en', 'es', 'fr', 'ar'] as const;

const rendered = (locale: (typeof LOCALES)[number]) =>
  renderToStaticMarkup(
    <SpeechProvider value={speechOf(locale)}>
      <ScoreTable score={73} parts={parts} />
    </SpeechProvider>,
  );

it('shows the points of each part, and which are not counted', () => {
  const html = rendered('en');
  expect(html).toContain('73 of 100');
  expect(html).toContain('22 of 30');
  expect(html).toMatch(/not counted.*Nothing to compare with\./);
});

it.each(LOCALES)('leaves no message without words in %s', (locale) => {
  expect(rendered(locale)).not.toMatch(/score\.|\{/);
});
