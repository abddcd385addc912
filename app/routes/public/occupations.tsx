import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { searchGroups } from '../../../db/queries/occupation.ts';
import { OccupationTree } from '../../components/OccupationTree.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200);
  const hits = q ? await searchGroups(context.db, { q, language: locale, limit: 20 }) : [];
  const groups = context.labels.occupationCodes
    .filter((code) => code.length <= 2)
    .map((code) => ({ code, title: context.labels.occupation(code, locale) }));
  return data({ q, hits, groups }, { headers: PAGE_HEADERS });
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ params }) => {
  const speech = speechFor(params);
  return titled(speech, speech.t('occupations.title'), speech.t('occupations.lede'));
};

export default function OccupationsPage() {
  const { q, hits, groups } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t('occupations.title')}</h1>
        <p className="lede">{t('occupations.lede')}</p>
        <form className="cluster search" role="search" action={`/${locale}/occupations`} method="get">
          <p className="field grow">
            <label htmlFor="q">{t('occupations.search')}</label>
            <input id="q" name="q" defaultValue={q} autoComplete="off" maxLength={200} />
          </p>
          <button className="btn" type="submit">
            {t('search.box.button')}
          </button>
        </form>
        {q && (
          <div role="status">
            <h2>{t('occupations.found', { count: hits.length })}</h2>
            <ul className="plain coded">
              {hits.map(({ code, label, matched, language }) => (
                <li key={code}>
                  <span className="muted">{code}</span>
                  <div>
                    <a href={`/${locale}/occupations/${code}`}>{label}</a>
                    {matched !== label && (
                      <p className="small muted">
                        <bdi lang={language}>{matched}</bdi>
                      </p>
                    )}
                  </div>
                </li>
              ))}
            </ul>
            {hits.length === 0 && <p>{t('occupations.notFound')}</p>}
          </div>
        )}
      </div>
      <OccupationTree groups={groups} />
    </main>
  );
}
