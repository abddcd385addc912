import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/context.tsx';
import type { MessageId } from '../../i18n/translate.ts';
import { Crumb } from '../ui/Crumb.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';

/** A form that could not be taken: what was typed, and what is wrong with which field. */
export type Reply = {
  values: Readonly<Record<string, string>>;
  problems: readonly { field: string; message: MessageId }[];
};

/** What is wrong with a field, in words. */
export function useProblem(reply: Reply | undefined, field: string): string | undefined {
  const { t } = useSpeech();
  const found = reply?.problems.find((one) => one.field === field);
  return found && t(found.message);
}

/** What is wrong with a form, above it. */
export function Problems({ reply, labels }: { reply: Reply | undefined; labels: Readonly<Record<string, string>> }) {
  const { t } = useSpeech();
  const problems = reply?.problems ?? [];
  if (problems.length === 0) return null;
  const words = (field: string, message: MessageId) =>
    labels[field] ? `${labels[field]}${t('value.colon')}${t(message)}` : t(message);
  return (
    <ErrorSummary
      title={t('check.errors', { count: problems.length })}
      items={problems.map(({ field, message }) => ({ key: field, href: `#${field}`, text: words(field, message) }))}
    />
  );
}

/** A page that asks for one thing: the way back, what is wrong, the question, its form; under it what needs the width of the page. */
export function AskPage({
  title,
  lede,
  back,
  reply,
  labels = {},
  children,
  wide,
}: {
  title: string;
  lede?: ReactNode;
  back?: { href: string; words: string };
  reply?: Reply | undefined;
  /** What fields are called, where what is wrong with them does not say it. */
  labels?: Readonly<Record<string, string>>;
  children: ReactNode;
  wide?: ReactNode;
}) {
  return (
    <main id="main" className="wrap page">
      {back && <Crumb href={back.href}>{back.words}</Crumb>}
      <div className="stack ask">
        <Problems reply={reply} labels={labels} />
        <h1>{title}</h1>
        {lede && <p className="lede">{lede}</p>}
        {children}
      </div>
      {wide && <div className="gap-2">{wide}</div>}
    </main>
  );
}
