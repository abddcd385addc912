import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findPathway } from '../../../db/queries/pathway.ts';
import { findQuota, quotasOf } from '../../../db/queries/quota.ts';
import { Places } from '../../components/pathway/Places.tsx';
import { WayBackLine } from '../../components/pathway/Ways.tsx';
import { Period, QuotaName } from '../../components/quota/QuotaName.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Facts, Section } from '../../components/ui/Section.tsx';
import { Sources } from '../../components/ui/Source.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, notFound, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const id = params.id ?? '';
  const quota = await findQuota(context.db, id);
  if (!quota) throw notFound('quota', id);
  const on = context.today();
  const [found, all] = await Promise.all([
    findPathway(context.db, quota.pathway, on),
    quotasOf(context.db, quota.pathway),
  ]);
  const tranche = quota.scope?.tranche;
  return data(
    {
      quota,
      pathway: found?.document ?? null,
      all,
      on,
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
  const label = quota.label ? speech.plain(quota.label) : quota.id;
  return titled(speech, pathway ? `${label} – ${speech.plain(pathway.name)}` : label);
};

export default function QuotaPage() {
  const { quota, pathway, all, on, tranche, sector } = useLoaderData<typeof loader>();
  const { t, f, code, locale } = useSpeech();
  const scope = [quota.scope?.origin && f.country(quota.scope.origin), sector, quota.scope?.occupation, tranche].filter(
    Boolean,
  );
  const undertaking = pathway?.return.obligations.find(({ party }) => party === 'worker');
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
        {pathway && (
          <WayBackLine terms={pathway.return} first={undertaking && <Say text={undertaking.label} quiet />} />
        )}
      </div>
      <Section id="places" title={t('quota.family')}>
        <Places quotas={family} on={on} />
      </Section>
      <Section id="sources" title={t('source.heading')}>
        <Sources sources={quota.sources ?? []} />
      </Section>
    </main>
  );
}
