import type { VacancyStage } from '../../domain/vacancy/stage.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { FindingMark } from '../check/FindingMark.tsx';

/** `flagged`: something has to be looked at, and it is offered to nobody meanwhile; `remarked`: something is said of it that hides nothing. */
export type StageMarked = 'flagged' | 'remarked' | null;

/** Where a vacancy stands, and whether something about it has to be looked at. */
export function StageMark({ stage, mark }: { stage: VacancyStage; mark: StageMarked }) {
  const { t } = useSpeech();
  const words = t(`vacancyStage.${stage}`);
  if (stage !== 'published') return <span>{words}</span>;
  if (mark === 'flagged')
    return (
      <>
        <span>{words}</span> <FindingMark finding="unmet">{t('vacancyStage.flagged')}</FindingMark>
      </>
    );
  return (
    <>
      <FindingMark finding="met">{words}</FindingMark>
      {mark === 'remarked' && <span className="muted"> {t('vacancyStage.remarked')}</span>}
    </>
  );
}
