import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/context.tsx';
import type { MessageId } from '../../i18n/translate.ts';
import { Crumb } from '../ui/Crumb.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { type Reply, ReplyProvider, useReply } from './reply.tsx';

/** What is wrong with a form, above it. */
export function Problems({ labels }: { labels: Readonly<Record<string, string>> }) {
  const { t } = useSpeech();
  const problems = useReply()?.problems ?? [];
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
    <ReplyProvider value={reply}>
      <main id="main" className="wrap page">
        {back && <Crumb href={back.href}>{back.words}</Crumb>}
        <div className="stack ask">
          <Problems labels={labels} />
          <h1>{title}</h1>
          {lede && <p className="lede">{lede}</p>}
          {children}
        </div>
        {wide && <div className="gap-2">{wide}</div>}
      </main>
    </ReplyProvider>
  );
}
