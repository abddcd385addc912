import type { QuotaWithState } from '../../../db/queries/quota.ts';
import { outlookOf } from '../../domain/quota/pace.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Bar, Key } from './Bar.tsx';
import { FIGURES } from './figures.ts';
import { QuotaName } from './QuotaName.tsx';
import { tree } from './tree.ts';

/** How a quota ends at this pace, in words; a dash where nothing can be said. */
function Outlook({ quota, on }: { quota: QuotaWithState; on: string }) {
  const { t, f } = useSpeech();
  const outlook = outlookOf(quota, on);
  if (!outlook) return <>–</>;
  if (outlook.ends === 'full') return <b className="unmet">{t('desk.full')}</b>;
  if (outlook.ends === 'out') return <b className="unknown">{t('desk.out', { date: f.date(outlook.on) })}</b>;
  return <>{f.number(outlook.places)}</>;
}

const share = (part: number, { places }: QuotaWithState) => part / Math.max(1, places);

/** The live state of a tree of quotas: what was published, promised and taken up, and what becomes of it at this pace. */
export function QuotaTree({ quotas, on }: { quotas: readonly QuotaWithState[]; on: string }) {
  const { t, f, code, locale } = useSpeech();
  return (
    <>
      <Key />
      <div className="scroll">
        <table className="tree fold">
          <caption className="vh">{t('desk.tree')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('places.quota')}</th>
              {FIGURES.map(([figure, name]) => (
                <th scope="col" className="num" key={figure}>
                  {t(name)}
                </th>
              ))}
              <th scope="col">{t('desk.share')}</th>
              <th scope="col">{t('desk.outlook')}</th>
            </tr>
          </thead>
          <tbody>
            {tree(quotas).map(({ quota, level }) => (
              <tr key={quota.id}>
                <th scope="row" className={level > 0 ? `l${Math.min(level, 3)}` : undefined}>
                  <a href={`/${locale}/quotas/${quota.id}`}>
                    <QuotaName quota={quota} />
                  </a>
                  {quota.kind && <span className="muted">{code('quotaKind', quota.kind)}</span>}
                </th>
                {FIGURES.map(([figure, name]) => (
                  <td className="num" data-l={t(name)} key={figure}>
                    {f.number(quota[figure])}
                  </td>
                ))}
                <td className="share">
                  <Bar
                    parts={[
                      { className: 'c-free', start: 0, share: 1 },
                      { className: 'c-used', start: 0, share: share(quota.used, quota) },
                      {
                        ...{ className: 'c-hx', start: share(quota.used, quota) },
                        share: share(quota.allocated - quota.used, quota),
                      },
                    ]}
                  />
                </td>
                <td data-l={t('desk.outlook')}>
                  <Outlook quota={quota} on={on} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
