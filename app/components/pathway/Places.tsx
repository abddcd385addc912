import type { QuotaWithState } from '../../../db/queries/quota.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { directionOf } from '../../i18n/locale.ts';
import { Say } from '../ui/Say.tsx';

const inForce = ({ period }: QuotaWithState, on: string) => period.from <= on && (period.to == null || period.to >= on);

/** Quotas as a tree in the order of a reader: newest period first, each parent before its parts. */
function tree(quotas: readonly QuotaWithState[]): { quota: QuotaWithState; level: number }[] {
  const ids = new Set(quotas.map(({ id }) => id));
  const tops = quotas
    .filter(({ parent }) => parent === undefined || !ids.has(parent))
    .sort((a, b) => b.period.from.localeCompare(a.period.from) || a.id.localeCompare(b.id));
  const below = (quota: QuotaWithState, level: number): { quota: QuotaWithState; level: number }[] => [
    { quota, level },
    ...quotas.filter(({ parent }) => parent === quota.id).flatMap((part) => below(part, level + 1)),
  ];
  return tops.flatMap((top) => below(top, 0));
}

function QuotaName({ quota }: { quota: QuotaWithState }) {
  return quota.label ? <Say text={quota.label} /> : <bdi>{quota.id}</bdi>;
}

const ROW_EM = 3.2;

/** Bars without a viewBox: x in per cent, y in em, so that text keeps its size; x is mirrored for right-to-left pages. */
function Bars({ quotas, label }: { quotas: readonly QuotaWithState[]; label: string }) {
  const { t, f, locale, plain } = useSpeech();
  const most = Math.max(1, ...quotas.map(({ places }) => places));
  const rtl = directionOf(locale) === 'rtl';
  const from = (share: number, start = 0) => `${(rtl ? 100 - (start + share) * 100 : start * 100).toFixed(2)}%`;
  return (
    <svg className="plot" role="img" aria-label={label} width="100%" height={`${quotas.length * ROW_EM}em`}>
      {quotas.map(({ id, label: name, places, allocated, used, remaining }, at) => {
        const y = at * ROW_EM;
        const [whole, taken, held] = [places / most, used / most, (allocated - used) / most];
        return (
          <g key={id}>
            <text className="tb" x={rtl ? '100%' : 0} y={`${y + 1}em`}>
              {name ? plain(name) : id}
            </text>
            <text x={rtl ? 0 : '100%'} y={`${y + 1}em`} textAnchor="end">
              {t('places.left', { places: f.number(remaining) })}
            </text>
            <rect
              className="c-free"
              x={from(whole)}
              width={`${(whole * 100).toFixed(2)}%`}
              y={`${y + 1.4}em`}
              height="1em"
            />
            {used > 0 && (
              <rect
                className="c-used"
                x={from(taken)}
                width={`${(taken * 100).toFixed(2)}%`}
                y={`${y + 1.4}em`}
                height="1em"
              />
            )}
            {held > 0 && (
              <rect
                className="c-hx"
                fill="url(#hx)"
                x={from(held, taken)}
                width={`${(held * 100).toFixed(2)}%`}
                y={`${y + 1.4}em`}
                height="1em"
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}

const Key = () => {
  const { t } = useSpeech();
  const square = { x: 1, y: 1, width: 22, height: 12 };
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

function Period({ quota }: { quota: QuotaWithState }) {
  const { t, f } = useSpeech();
  const { from, to } = quota.period;
  return (
    <span className="small muted">
      {to == null
        ? t('places.since', { date: f.date(from) })
        : t('places.period', { from: f.date(from), to: f.date(to) })}
    </span>
  );
}

function Table({ quotas, on }: { quotas: readonly QuotaWithState[]; on: string }) {
  const { t, f, code, locale } = useSpeech();
  return (
    <div className="scroll">
      <table className="nums tree">
        <caption>{t('places.table')}</caption>
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
          {tree(quotas).map(({ quota, level }) => (
            <tr key={quota.id} className={inForce(quota, on) ? undefined : 'muted'}>
              <th scope="row" className={level > 0 ? 'l1' : undefined}>
                <a href={`/${locale}/quotas/${quota.id}`}>
                  <QuotaName quota={quota} />
                </a>
                <br />
                <Period quota={quota} />
                {quota.kind && <span className="small muted"> · {code('quotaKind', quota.kind)}</span>}
              </th>
              <td className="num">{f.number(quota.places)}</td>
              <td className="num">{f.number(quota.allocated)}</td>
              <td className="num">{f.number(quota.used)}</td>
              <td className="num">{inForce(quota, on) ? f.number(quota.remaining) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the chart shows: the parts of the quotas in force, or these themselves, or, when none is in force, all years. */
function charted(quotas: readonly QuotaWithState[], on: string): readonly QuotaWithState[] {
  const now = quotas.filter((quota) => inForce(quota, on));
  const parts = now.filter(({ parent }) => parent !== undefined);
  if (now.length === 0)
    return tree(quotas)
      .filter(({ level }) => level === 0)
      .map(({ quota }) => quota);
  return parts.length > 0 ? parts : now;
}

/** Places by quota: a chart drawn on the server and the same figures as a table. */
export function Places({ quotas, on }: { quotas: readonly QuotaWithState[]; on: string }) {
  const { t } = useSpeech();
  if (quotas.length === 0) return <p>{t('places.none')}</p>;
  const shown = charted(quotas, on).slice(0, 12);
  return (
    <>
      <div className="split">
        <figure>
          <figcaption>{t('places.chart')}</figcaption>
          <Key />
          <Bars quotas={shown} label={t('places.chartLabel')} />
        </figure>
        <Table quotas={quotas} on={on} />
      </div>
      <p className="small muted gap-2">{t('places.definition')}</p>
    </>
  );
}
