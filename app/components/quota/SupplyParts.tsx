import { historiesOf } from '../../domain/quota/history.ts';
import { useSpeech } from '../../i18n/context.tsx';
import type { Supply } from '../../use-cases/quota/supply.ts';
import { countedQuotas, Places } from '../pathway/Places.tsx';
import { AnnouncedPlans } from './AnnouncedPlans.tsx';
import { AsOf } from './AsOf.tsx';
import { History } from './History.tsx';

/** The places of a pathway: now, as announced, and from year to year. */
export function SupplyParts({ supply: { quotas, announced, intakes, asOf }, on }: { supply: Supply; on: string }) {
  const { t } = useSpeech();
  const histories = historiesOf(
    quotas.filter(({ parent }) => parent === undefined),
    intakes,
  );
  return (
    <>
      <Places quotas={quotas} on={on} />
      {quotas.length > 0 && <AsOf moment={asOf} quotas={countedQuotas(quotas, on)} />}
      {announced.length > 0 && (
        <div className="gap-2">
          <h3>{t('plan.announced')}</h3>
          <AnnouncedPlans announced={announced} quotas={quotas} />
        </div>
      )}
      {histories.length > 0 && (
        <div className="gap-2">
          <h3>{t('history.title')}</h3>
          <p className="gap">{t('history.lede')}</p>
          {histories.map((history) => (
            <History history={history} key={history[0]?.quota.id} />
          ))}
        </div>
      )}
    </>
  );
}
