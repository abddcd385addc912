import { Fragment, type ReactNode } from 'react';
import type { Vacancy } from '../../domain/documents/index.ts';
import type { Speech } from '../../i18n/context.tsx';
import { monthsInWords } from '../pathway/stay-words.ts';
import type { ListedVacancy } from './listed-vacancy.ts';

/** A figure of a vacancy, its label, and one line of meaning; `known`: it is stated; `listed`: as a list that says itself what weighs. */
export type Figure = { label: string; figure: ReactNode; meaning?: ReactNode; known: boolean; listed?: boolean };

const stated = (label: string, figure: ReactNode, meaning?: ReactNode): Figure => ({
  ...{ label, figure, known: true },
  ...(meaning !== undefined && { meaning }),
});
const notStated = (label: string, { t }: Speech): Figure => ({ label, figure: t('value.notStated'), known: false });

/** The wage of a year beside the wage, in the money that wages are compared in where a rate is known; nothing where it says the same. */
function yearInWords({ wage, yearly, compared }: ListedVacancy, { t, f }: Speech): ReactNode {
  if (yearly === null) return <bdi>{t('vacancy.pay.noHours')}</bdi>;
  const shown = compared?.money ?? yearly;
  if (wage.per === 'year' && shown.currency === wage.money.currency) return undefined;
  return <bdi>{t('vacancy.pay.year', { amount: f.money(rounded(shown)) })}</bdi>;
}

/** To the whole unit: a comparison is no offer. */
const rounded = ({ amount, currency }: { amount: number; currency: string }) => ({
  amount: Math.round(amount),
  currency,
});

export const payFigure = (vacancy: ListedVacancy, speech: Speech): Figure => {
  const { f, t, code } = speech;
  const { money, per } = vacancy.wage;
  return stated(
    t('vacancy.pay'),
    <>
      <bdi>{f.money(money)}</bdi> {code('per', per)}
    </>,
    yearInWords(vacancy, speech),
  );
};

export const contractFigure = ({ contractMonths, hoursPerWeek }: ListedVacancy, speech: Speech): Figure =>
  stated(
    speech.t('vacancy.contract'),
    monthsInWords(contractMonths, speech),
    hoursPerWeek === undefined
      ? undefined
      : speech.t('vacancy.hours', { hours: speech.f.number(hoursPerWeek), count: hoursPerWeek }),
  );

export const placesFigure = ({ placesLeft }: ListedVacancy, { t, f }: Speech): Figure =>
  stated(t('facts.places'), f.number(placesLeft));

const dayFigure = (label: string, day: string | undefined, speech: Speech): Figure =>
  day === undefined ? notStated(label, speech) : stated(label, speech.f.date(day));

export const closingFigure = ({ applyBy }: ListedVacancy, speech: Speech): Figure =>
  dayFigure(speech.t('vacancy.applyBy'), applyBy, speech);

export const startFigure = ({ startOn }: ListedVacancy, speech: Speech): Figure =>
  dayFigure(speech.t('vacancy.startOn'), startOn, speech);

/** Languages with their levels, in words. */
export const languagesInWords = (languages: NonNullable<Vacancy['languages']>, { t, f }: Speech): string =>
  f.and(languages.map(({ language, cefr }) => t('vacancy.language', { language: f.language(language), level: cefr })));

export const languageFigure = ({ languages }: ListedVacancy, speech: Speech): Figure => {
  const label = speech.t('facet.language');
  if (languages === null || languages === undefined) return notStated(label, speech);
  return stated(
    label,
    languages.length === 0 ? speech.t('vacancy.language.none') : languagesInWords(languages, speech),
  );
};

/** What the worker pays: nothing, or each item. */
export const costFigure = ({ workerPays, costs, workerFees }: ListedVacancy, speech: Speech): Figure => {
  const { t, f, code } = speech;
  const label = t('facts.cost');
  const fees = workerFees && workerFees.amount > 0 ? [{ label: t('vacancy.fees'), money: workerFees }] : [];
  const all = [...costs, ...fees];
  if (all.length === 0)
    return workerPays === 'not-stated' ? notStated(label, speech) : stated(label, code('pays', 'nothing'));
  const items = all.map(({ label: of, money }, at) => (
    <Fragment key={of}>
      {at > 0 && <br />}
      <bdi>
        {of}
        {t('value.colon')}
        {money ? <b>{f.money(money)}</b> : t('value.notKnown')}
      </bdi>
    </Fragment>
  ));
  return { ...stated(label, items), listed: true };
};
