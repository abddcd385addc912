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

/** A page that asks for one thing: the way back, what is wrong, the question, its form. */
export function AskPage({
  title,
  lede,
  back,
  reply,
  children,
}: {
  title: string;
  lede?: ReactNode;
  back?: { href: string; words: string };
  reply?: Reply | undefined;
  children: ReactNode;
}) {
  const { t } = useSpeech();
  const problems = reply?.problems ?? [];
  return (
    <main id="main" className="wrap page">
      {back && <Crumb href={back.href}>{back.words}</Crumb>}
      <div className="stack ask">
        {problems.length > 0 && (
          <ErrorSummary
            title={t('check.errors', { count: problems.length })}
            items={problems.map(({ field, message }) => ({ key: field, href: `#${field}`, text: t(message) }))}
          />
        )}
        <h1>{title}</h1>
        {lede && <p className="lede">{lede}</p>}
        {children}
      </div>
    </main>
  );
}
