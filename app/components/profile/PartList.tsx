import { useSpeech } from '../../i18n/context.tsx';
import type { AnswerRow } from '../check/question-link.ts';
import { Say } from '../ui/Say.tsx';

/** What was told, after its status in words. */
export function Told({ status, lines }: Pick<AnswerRow, 'status' | 'lines'>) {
  const { t } = useSpeech();
  return (
    <>
      <span className="muted small">{t(`profile.status.${status}`)}</span>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}

/** Parts of a profile, each with its status and, where they are the reader's own, the way to its page. */
export function PartList({ rows, isOwn }: { rows: readonly AnswerRow[]; isOwn: boolean }) {
  const { t, locale } = useSpeech();
  return (
    <dl className="terms answers">
      {rows.map(({ id, title, isPrivate, status, lines }) => (
        <div key={id}>
          <dt>
            <Say text={title} quiet /> {isPrivate && isOwn && <span className="tag">{t('check.private')}</span>}
          </dt>
          <dd>
            <Told status={status} lines={lines} />
          </dd>
          {isOwn && (
            <dd>
              <a href={`/${locale}/account/profile/${id}`}>
                {t(status === 'open' ? 'profile.tell' : 'check.answers.change')}
                <span className="vh">
                  {' '}
                  <Say text={title} quiet />
                </span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
