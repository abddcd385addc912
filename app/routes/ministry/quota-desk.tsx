import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AnnouncedPlans } from '../../components/quota/AnnouncedPlans.tsx';
import { sumsOf, topsOf } from '../../components/quota/figures.ts';
import { LedgerTable } from '../../components/quota/LedgerTable.tsx';
import { quotaLabel } from '../../components/quota/QuotaName.tsx';
import { QuotaTree } from '../../components/quota/QuotaTree.tsx';
import { inForce } from '../../components/quota/tree.ts';
import { YearNav } from '../../components/quota/YearNav.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Facts, Section } from '../../components/ui/Section.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { inYear, ownQuotasOf, yearIn, yearsOf } from '../../server/quota-desk.server.ts';
import { quotaDesk } from '../../use-cases/quota/quota-desk.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { pathway, quotas } = await ownQuotasOf(context, params['pathway']);
  const on = context.today();
  const year = yearIn(request.url, on);
  const shown = inYear(quotas, year);
  const { entries, announced, intakes } = await quotaDesk(
    context.db,
    pathway.id,
    topsOf(shown).map(({ id }) => id),
  );
  return data(
    {
      ...{ id: pathway.id, name: pathway.name, year, years: yearsOf(quotas, on), on, shown, announced, intakes },
      labels: quotas.map(({ id, label }) => ({ id, label })),
      entries: entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  return unlisted(
    speech,
    loaded ? speech.t('desk.of', { pathway: speech.plain(loaded.name) }) : speech.t('desk.title'),
  );
};

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** The figures of the year's topmost quotas together; targets are no places. */
function Sums({ shown }: Pick<Loaded, 'shown'>) {
  const { t, f } = useSpeech();
  const share = (part: number, whole: number) => (whole === 0 ? '–' : f.percent(part / whole));
  const { places, allocated, used, remaining } = sumsOf(topsOf(shown).filter(({ kind }) => kind !== 'target'));
  return (
    <Facts
      items={[
        { label: t('places.places'), figure: f.number(places), meaning: t('quota.placesMeaning') },
        {
          ...{ label: t('places.allocated'), figure: f.number(allocated) },
          meaning: t('desk.ofPlaces', { share: share(allocated, places) }),
        },
        {
          ...{ label: t('places.takenUp'), figure: f.number(used) },
          meaning: t('desk.ofAllocated', { share: share(used, allocated) }),
        },
        { label: t('places.remaining'), figure: f.number(remaining), meaning: t('places.remainingMeaning') },
      ]}
    />
  );
}

function Reported({
  shown,
  intakes,
  id,
  year,
  labelOf,
}: Pick<Loaded, 'shown' | 'intakes' | 'id' | 'year'> & { labelOf(quota: string): string }) {
  const { t, f, locale } = useSpeech();
  const reported = intakes.filter(({ quota }) => shown.some((one) => one.id === quota));
  return (
    <>
      <p>{t('intake.lede')}</p>
      <ul className="bul">
        {reported.map(({ quota, used, asOf, sourceTitle, sourceUrl }) => (
          <li key={quota}>
            {t('intake.line', { quota: labelOf(quota), used: f.number(used), date: f.date(asOf) })}{' '}
            {sourceUrl ? <a href={sourceUrl}>{sourceTitle}</a> : <bdi>{sourceTitle}</bdi>}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/${locale}/ministry/quotas/${id}/intake?year=${year}`}>{t('intake.title')}</a>
      </p>
    </>
  );
}

/** The quotas of a pathway in a year, live: the tree, what becomes of it, what is announced, who was given what; and the ways to change it. */
export default function QuotaDeskPage() {
  const { id, name, year, years, on, shown, announced, intakes, labels, entries } = useLoaderData<typeof loader>();
  const speech = useSpeech();
  const { t, f, locale } = speech;
  const here = `/${locale}/ministry/quotas/${id}`;
  const labelOf = (quota: string) => quotaLabel(speech, labels.find((one) => one.id === quota) ?? { id: quota });
  const full = shown.filter((quota) => inForce(quota, on) && quota.remaining <= 0 && quota.places > 0);
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/ministry/quotas`}>{t('desk.title')}</Crumb>
      <div className="stack">
        <h1>
          <Say text={name} quiet />
        </h1>
        <YearNav years={years} year={year} path={here} />
        {shown.length > 0 && <Sums shown={shown} />}
        {full.length > 0 && (
          <p className="note">{t('desk.fullNow', { quotas: f.and(full.map((quota) => quotaLabel(speech, quota))) })}</p>
        )}
        <div className="cluster">
          <a className="btn" href={`${here}/plan?year=${year}`}>
            {t('plan.title', { year: String(year) })}
          </a>
          <a className="btn two" href={`${here}/transfer?year=${year}`}>
            {t('transfer.title')}
          </a>
          <a className="btn two" href={`${here}/import`}>
            {t('quotaImport.title')}
          </a>
          <a className="btn two" href={`${here}/quotas.csv?year=${year}`}>
            {t('desk.export')}
          </a>
        </div>
      </div>
      <Section id="tree" title={t('desk.tree')}>
        {shown.length === 0 ? (
          <p>{t('desk.noneInYear', { year: String(year) })}</p>
        ) : (
          <QuotaTree quotas={shown} on={on} />
        )}
        <p className="small muted gap-2">{t('places.definition')}</p>
      </Section>
      {announced.length > 0 && (
        <Section id="announced" title={t('plan.announced')}>
          <AnnouncedPlans announced={announced} quotas={shown} />
        </Section>
      )}
      <Section id="ledger" title={t('desk.ledger')}>
        {entries.length === 0 ? <p>{t('desk.noEntries')}</p> : <LedgerTable entries={entries} nameOf={labelOf} />}
      </Section>
      <Section id="intake" title={t('intake.heading')}>
        <Reported shown={shown} intakes={intakes} id={id} year={year} labelOf={labelOf} />
      </Section>
    </main>
  );
}
