import { useSpeech } from '../../i18n/context.tsx';
import type { PlanReply } from '../../server/plan.server.ts';
import { Effects } from './Effects.tsx';

/** What a plan comes to as it was typed, and that nothing is wrong with it. */
export function PlannedSoFar({ reply }: { reply: PlanReply | undefined }) {
  const { t } = useSpeech();
  const planned = reply?.planned;
  if (!planned || planned.quotas.length === 0) return null;
  const sound = planned.wrong.length === 0 && reply.problems.length === 0;
  return (
    <>
      {sound && (
        <p className="note calm" role="status">
          {t('plan.sound')}
        </p>
      )}
      <Effects effects={planned.effects} />
    </>
  );
}
