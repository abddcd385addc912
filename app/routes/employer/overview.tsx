import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Fragment } from 'react';
import { listPostingsOf } from '../../../db/queries/vacancy.ts';
import { DraftList } from '../../components/posting/DraftList.tsx';
import { PostingTable } from '../../components/posting/PostingTable.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { Turn } from '../../components/ui/Turn.tsx';
import type { VacancyStage } from '../../domain/vacancy/stage.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { localeOf, pageIn } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { employerHere, listedDraft, listedPosting } from '../../server/posting.server.ts';
import { onePage } from '../../use-cases/one-page.ts';
import { waitingWorkers } from '../../use-cases/vacancy/contacts.ts';
import { ownDrafts } from '../../use-cases/vacancy/drafts.ts';

export const headers = () => ACCOUNT_HEADERS;

/** As many as a page shows. */
const PAGE = 100;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const employer = employerHere(context);
  localeOf(params);
  const page = pageIn(request);
  const [drafts, { shown, more }, waiting] = await Promise.all([
    ownDrafts(context.database, employer),
    onePage(page, PAGE, (range) => listPostingsOf(context.db, employer.organisation, range)),
    waitingWorkers(context.database, employer),
  ]);
  return data(
    {
      ...{ drafts: drafts.map(listedDraft), postings: shown.map(listedPosting), page, more },
      waiting: [...waiting].map(([id, count]) => ({ id, count })),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export const meta = unlistedAs('employer.title');

/** The parts of the desk, by what has to be done about what stands in them. */
const PARTS = [
  ['back', ['draft', 'verified']],
  ['waiting', ['submitted']],
  ['published', ['published']],
  ['ended', ['filled', 'closed', 'withdrawn']],
] as const satisfies readonly (readonly [string, readonly VacancyStage[]])[];

/** The desk of an employer: what is being written, what waits, what is published, what ended. */
export default function EmployerPage() {
  const { drafts, postings, page, more, waiting } = useLoaderData<typeof loader>();
  const { t, plain, locale } = useSpeech();
  const titleOf = (id: string) => {
    const found = postings.find((one) => one.id === id);
    return found ? plain(found.title) : id;
  };
  const isIn = (stages: readonly VacancyStage[]) => postings.filter(({ stage }) => stages.includes(stage));
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t('employer.title')}</h1>
        <p className="lede">{t('employer.lede')}</p>
        <p className="cluster">
          <a className="btn" href={`/${locale}/employer/new`}>
            {t('posting.new')}
          </a>
          <a className="btn two" href={`/${locale}/employer/upload`}>
            {t('upload.title')}
          </a>
        </p>
      </div>
      {waiting.length > 0 && (
        <p className="note gap-2">
          {t('employer.owed', { count: waiting.reduce((sum, { count }) => sum + count, 0) })}{' '}
          {waiting.slice(0, 5).map(({ id }) => (
            <Fragment key={id}>
              <a href={`/${locale}/employer/vacancies/${id}#answered`}>{titleOf(id)}</a>{' '}
            </Fragment>
          ))}
        </p>
      )}
      {drafts.length > 0 && (
        <Section id="drafts" title={t('employer.drafts')}>
          <DraftList drafts={drafts} />
        </Section>
      )}
      {PARTS.map(([part, stages]) => {
        const some = isIn(stages);
        if (some.length === 0 && part !== 'published') return null;
        return (
          <Section key={part} id={part} title={t(`employer.${part}`)}>
            {some.length === 0 ? <p>{t('employer.published.none')}</p> : <PostingTable postings={some} />}
          </Section>
        );
      })}
      <Turn page={page} more={more} />
    </main>
  );
}
