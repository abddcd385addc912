import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findPathway } from '../../../db/queries/pathway.ts';
import { findQuota } from '../../../db/queries/quota.ts';
import { latestDays } from '../../../db/queries/quota-ledger.ts';
import { Places } from '../../components/pathway/Places.tsx';
import { WayBackLine } from '../../components/pathway/Ways.tsx';
import { AnnouncedPlans } from '../../components/quota/AnnouncedPlans.tsx';
import { AsOf } from '../../components/quota/AsOf.tsx';
import { History } from '../../components/quota/History.tsx';
import { LedgerDays } from '../../components/quota/LedgerDays.tsx';
import { Period, QuotaName, quotaLabel } from '../../components/quota/QuotaName.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Facts, Section } from '../../components/ui/Section.tsx';
import { Sources } from '../../components/ui/Source.tsx';
import { historiesOf } from '../../domain/quota/history.ts';
import { effectsOf } from '../../domain/quota/plan.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, notFound, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { supplyOf } from '../../use-cases/quota/supply.ts';

/** As many days of a ledger as tell what goes on now. */
const DAYS = 10;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const id = params.id ?? '';
  const quota = await findQuota(context.db, id);
  if (!quota) throw notFound('quota', id);
  const on = context.today();
  const [found, supply, days] = await Promise.all([
    findPathway(context.db, quota.pathway, on),
    supplyOf(context.db, quota.pathway, new Date()),
    latestDays(context.db, id, DAYS),
  ]);
  const tranche = quota.scope?.tranche;
  return data(
    {
      quota,
      pathway: found?.document ?? null,
      ...{ supply, days, on },
      tranche: tranche ? context.labels.word('tranche', tranche, locale) : null,
      sector: quota.scope?.sector ? context.labels.sector(quota.scope.sector, locale) : null,
    },
    { headers: PAGE_HEADERS },
  );
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  if (!loaded) return [];
  const { quota, pathway } = loaded;
  const label = quotaLabel(speech, quota);
  return titled(speech, pathway ? `${label} – ${speech.plain(pathway.name)}` : label);
};

export default function QuotaPage() {
  const { quota, pathway, supply, days, on, tranche, sector } = useLoaderData<typeof loader>();
  const { quotas: all, intakes, asOf } = supply;
  const { t, f, code, locale } = useSpeech();
  const scope = [quota.scope?.origin && f.country(quota.scope.origin), sector, quota.scope?.occupation, tranche].filter(
    Boolean,
  );
  const undertaking = pathway?.return.obligations.find(({ party }) => party === 'worker');
  const announced = supply.announced.filter(({ plan }) =>
    effectsOf(plan.quotas, all).some(({ quota: { id } }) => id === quota.id),
  );
  const history = historiesOf(all, intakes).find((one) => one.some((past) => past.quota.id === quota.id));
  const family = all.filter(({ id, parent }) => id === quota.id || parent === quota.id || id === quota.parent);
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/pathways/${quota.pathway}#places`}>
        {pathway ? <Say text={pathway.name} quiet /> : quota.pathway}
      </Crumb>
      <div className="stack head">
        <h1>
          <QuotaName quota={quota} />
        </h1>
        <p className="kick">
          {pathway && <span>{f.country(pathway.destination)}</span>}
          <span>
            <Period period={quota.period} />
          </span>
          {quota.kind && <span>{code('quotaKind', quota.kind)}</span>}
          <span>
            {t('quota.scope')} {scope.length === 0 ? t('quota.scope.all') : scope.join(' · ')}
          </span>
        </p>
        <Facts
          items={[
            { label: t('places.places'), figure: f.number(quota.places), meaning: t('quota.placesMeaning') },
            { label: t('places.allocated'), figure: f.number(quota.allocated), meaning: t('quota.allocatedMeaning') },
            { label: t('places.takenUp'), figure: f.number(quota.used), meaning: t('quota.takenUpMeaning') },
            { label: t('places.remaining'), figure: f.number(quota.remaining), meaning: t('places.remainingMeaning') },
          ]}
        />
        <AsOf moment={asOf} quotas={[]} />
        {pathway && (
          <WayBackLine terms={pathway.return} first={undertaking && <Say text={undertaking.label} quiet />} />
        )}
      </div>
      <Section id="places" title={t('quota.family')}>
        <Places quotas={family} on={on} />
      </Section>
      {announced.length > 0 && (
        <Section id="announced" title={t('plan.announced')}>
          <AnnouncedPlans announced={announced} quotas={all} />
        </Section>
      )}
      {history && (
        <Section id="history" title={t('history.title')}>
          <p className="gap">{t('history.lede')}</p>
          <History history={history} />
        </Section>
      )}
      {days.length > 0 && (
        <Section id="days" title={t('days.title')}>
          <p className="gap">{t('days.lede')}</p>
          <LedgerDays days={days} />
        </Section>
      )}
      {quota.sources && quota.sources.length > 0 && (
        <Section id="sources" title={t('source.heading')}>
          <Sources sources={quota.sources} />
        </Section>
      )}
    </main>
  );
}
