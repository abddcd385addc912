import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { AnswerList, Lines } from '../check/AnswerList.tsx';
import type { AnswerRow } from '../check/question-link.ts';

/** What was told, after its status in words. */
export function Told({ status, lines }: Pick<AnswerRow, 'status' | 'lines'>) {
  const { t } = useSpeech();
  return (
    <>
      <span className="muted small">{t(`profile.status.${status}`)}</span>
      <Lines lines={lines} />
    </>
  );
}

/** Parts of a profile, each with its status and, where they are the reader's own, the way to its page. */
export function PartList({ rows, isOwn }: { rows: readonly AnswerRow[]; isOwn: boolean }) {
  const { t, locale } = useSpeech();
  const wayTo = ({ id, status }: AnswerRow) => ({
    href: accountPage(locale, `profile/${id}`),
    words: t(status === 'open' ? 'profile.tell' : 'check.answers.change'),
  });
  return (
    <AnswerList
      rows={rows.map((row) => ({
        ...{ id: row.id, title: row.title, isPrivate: row.isPrivate && isOwn, told: <Told {...row} /> },
        way: isOwn ? wayTo(row) : undefined,
      }))}
    />
  );
}
