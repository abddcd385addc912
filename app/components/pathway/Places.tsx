import type { QuotaWithState } from '../../../db/queries/quota.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Bar, Key } from '../quota/Bar.tsx';
import { FIGURES } from '../quota/figures.ts';
import { Period, QuotaName } from '../quota/QuotaName.tsx';
import { type Branch, inForce, tree } from '../quota/tree.ts';

/** The quotas whose places are counted as left: the topmost ones in force; a target is no place. */
export const countedQuotas = (quotas: readonly QuotaWithState[], on: string) =>
  quotas.filter((quota) => quota.parent === undefined && quota.kind !== 'target' && inForce(quota, on));

/** Each quota's places as a bar under its name; the words are text, so that a long name wraps on a phone. */
function Bars({ quotas }: { quotas: readonly QuotaWithState[] }) {
  const { t, f } = useSpeech();
  const most = Math.max(1, ...quotas.map(({ places }) => places));
  return (
    <ul className="bars">
      {quotas.map((quota) => {
        const { id, places, allocated, used, remaining } = quota;
        return (
          <li key={id}>
            <b>
              <QuotaName quota={quota} />
            </b>
            <span>{t('places.left', { places: f.number(remaining) })}</span>
            <Bar
              parts={[
                { className: 'c-free', start: 0, share: places / most },
                { className: 'c-used', start: 0, share: used / most },
                { className: 'c-hx', start: used / most, share: (allocated - used) / most },
              ]}
            />
          </li>
        );
      })}
    </ul>
  );
}

const samePeriod = (a: QuotaWithState, b: QuotaWithState) =>
  a.period.from === b.period.from && (a.period.to ?? null) === (b.period.to ?? null);

/** A part says its period only where it is not that of the quota above it. */
function Row({ branch: { quota, level, above }, on }: { branch: Branch; on: string }) {
  const { f, code, locale } = useSpeech();
  const period = above && samePeriod(quota, above) ? null : <Period period={quota.period} />;
  return (
    <tr className={inForce(quota, on) ? undefined : 'muted'}>
      <th scope="row" className={level > 0 ? `l${Math.min(level, 3)}` : undefined}>
        <a href={`/${locale}/quotas/${quota.id}`}>
          <QuotaName quota={quota} />
        </a>
        <span className="muted">
          {period}
          {period && quota.kind && ' · '}
          {quota.kind && code('quotaKind', quota.kind)}
        </span>
      </th>
      <td className="num">{f.number(quota.places)}</td>
      <td className="num">{f.number(quota.allocated)}</td>
      <td className="num">{f.number(quota.used)}</td>
      <td className="num">{inForce(quota, on) ? f.number(quota.remaining) : '–'}</td>
    </tr>
  );
}

function Table({ branches, caption, on }: { branches: readonly Branch[]; caption: string; on: string }) {
  const { t } = useSpeech();
  return (
    <div className="scroll">
      <table className="nums tree">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('places.quota')}</th>
            {FIGURES.map(([figure, name]) => (
              <th scope="col" className="num" key={figure}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {branches.map((branch) => (
            <Row key={branch.quota.id} branch={branch} on={on} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** As many bars as can be taken in at once; the table has them all. */
const MOST_BARS = 12;

/** Places by quota: a chart drawn on the server and the same figures as a table; quotas of other periods behind it. */
export function Places({ quotas, on }: { quotas: readonly QuotaWithState[]; on: string }) {
  const { t } = useSpeech();
  if (quotas.length === 0) return <p>{t('places.none')}</p>;
  const now = tree(quotas.filter((quota) => inForce(quota, on)));
  const others = tree(quotas.filter((quota) => !inForce(quota, on)));
  return (
    <>
      {now.length === 0 ? (
        <p>{t('places.noneNow')}</p>
      ) : (
        <>
          <figure>
            <figcaption>{t('places.chart')}</figcaption>
            <Key />
            <Bars quotas={now.slice(0, MOST_BARS).map(({ quota }) => quota)} />
          </figure>
          <Table branches={now} caption={t('places.table')} on={on} />
        </>
      )}
      {others.length > 0 && (
        <details open={now.length === 0}>
          <summary>{t('places.others', { count: others.length })}</summary>
          <Table branches={others} caption={t('places.others', { count: others.length })} on={on} />
        </details>
      )}
      <p className="small muted gap-2">{t('places.definition')}</p>
    </>
  );
}
