import type { VacancyStage } from '../../domain/vacancy/stage.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** Where a vacancy stands, and whether something about it has to be looked at. */
export function StageMark({ stage, flagged }: { stage: VacancyStage; flagged: boolean }) {
  const { t } = useSpeech();
  return (
    <>
      <span className={stage === 'published' && !flagged ? 'met' : undefined}>{t(`vacancyStage.${stage}`)}</span>
      {flagged && stage === 'published' && (
        <>
          {' '}
          <span className="unmet">{t('vacancyStage.flagged')}</span>
        </>
      )}
    </>
  );
}
