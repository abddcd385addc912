import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findPathway } from '../../../db/queries/pathway.ts';
import { listOrigins } from '../../../db/queries/procedure.ts';
import { emptyQuery } from '../../../search/pathway/query.ts';
import { CountryList } from '../../components/CountryList.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { isOpenTo } from '../../domain/pathway/origins.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const id = new URL(request.url).searchParams.get('pathway');
  const [procedures, { facets }, pathway] = await Promise.all([
    listOrigins(context.db, context.today()),
    context.search.searchPathways({ ...emptyQuery(locale), perPage: 1 }),
    id === null ? undefined : findPathway(context.db, id, context.today()),
  ]);
  return data({ procedures, counts: facets.origin, pathway: pathway?.document ?? null }, { headers: PAGE_HEADERS });
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ params }) => {
  const speech = speechFor(params);
  return titled(speech, speech.t('origins.title'), speech.t('origins.lede'));
};

export default function OriginsPage() {
  const { procedures, counts, pathway } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  const open = [...new Set([...procedures, ...Object.keys(counts)])].filter(
    (code) => !pathway || isOpenTo(pathway, code),
  );
  const listed = (codes: readonly string[]) =>
    codes.map((code) => ({
      code,
      href: pathway ? `/${locale}/pathways/${pathway.id}/from/${code}` : `/${locale}/origins/${code}`,
    }));
  const groups = [
    ['with', t('origins.with'), listed(open.filter((code) => procedures.includes(code)))],
    ['without', t('origins.without'), listed(open.filter((code) => !procedures.includes(code)))],
  ] as const;
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t('origins.title')}</h1>
        <p className="lede">
          {pathway ? (
            <>
              {t('origins.forPathway')}{' '}
              <b>
                <Say text={pathway.name} />
              </b>
            </>
          ) : (
            t('origins.lede')
          )}
        </p>
      </div>
      {groups.map(
        ([id, title, countries]) =>
          countries.length > 0 && (
            <Section key={id} id={id} title={title}>
              <CountryList countries={countries} />
            </Section>
          ),
      )}
    </main>
  );
}
