import type { VacancyStage } from '../../domain/vacancy/stage.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { FindingMark } from '../check/FindingMark.tsx';

/** Where a vacancy stands, and whether something about it has to be looked at. */
export function StageMark({ stage, flagged }: { stage: VacancyStage; flagged: boolean }) {
  const { t } = useSpeech();
  const words = t(`vacancyStage.${stage}`);
  if (stage !== 'published') return <span>{words}</span>;
  if (!flagged) return <FindingMark finding="met">{words}</FindingMark>;
  return (
    <>
      <span>{words}</span> <FindingMark finding="unmet">{t('vacancyStage.flagged')}</FindingMark>
    </>
  );
}
