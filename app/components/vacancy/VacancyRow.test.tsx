import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { aVacancy } from '../../../test/support/documents.ts';
import { SpeechProvider, speechOf } from '../../i18n/context.tsx';
import type { ListedVacancy } from './listed-vacancy.ts';
import { VacancyRow } from './VacancyRow.tsx';

const words = (text: string) => ({ language: 'en', pieces: [{ text, match: false }] });

it('says once what the vacancy is to its reader, beside the way back', () => {
  const { id, destination, wage, contractMonths } = aVacancy();
  const vacancy: ListedVacancy = {
    ...{ id, destination, wage, contractMonths, title: words('Nurse'), employer: { id: 'clinic', name: 'Clinic' } },
    ...{ pathway: { id: 'nurses', name: words('Nurses'), kind: 'seasonal' }, languages: null, provides: {} },
    ...{ placesLeft: 2, yearly: null, compared: null, workerPays: 'nothing', costs: [], commitment: 'none' },
    ...{ reentry: null, undertaking: null, example: false },
  };
  const html = renderToStaticMarkup(
    <SpeechProvider value={speechOf('en')}>
      <VacancyRow vacancy={vacancy}>
        <p>You qualify</p>
      </VacancyRow>
    </SpeechProvider>,
  );
  expect(html.split('You qualify')).toHaveLength(2);
  expect(html).toContain('Way back');
});
