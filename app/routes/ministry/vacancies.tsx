import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listWaiting } from '../../../db/queries/vacancy.ts';
import { PostingTable } from '../../components/posting/PostingTable.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Turn } from '../../components/ui/Turn.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { pageIn } from '../../server/loader.ts';
import { officerHere } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { listedPosting } from '../../server/posting.server.ts';
import { onePage } from '../../use-cases/one-page.ts';

export const headers = () => ACCOUNT_HEADERS;

/** As many as a page shows. */
const PAGE = 100;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { state } = officerHere(context);
  const page = pageIn(request);
  const { shown, more } = await onePage(page, PAGE, (range) => listWaiting(context.db, state, range));
  return data({ waiting: shown.map(listedPosting), page, more }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('verifying.title');

/** The vacancies that an officer of their destination has to look at. */
export default function MinistryVacanciesPage() {
  const { waiting, page, more } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/ministry`}>{t('ministry.title')}</Crumb>
      <div className="stack">
        <h1>{t('verifying.title')}</h1>
        <p className="lede">{t('verifying.lede')}</p>
        {waiting.length === 0 ? <p>{t('verifying.none')}</p> : <PostingTable postings={waiting} under="ministry" />}
        <Turn page={page} more={more} />
      </div>
    </main>
  );
}
