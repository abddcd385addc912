import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listWaiting } from '../../../db/queries/vacancy.ts';
import { PostingTable } from '../../components/posting/PostingTable.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { officerHere } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { listedPosting } from '../../server/posting.server.ts';

export const headers = () => ACCOUNT_HEADERS;

const MOST = 200;

export async function loader({ context }: LoaderFunctionArgs) {
  const { state } = officerHere(context);
  const waiting = await listWaiting(context.db, state, { limit: MOST, offset: 0 });
  return data({ waiting: waiting.map(listedPosting) }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('verifying.title');

/** The vacancies that an officer of their destination has to look at. */
export default function MinistryVacanciesPage() {
  const { waiting } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/ministry`}>{t('ministry.title')}</Crumb>
      <div className="stack">
        <h1>{t('verifying.title')}</h1>
        <p className="lede">{t('verifying.lede')}</p>
        {waiting.length === 0 ? <p>{t('verifying.none')}</p> : <PostingTable postings={waiting} under="ministry" />}
      </div>
    </main>
  );
}
