import type { ReactNode } from 'react';
import type { CheckQuestion } from '../../domain/check/question.ts';
import { BUTTONS } from '../../domain/check/reply.ts';
import { formOf } from '../../domain/check/typed/forms.ts';
import { type Slip, typedIn } from '../../domain/check/typed/typed.ts';
import type { Text } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import type { QuestionWords } from '../../i18n/question.ts';
import { Crumb } from '../ui/Crumb.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Say } from '../ui/Say.tsx';
import { AnswerFields } from './fields/answers.tsx';
import { type FilledForm, FilledFormProvider } from './fields/filled-form.tsx';

/** A pathway that turns on a question, and the words in which it asks. */
export type Reason = { pathway: string; name: Text; words: Text };

/** What the page of a question is drawn from. */
export type QuestionData = Omit<FilledForm, 'typed' | 'slips'> & {
  question: CheckQuestion;
  words: QuestionWords;
  isPrivate: boolean;
  /** Its place among the questions, from 1, and how many more there can be after it. */
  number: number;
  left: number;
  /** The fields as they were filled in before. */
  fields: readonly (readonly [string, string])[];
  /** The entries of a list told so far, in words. */
  entries: readonly { at: number; words: string }[];
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

/** What was told of a list, each entry with its button: in forms of their own, so that «Enter» never takes one away. */
function Entries({ entries }: Pick<QuestionData, 'entries'>) {
  const { t } = useSpeech();
  if (entries.length === 0) return null;
  return (
    <div className="gap">
      <h2 className="small">{t('check.told')}</h2>
      <ul className="plain told">
        {entries.map(({ at, words }) => (
          <li key={at}>
            <span>{words}</span>
            <form method="post">
              <button className="btn two" type="submit" name="do" value={`${BUTTONS.remove}${at}`}>
                {t('check.remove')} <span className="vh">{words}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}

const Statements = ({ statements }: { statements: readonly Text[] }) =>
  statements.map((text) => (
    <span className="lede statement" key={text.en}>
      <Say text={text} />
    </span>
  ));

function Buttons({ none, isList }: { none: string | undefined; isList: boolean }) {
  const { t } = useSpeech();
  return (
    <p className="cluster gap-2">
      <button className="btn" type="submit" name="do" value={BUTTONS.answer}>
        {t('check.continue')}
      </button>
      {isList && (
        <button className="btn two" type="submit" name="do" value={BUTTONS.add}>
          {t('check.addAnother')}
        </button>
      )}
      {none && (
        <button className="btn two" type="submit" name="do" value={BUTTONS.none}>
          {none}
        </button>
      )}
      <button className="btn two" type="submit" name="do" value={BUTTONS.skip}>
        {t('check.skip')}
      </button>
    </p>
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
  /** What was just sent and cannot be taken as it is. */
  filled: { fields: readonly (readonly [string, string])[]; slips: readonly Slip[] } | undefined;
  notices: ReactNode;
  soFar: ReactNode;
}) {
  const { t } = useSpeech();
  const { question, words, isPrivate, number, left, entries, reasons, back } = data;
  const slips = filled?.slips ?? [];
  const typed = typedIn(new URLSearchParams((filled?.fields ?? data.fields).map(([name, text]) => [name, text])));
  const isList = formOf(question).entries !== undefined;
  const heading = (
    <>
      <h1>{words.title}</h1>
      <Statements statements={words.statements} />
      {words.hint && <span className="hint">{words.hint}</span>}
    </>
  );
  return (
    <main id="main" className="wrap page">
      <Crumb href={back}>{t('check.back')}</Crumb>
      <div className="stack ask">
        {notices}
        {slips.length > 0 && (
          <ErrorSummary
            title={t('check.errors', { count: slips.length })}
            items={slips.map(({ field, why }) => ({ key: field, href: `#${field}`, text: t(`slip.${why}`) }))}
          />
        )}
        <p className="kick">
          <span>{t('check.question', { number })}</span>
          <span>{left > MOST_COUNTED ? t('check.question.many') : t('check.question.left', { count: left })}</span>
          {isPrivate && <span className="tag">{t('check.private')}</span>}
        </p>
        {isList && heading}
        <Entries entries={entries} />
        <form method="post" className="stack" id="form" noValidate>
          <FilledFormProvider value={{ ...data, typed, slips }}>
            <AnswerFields question={question} title={isList ? null : heading} />
          </FilledFormProvider>
          <Buttons none={entries.length > 0 ? undefined : words.none} isList={isList} />
        </form>
        {isPrivate && <p className="small muted">{t('check.private.meaning')}</p>}
        <Reasons reasons={reasons} />
      </div>
      {soFar}
    </main>
  );
}
