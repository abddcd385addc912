import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OrganisationList } from '../../components/organisation/OrganisationList.tsx';
import { OrganisationSearch } from '../../components/organisation/OrganisationSearch.tsx';
import { Pager } from '../../components/ui/Pager.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { registerPage } from '../../server/register.server.ts';

export const headers = () => PAGE_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  localeOf(params);
  const { searchParams } = new URL(request.url);
  return data(await registerPage(context.db, searchParams, { kind: 'recruiter' }), { headers: PAGE_HEADERS });
}

export const meta: MetaFunction = ({ params }) => {
  const speech = speechFor(params);
  return titled(speech, speech.t('recruiters.title'), speech.t('recruiters.lede'));
};

/** The public register of labour recruiters. */
export default function RecruitersPage() {
  const { q, page, pages, total, organisations } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  const here = `/${locale}/recruiters`;
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t('recruiters.title')}</h1>
        <p className="lede">{t('recruiters.lede')}</p>
        <OrganisationSearch action={here} q={q} />
        <p aria-live="polite">{t('register.found', { count: total })}</p>
        {total === 0 && <p className="note calm">{t(q === '' ? 'recruiters.empty' : 'recruiters.none')}</p>}
        <OrganisationList organisations={organisations} hrefOf={(id) => `/${locale}/organisations/${id}`} />
        <Pager
          page={page}
          pages={pages}
          hrefOf={(to) => `${here}?${new URLSearchParams({ ...(q && { q }), page: String(to) })}`}
        />
      </div>
    </main>
  );
}
