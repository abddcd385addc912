import type { QuotaWithState } from '../../../db/queries/quota.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { directionOf } from '../../i18n/locale.ts';
import { Say } from '../ui/Say.tsx';

const inForce = ({ period }: QuotaWithState, on: string) => period.from <= on && (period.to == null || period.to >= on);

/** The quotas whose places are counted as left: the topmost ones in force; a target is no place. */
export const countedQuotas = (quotas: readonly QuotaWithState[], on: string) =>
  quotas.filter((quota) => quota.parent === undefined && quota.kind !== 'target' && inForce(quota, on));

type Branch = { quota: QuotaWithState; level: number; above?: QuotaWithState };

/** Quotas as a tree in the order of a reader: newest period first, each parent before its parts. */
function tree(quotas: readonly QuotaWithState[]): Branch[] {
  const ids = new Set(quotas.map(({ id }) => id));
  const tops = quotas
    .filter(({ parent }) => parent === undefined || !ids.has(parent))
    .sort((a, b) => b.period.from.localeCompare(a.period.from) || a.id.localeCompare(b.id));
  const below = (quota: QuotaWithState, level: number): Branch[] =>
    quotas
      .filter(({ parent }) => parent === quota.id)
      .flatMap((part) => [{ quota: part, level, above: quota }, ...below(part, level + 1)]);
  return tops.flatMap((quota) => [{ quota, level: 0 }, ...below(quota, 1)]);
}

export const QuotaName = ({ quota }: { quota: Pick<QuotaWithState, 'id' | 'label'> }) =>
  quota.label ? <Say text={quota.label} /> : <bdi>{quota.id}</bdi>;

type Part = { className: string; start: number; share: number };

/** One bar without a viewBox: x in per cent of the widest, mirrored for right-to-left pages. */
function Bar({ parts }: { parts: readonly Part[] }) {
  const { locale } = useSpeech();
  const rtl = directionOf(locale) === 'rtl';
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <svg className="plot" aria-hidden="true">
      {parts
        .filter(({ share }) => share > 0)
        .map(({ className, start, share }) => (
          <rect
            key={className}
            className={className}
            fill={className === 'c-hx' ? 'url(#hx)' : undefined}
            x={percent(rtl ? 1 - start - share : start)}
            width={percent(share)}
            height="100%"
          />
        ))}
    </svg>
  );
}

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

const Key = () => {
  const { t } = useSpeech();
  const square = { x: '4%', y: '8%', width: '92%', height: '84%' };
  return (
    <ul className="key">
      {(
        [
          ['c-used', 'places.takenUp'],
          ['c-hx', 'places.held'],
          ['c-free', 'places.free'],
        ] as const
      ).map(([className, id]) => (
        <li key={id}>
          <svg aria-hidden="true">
            <rect className={className} fill={className === 'c-hx' ? 'url(#hx)' : undefined} {...square} />
          </svg>
          {t(id)}
        </li>
      ))}
    </ul>
  );
};

export function Period({ period: { from, to } }: Pick<QuotaWithState, 'period'>) {
  const { t, f } = useSpeech();
  return (
    <>
      {to == null
        ? t('places.since', { date: f.date(from) })
        : t('places.period', { from: f.date(from), to: f.date(to) })}
    </>
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
            {(['places.places', 'places.allocated', 'places.takenUp', 'places.remaining'] as const).map((id) => (
              <th scope="col" className="num" key={id}>
                {t(id)}
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
