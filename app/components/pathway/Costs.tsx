import type { Cost, Source } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';
import { Cite } from '../ui/Source.tsx';

/** The worker's own costs first: that is what a person looks for. */
export const PAYERS = [
  'worker',
  'shared',
  'employer',
  'destination',
  'origin',
  'prohibited',
] as const satisfies readonly Cost['payer'][];

const byPayer = (costs: readonly Cost[]) => PAYERS.flatMap((payer) => costs.filter((cost) => cost.payer === payer));

/** Who pays what. An amount that is not known is said to be not known, never zero. */
export function Costs({ costs, sources }: { costs: readonly Cost[]; sources: readonly Source[] }) {
  const { t, f, code } = useSpeech();
  if (costs.length === 0) return <p>{t('pathway.costs.none')}</p>;
  return (
    <table className="fold">
      <thead>
        <tr>
          <th scope="col">{t('pathway.costs.cost')}</th>
          <th scope="col">{t('pathway.costs.amount')}</th>
          <th scope="col">{t('pathway.costs.payer')}</th>
        </tr>
      </thead>
      <tbody>
        {byPayer(costs).map((cost) => (
          <tr key={cost.id}>
            <th scope="row">
              <Say text={cost.label} />
              <Cite cite={cost.cite} sources={sources} />
            </th>
            <td data-l={t('pathway.costs.amount')}>
              <span className="nowrap">{cost.money ? <bdi>{f.money(cost.money)}</bdi> : t('value.notKnown')}</span>
            </td>
            <td data-l={t('pathway.costs.payer')}>{code('payer', cost.payer)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
