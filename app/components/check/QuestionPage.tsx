import type { ReactNode } from 'react';
import type { Text } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Crumb } from '../ui/Crumb.tsx';
import { Say } from '../ui/Say.tsx';
import { type Filled, QuestionForm, type QuestionFormData, Slips } from './QuestionForm.tsx';

/** A pathway that turns on a question, and the words in which it asks. */
export type Reason = { pathway: string; name: Text; words: Text };

/** What the page of a question is drawn from. */
export type QuestionData = QuestionFormData & {
  isPrivate: boolean;
  /** Its place among the questions, from 1, and how many more there can be after it. */
  number: number;
  left: number;
  reasons: readonly Reason[];
  /** Where «Back» leads. */
  back: string;
};

function Reasons({ reasons }: Pick<QuestionData, 'reasons'>) {
  const { t, locale } = useSpeech();
  if (reasons.length === 0) return <p className="small muted">{t('check.settled')}</p>;
  const pathways = new Set(reasons.map(({ pathway }) => pathway)).size;
  return (
    <details className="small">
      <summary>{t('check.why', { count: pathways })}</summary>
      <ul className="bul">
        {reasons.map(({ pathway, name, words }) => (
          <li key={`${pathway} ${words.en}`}>
            <a href={`/${locale}/pathways/${pathway}#who`}>
              <Say text={name} quiet />
            </a>
            {t('value.colon')}
            <Say text={words} quiet />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Most of the questions that there can be are settled by others: a large number would only put people off. */
const MOST_COUNTED = 20;

/** One question, the way back, why it is asked, and where one stands. */
export function QuestionPage({
  data,
  filled,
  notices,
  soFar,
}: {
  data: QuestionData;
  filled: Filled | undefined;
  notices: ReactNode;
  soFar: ReactNode;
}) {
  const { t } = useSpeech();
  const { isPrivate, number, left, reasons, back } = data;
  return (
    <main id="main" className="wrap page">
      <Crumb href={back}>{t('check.back')}</Crumb>
      <div className="stack ask">
        {notices}
        <Slips filled={filled} />
        <p className="kick">
          <span>{t('check.question', { number })}</span>
          <span>{left > MOST_COUNTED ? t('check.question.many') : t('check.question.left', { count: left })}</span>
          {isPrivate && <span className="tag">{t('check.private')}</span>}
        </p>
        <QuestionForm data={data} filled={filled} buttons={{ answer: t('check.continue'), skip: t('check.skip') }} />
        {isPrivate && <p className="small muted">{t('check.private.meaning')}</p>}
        <Reasons reasons={reasons} />
      </div>
      {soFar}
    </main>
  );
}
