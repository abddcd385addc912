import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SpeechProvider, speechOf } from '../../i18n/context.tsx';
import { RowReport } from './RowReport.tsx';

const rendered = (locale: 'en' | 'ar') =>
  renderToStaticMarkup(
    <SpeechProvider value={speechOf(locale)}>
      <RowReport problems={[{ line: 3, path: '/wage/money/amount', message: 'below the wage floor' }]} />
    </SpeechProvider>,
  );

it('names the column as the table does, and the language of the words where it is another', () => {
  expect(rendered('en')).toContain('<code>wage.money.amount</code> below the wage floor');
  expect(rendered('en')).not.toContain('class="tag"');
  expect(rendered('ar')).toContain('<span class="tag">الإنجليزية</span>');
});
