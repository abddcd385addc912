import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SpeechProvider, speechOf } from '../../i18n/context.tsx';
import { type RowProblem, RowReport } from './RowReport.tsx';

const BELOW = { line: 3, path: '/wage/money/amount', message: 'below the wage floor' };
const rendered = (locale: 'en' | 'ar', problem: RowProblem = BELOW) =>
  renderToStaticMarkup(
    <SpeechProvider value={speechOf(locale)}>
      <RowReport problems={[problem]} />
    </SpeechProvider>,
  );

it('names the column as the table does, and the language of the words where it is another', () => {
  expect(rendered('en')).toContain('<code>wage.money.amount</code> below the wage floor');
  expect(rendered('en')).not.toContain('class="tag"');
  expect(rendered('ar')).toContain('<span class="tag">الإنجليزية</span>');
});

it('says in the language of the reader what can be said in it', () => {
  const page = rendered('ar', { ...BELOW, words: 'أجر منخفض' });
  expect(page).toContain('<code dir="ltr">wage.money.amount</code> أجر منخفض');
  expect(page).not.toContain('below the wage floor');
  expect(page).not.toContain('class="tag"');
});
