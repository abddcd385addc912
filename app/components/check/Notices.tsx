import type { BadPart } from '../../domain/check/answers.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Dropped } from '../ui/Dropped.tsx';

/** What of the address could not be used, and what is no longer kept. */
export function CheckNotices({ bad, forgotten }: { bad: readonly BadPart[]; forgotten: boolean }) {
  const { t } = useSpeech();
  return (
    <>
      {forgotten && (
        <div className="note calm" role="status">
          <p>{t('check.forgotten')}</p>
        </div>
      )}
      <Dropped title={t('check.dropped', { count: bad.length })} parts={bad} />
    </>
  );
}
