import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countDocuments } from '../../../db/queries/edition.ts';
import { countEscoOccupations } from '../../../db/queries/occupation.ts';
import { listPathways } from '../../../db/queries/pathway.ts';
import { StatusMark } from '../../components/pathway/StatusMark.tsx';
import { Icon } from '../../components/ui/icons.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Facts, Section } from '../../components/ui/Section.tsx';
import { basisOf } from '../../components/ui/Source.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

const BASES = ['official', 'secondary', 'general-knowledge'] as const;

export async function loader({ params, context }: LoaderFunctionArgs) {
  localeOf(params);
  const [counts, editions, esco] = await Promise.all([
    countDocuments(context.db),
    listPathways(context.db, context.today()),
    countEscoOccupations(context.db),
  ]);
  const sources = editions.flatMap(({ document }) => document.sources);
  const byBasis = BASES.map((basis) => ({
    basis,
    count: sources.filter((source) => basisOf(source) === basis).length,
  }));
  const pathways = editions.map(({ document: { id, name, destination, status, verifiedOn, confidence } }) => ({
    id,
    name,
    destination,
    status,
    verifiedOn,
    confidence,
  }));
  return data({ counts, byBasis, pathways, esco }, { headers: PAGE_HEADERS });
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ params }) => {
  const speech = speechFor(params);
  return titled(speech, speech.t('data.title'), speech.t('data.lede'));
};

export default function AboutDataPage() {
  const { counts, byBasis, pathways, esco } = useLoaderData<typeof loader>();
  const { t, f, code, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t('data.title')}</h1>
        <p className="lede">{t('data.lede')}</p>
        <Facts
          items={[
            { label: t('data.pathways'), figure: f.number(counts.pathway) },
            { label: t('data.procedures'), figure: f.number(counts.procedure) },
            { label: t('data.quotas'), figure: f.number(counts.quota) },
          ]}
        />
      </div>
      <Section id="basis" title={t('data.basis')}>
        <ul className="rules">
          {byBasis.map(({ basis, count }) => (
            <li key={basis}>
              <Icon shape={basis} />
              <div>
                <b>{code('basis', basis)}</b> · {t('data.sources', { count })}
                <p>{code('basisMeaning', basis)}</p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="how" title={t('data.how')}>
        <div className="stack">
          <p>{t('data.how.text')}</p>
          <p>{t('data.how.confidence')}</p>
          <p>{t('data.how.wrong')}</p>
        </div>
      </Section>
      <Section id="api" title={t('data.api')}>
        <p>{t('data.api.text')}</p>
        <ul className="bul gap-2">
          {['/api/v1/openapi.json', '/api/v1/pathways', '/api/v1/schemas/pathway.json'].map((path) => (
            <li key={path}>
              <a href={path}>
                <bdi dir="ltr">{path}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="list" title={t('data.list')}>
        <table className="fold">
          <thead>
            <tr>
              <th scope="col">{t('table.pathway')}</th>
              <th scope="col">{t('table.state')}</th>
              <th scope="col">{t('data.verified')}</th>
              <th scope="col">{t('compare.confidence')}</th>
            </tr>
          </thead>
          <tbody>
            {pathways.map(({ id, name, destination, status, verifiedOn, confidence }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`/${locale}/pathways/${id}`}>
                    <Say text={name} quiet />
                  </a>{' '}
                  <span className="small muted">{f.country(destination)}</span>
                </th>
                <td data-l={t('table.state')}>
                  <StatusMark status={status} />
                </td>
                <td data-l={t('data.verified')}>
                  <span className="nowrap">{f.date(verifiedOn)}</span>
                </td>
                <td data-l={t('compare.confidence')}>{code('confidence', confidence)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section id="classifications" title={t('data.classifications')}>
        <p>{t('data.classifications.text')}</p>
        {esco > 0 && (
          <p className="gap-2">
            {t('data.esco')} {t('data.esco.count', { count: esco })}
          </p>
        )}
      </Section>
    </main>
  );
}
