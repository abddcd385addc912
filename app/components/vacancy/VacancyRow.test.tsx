import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { aVacancy } from '../../../test/support/documents.ts';
import { SpeechProvider, speechOf } from '../../i18n/context.tsx';
import type { ListedVacancy } from './listed-vacancy.ts';
import { VacancyRow } from './VacancyRow.tsx';

const words = (text: string) => ({ language: 'en', pieces: [{ text, match: false }] });

const { id, destination, wage, contractMonths } = aVacancy();
const vacancy: ListedVacancy = {
  ...{ id, destination, wage, contractMonths, title: words('Nurse'), employer: { id: 'clinic', name: 'Clinic' } },
  ...{ pathway: { id: 'nurses', name: words('Nurses'), kind: 'seasonal' }, languages: null, provides: {} },
  ...{ placesLeft: 2, yearly: null, compared: null, workerPays: 'nothing', costs: [], commitment: 'none' },
  ...{ reentry: null, undertaking: null, example: false },
};

const rendered = (row: ListedVacancy, children?: ReactNode) =>
  renderToStaticMarkup(
    <SpeechProvider value={speechOf('en')}>
      <VacancyRow vacancy={row}>{children}</VacancyRow>
    </SpeechProvider>,
  );

it('says once what the vacancy is to its reader, beside the way back', () => {
  const html = rendered(vacancy, <p>You qualify</p>);
  expect(html.split('You qualify')).toHaveLength(2);
  expect(html).toContain('Way back');
});

it('says a wage of a year once, and nothing beside it', () => {
  const money = { amount: 30_000, currency: 'EUR' };
  const payOf = (compared: ListedVacancy['compared']) =>
    /<dt>Pay, gross<\/dt><dd>(.*?)<\/dd>/.exec(
      rendered({ ...vacancy, wage: { money, per: 'year' }, yearly: money, compared }),
    )?.[1];
  const once = '<b><bdi>€30,000</bdi> a year</b>';
  expect([payOf(null), payOf({ money, rates: [] })]).toEqual([once, once]);
  expect(payOf({ money: { amount: 32_400, currency: 'USD' }, rates: [] })).toBe(
    `${once} · <bdi>about US$32,400 a year</bdi>`,
  );
});
