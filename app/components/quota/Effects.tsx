import type { Effect } from '../../domain/quota/plan.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { QuotaName } from './QuotaName.tsx';
import { signed } from './signed.ts';

/** What a plan comes to: each quota that it changes or that stands above one, now and then. */
export function Effects({ effects }: { effects: readonly Effect[] }) {
  const { t, f } = useSpeech();
  return (
    <div className="scroll">
      <table className="nums fold">
        <caption>{t('plan.effects')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('places.quota')}</th>
            {(['plan.now', 'plan.change', 'plan.then', 'places.allocated', 'places.remaining'] as const).map((id) => (
              <th scope="col" className="num" key={id}>
                {t(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {effects.map(({ quota, now, next, allocated, remaining }) => (
            <tr key={quota.id}>
              <th scope="row">
                <QuotaName quota={quota} />
              </th>
              <td className="num" data-l={t('plan.now')}>
                {now === null ? t('plan.isNew') : f.number(now)}
              </td>
              <td className="num" data-l={t('plan.change')}>
                <bdi dir="ltr">{signed(next - (now ?? 0), f.number)}</bdi>
              </td>
              <td className="num" data-l={t('plan.then')}>
                <b>{f.number(next)}</b>
              </td>
              <td className="num" data-l={t('places.allocated')}>
                {f.number(allocated)}
              </td>
              <td className="num" data-l={t('places.remaining')}>
                {f.number(remaining)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
