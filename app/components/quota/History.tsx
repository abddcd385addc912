import type { QuotaWithState } from '../../../db/queries/quota.ts';
import type { Intake } from '../../../db/queries/quota-plan.ts';
import type { Past } from '../../domain/quota/history.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { directionOf } from '../../i18n/locale.ts';
import { Key, type Mark } from './Bar.tsx';
import { Period, QuotaName } from './QuotaName.tsx';

type Year = Past<QuotaWithState, Intake>;

/** The years of a period. */
const yearsOf = ({ period: { from, to } }: QuotaWithState): string => {
  const [first, last] = [from.slice(0, 4), to?.slice(0, 4)];
  return last === undefined || last === first ? first : `${first}–${last}`;
};

/** A quota by its years, or by its name where another has the same. */
function Name({ quota, history }: { quota: QuotaWithState; history: readonly Year[] }) {
  const years = yearsOf(quota);
  const isAlone = history.filter((past) => yearsOf(past.quota) === years).length === 1;
  return isAlone ? <bdi dir="ltr">{years}</bdi> : <QuotaName quota={quota} />;
}

/** A limit as a line to where it stands, and the bars of what came and of what was allocated under it, in shares of the longest. */
function Lane({ cap, reported, allocated }: { cap: number; reported: number; allocated: number }) {
  const { locale } = useSpeech();
  const rtl = directionOf(locale) === 'rtl';
  const percent = (share: number) => `${((rtl ? 1 - share : share) * 100).toFixed(2)}%`;
  const bar = (share: number) => ({
    x: percent(rtl ? share : 0),
    width: `${(share * 100).toFixed(2)}%`,
    height: '.6em',
  });
  return (
    <svg className="plot lane" aria-hidden="true">
      {reported > 0 && <rect className="c-used" y=".5em" {...bar(reported)} />}
      {allocated > 0 && <rect className="c-hx" fill="url(#hx)" y="1.3em" {...bar(allocated)} />}
      <line className="c-cap" x1={percent(0)} x2={percent(cap)} y1=".2em" y2=".2em" />
      <line className="c-cap" x1={percent(cap)} x2={percent(cap)} y1="0" y2="2.1em" />
    </svg>
  );
}

/** What an office reported, with its day and source: it is no figure of ours. */
function Reported({ intake }: { intake: Intake | null }) {
  const { t, f } = useSpeech();
  if (!intake) return <span className="muted">{t('history.notReported')}</span>;
  const { used, asOf, sourceTitle, sourceUrl } = intake;
  return (
    <>
      {f.number(used)}{' '}
      <span className="small muted">
        {t('source.asOf', { date: f.date(asOf) })} ·{' '}
        <bdi>{sourceUrl ? <a href={sourceUrl}>{sourceTitle}</a> : sourceTitle}</bdi>
      </span>
    </>
  );
}

function Table({ history, published }: { history: readonly Year[]; published: string }) {
  const { t, f, locale } = useSpeech();
  return (
    <div className="scroll gap-2">
      <table className="fold">
        <caption>{t('places.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('places.quota')}</th>
            <th scope="col" className="num">
              {published}
            </th>
            <th scope="col" className="num">
              {t('history.allocated')}
            </th>
            <th scope="col">{t('history.reported')}</th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ quota, intake }) => (
            <tr key={quota.id}>
              <th scope="row">
                <a href={`/${locale}/quotas/${quota.id}`}>
                  <QuotaName quota={quota} />
                </a>
                <br />
                <span className="small muted">
                  <Period period={quota.period} />
                </span>
              </th>
              <td className="num" data-l={published}>
                {f.number(quota.places)}
              </td>
              <td className="num" data-l={t('history.allocated')}>
                {f.number(quota.allocated)}
              </td>
              <td data-l={t('history.reported')}>
                <Reported intake={intake} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Quotas of one kind from year to year: what was published, what came of it as reported, and what was allocated here. */
export function History({ history }: { history: readonly Year[] }) {
  const { t, f, locale } = useSpeech();
  const latest = history.at(-1)?.quota;
  if (!latest) return null;
  const most = Math.max(
    1,
    ...history.flatMap(({ quota, intake }) => [quota.places, quota.allocated, intake?.used ?? 0]),
  );
  const published = latest.kind === 'target' ? 'history.target' : 'history.published';
  const marks: readonly Mark[] = [
    ['c-cap', published],
    ['c-used', 'history.reported'],
    ['c-hx', 'history.allocated'],
  ];
  return (
    <>
      <figure>
        <figcaption>{t('history.chart')}</figcaption>
        <Key marks={marks} />
        <ul className="bars">
          {history.map(({ quota, intake }) => (
            <li key={quota.id}>
              <b>
                <Name quota={quota} history={history} />
              </b>
              <span>{t('history.line', { published: t(published), places: f.number(quota.places) })}</span>
              <Lane
                cap={quota.places / most}
                reported={(intake?.used ?? 0) / most}
                allocated={quota.allocated / most}
              />
            </li>
          ))}
        </ul>
      </figure>
      <Table history={history} published={t(published)} />
      <p className="small gap-2">
        <a href={`/${locale}/quotas/${latest.id}/history.csv`}>{t('history.csv')}</a>
      </p>
    </>
  );
}
