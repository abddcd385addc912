import type { ReactNode } from 'react';
import type { Text } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import type { PlanReply } from '../../server/plan.server.ts';
import { Problems } from '../account/AskPage.tsx';
import { ReplyProvider } from '../account/reply.tsx';
import { Crumb } from '../ui/Crumb.tsx';
import { Say } from '../ui/Say.tsx';
import { PlanProblems } from './PlanProblems.tsx';

/** A page that changes the quotas of a pathway: the way back to them, what is wrong, what it is for, and its form. */
export function PlanPage({
  pathway: { id, name },
  year,
  title,
  lede,
  reply,
  labels,
  children,
}: {
  pathway: { id: string; name: Text };
  year?: number;
  title: string;
  lede: string;
  reply: PlanReply | undefined;
  /** What the fields of the form are called, beside those that every plan has. */
  labels: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const { t, locale } = useSpeech();
  return (
    <ReplyProvider value={reply}>
      <main id="main" className="wrap page">
        <Crumb href={`/${locale}/ministry/quotas/${id}${year === undefined ? '' : `?year=${year}`}`}>
          <Say text={name} quiet />
        </Crumb>
        <div className="stack">
          <Problems labels={{ why: t('plan.why'), 'from-day': t('plan.from'), ...labels }} />
          <PlanProblems planned={reply?.planned} />
          <h1>{title}</h1>
          <p className="lede">{lede}</p>
          {children}
        </div>
      </main>
    </ReplyProvider>
  );
}
