import type { QuotaWithState } from '../../../db/queries/quota.ts';
import type { Announced } from '../../../db/queries/quota-plan.ts';
import { effectsOf } from '../../domain/quota/plan.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ProblemText } from '../ministry/ProblemText.tsx';
import { Effects } from './Effects.tsx';

/** What was approved for a later day: from when, why, and what it comes to; and, for its office, what stood in its way on that day. */
export function AnnouncedPlans({
  announced,
  quotas,
}: {
  announced: readonly (Pick<Announced, 'id' | 'plan' | 'why'> & Partial<Pick<Announced, 'barred'>>)[];
  quotas: readonly QuotaWithState[];
}) {
  const { t, f } = useSpeech();
  return (
    <>
      {announced.map(({ id, plan, why, barred }) => (
        <section key={id} className="gap-2">
          <h3>{t('plan.announcedFor', { date: f.date(plan.from ?? '') })}</h3>
          <p>
            <bdi>{why}</bdi>
          </p>
          {barred && (
            <div className="note">
              <p>{t('plan.barred')}</p>
              <ul className="bul">
                {barred.map((problem) => (
                  <li key={`${problem.path} ${problem.message}`}>
                    <ProblemText problem={problem} />
                  </li>
                ))}
              </ul>
            </div>
          )}
          <Effects effects={effectsOf(plan.quotas, quotas)} />
        </section>
      ))}
    </>
  );
}
