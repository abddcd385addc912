import type { ProfileQuestion } from '../../domain/check/question.ts';
import { BUTTONS } from '../../domain/check/reply.ts';
import { formOf } from '../../domain/check/typed/forms.ts';
import { type Slip, typedIn } from '../../domain/check/typed/typed.ts';
import type { Text } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import type { QuestionWords } from '../../i18n/question.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Say } from '../ui/Say.tsx';
import { AnswerFields } from './fields/answers.tsx';
import { type FilledForm, FilledFormProvider } from './fields/filled-form.tsx';

/** What the form of a question is drawn from. */
export type QuestionFormData = Omit<FilledForm, 'typed' | 'slips' | 'said'> & {
  question: ProfileQuestion;
  words: QuestionWords;
  /** The fields as they were filled in before. */
  fields: readonly (readonly [string, string])[];
  /** The entries of a list told so far, in words. */
  entries: readonly { at: number; words: string }[];
};

/** What was just sent and cannot be taken as it is. */
export type Filled = { fields: readonly (readonly [string, string])[]; slips: readonly Slip[] };

/** What is wrong with an answer, above it. */
export function Slips({ filled }: { filled: Filled | undefined }) {
  const { t } = useSpeech();
  const slips = filled?.slips ?? [];
  if (slips.length === 0) return null;
  return (
    <ErrorSummary
      title={t('check.errors', { count: slips.length })}
      items={slips.map(({ field, why }) => ({ key: field, href: `#${field}`, text: t(`slip.${why}`) }))}
    />
  );
}

/** What a form sends without showing it. */
type Hidden = { seen?: string | undefined };
const HiddenFields = ({ seen }: Hidden) => seen !== undefined && <input type="hidden" name="seen" value={seen} />;

/** What was told of a list, each entry with its button: in forms of their own, so that «Enter» never takes one away. */
function Entries({ entries, seen }: Pick<QuestionFormData, 'entries'> & Hidden) {
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
              <HiddenFields seen={seen} />
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

/** The words of the buttons that take the answer, and that leave the question open. */
type ButtonWords = { answer: string; skip: string };

function Buttons({ none, isList, words }: { none: string | undefined; isList: boolean; words: ButtonWords }) {
  const { t } = useSpeech();
  return (
    <p className="cluster gap-2">
      <button className="btn" type="submit" name="do" value={BUTTONS.answer}>
        {words.answer}
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
        {words.skip}
      </button>
    </p>
  );
}

/** A question, what was told of it so far, and the form that it is answered in. */
export function QuestionForm({
  data,
  filled,
  buttons,
  seen,
}: {
  data: QuestionFormData;
  filled: Filled | undefined;
  buttons: ButtonWords;
} & Hidden) {
  const { question, words, entries } = data;
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
    <>
      {isList && heading}
      <Entries entries={entries} seen={seen} />
      <form method="post" className="stack" id="form" noValidate>
        <HiddenFields seen={seen} />
        <FilledFormProvider value={{ ...data, typed, slips: filled?.slips ?? [] }}>
          <AnswerFields question={question} title={isList ? null : heading} />
        </FilledFormProvider>
        <Buttons none={entries.length > 0 ? undefined : words.none} isList={isList} words={buttons} />
      </form>
    </>
  );
}
