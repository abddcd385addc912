import type { Problem, Quota } from '../../domain/documents/index.ts';
import { placesField } from '../../domain/quota/plan-form.ts';
import { useSpeech } from '../../i18n/context.tsx';
import type { PlanReply } from '../../server/plan.server.ts';
import { ProblemText } from '../ministry/ProblemText.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';

/** A path within what is planned as the quota that it begins with, and the rest. */
function placeOf({ path, message }: Problem, quotas: readonly Quota[]) {
  const [, index = '', ...rest] = path.split('/');
  const quota = path === '' ? undefined : quotas[Number(index)];
  return { id: quota?.id, problem: { path: quota ? `${quota.id} /${rest.join('/')}` : path, message } };
}

/** Why a plan cannot be published as it is: each line leads to the places of its quota, where the page has them. */
export function PlanProblems({ planned }: { planned: PlanReply['planned'] | undefined }) {
  const { t } = useSpeech();
  if (!planned || planned.wrong.length === 0) return null;
  const { wrong: problems, quotas } = planned;
  return (
    <ErrorSummary
      title={t('check.errors', { count: problems.length })}
      items={problems.map((one) => {
        const { id, problem } = placeOf(one, quotas);
        const href = id === undefined ? '#main' : `#${placesField(id)}`;
        return { key: `${one.path} ${one.message}`, href, text: <ProblemText problem={problem} /> };
      })}
    />
  );
}
