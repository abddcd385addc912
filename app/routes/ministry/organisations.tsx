import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OrganisationList } from '../../components/organisation/OrganisationList.tsx';
import { OrganisationSearch } from '../../components/organisation/OrganisationSearch.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Pager } from '../../components/ui/Pager.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { localeOf } from '../../server/loader.ts';
import { officerHere } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { registerPage } from '../../server/register.server.ts';

export const headers = () => ACCOUNT_HEADERS;

const KINDS = ['employer', 'recruiter'] as const;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  localeOf(params);
  const { state } = officerHere(context);
  const { searchParams } = new URL(request.url);
  const kind = KINDS.find((one) => one === searchParams.get('kind')) ?? 'employer';
  const isAll = searchParams.get('all') === 'yes';
  const search = { kind, notVerifiedBy: isAll ? undefined : state };
  const found = await registerPage(context.db, searchParams, search);
  return data({ ...found, kind, isAll, state }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('organisations.title');

/** The organisations that an officer's state may verify: first those that wait for it. */
export default function OrganisationsPage() {
  const { q, page, pages, total, organisations, kind, isAll, state } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  const here = `/${locale}/ministry/organisations`;
  const to = (change: Record<string, string>) =>
    `${here}?${new URLSearchParams({ kind, ...(isAll && { all: 'yes' }), ...(q && { q }), ...change })}`;
  return (
    <main id="main" className="wrap page">
      <Crumb href={accountPage(locale)}>{t('account.title')}</Crumb>
      <div className="stack">
        <h1>{t('organisations.title')}</h1>
        <p className="lede">{t('organisations.lede', { state: f.country(state) })}</p>
        <p className="cluster">
          {KINDS.map((one) => (
            <a key={one} href={to({ kind: one })} aria-current={one === kind || undefined}>
              {t(`organisation.kinds.${one}`)}
            </a>
          ))}
          <a href={isAll ? `${here}?kind=${kind}` : to({ all: 'yes' })}>
            {t(isAll ? 'organisations.waiting' : 'organisations.all')}
          </a>
        </p>
        <OrganisationSearch action={here} q={q} />
        <p aria-live="polite">{t('register.found', { count: total })}</p>
        <OrganisationList organisations={organisations} hrefOf={(id) => `/${locale}/ministry/organisations/${id}`} />
        <Pager page={page} pages={pages} hrefOf={(next) => to({ page: String(next) })} />
      </div>
    </main>
  );
}
