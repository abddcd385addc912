import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { LineProblem, UploadReport } from '../../../db/schema/vacancy.ts';
import { type RowProblem, RowReport } from '../../components/quota/RowReport.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { notFound } from '../../server/loader.ts';
import { idIn } from '../../server/officer.server.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { employerHere, lineViews } from '../../server/posting.server.ts';
import { ownUpload } from '../../use-cases/vacancy/upload-vacancies.ts';

export const headers = () => ACCOUNT_HEADERS;

/** A report with what can be said in the reader's language. */
const reportIn = (
  { problems, warnings, ...counts }: UploadReport,
  words: (said: readonly LineProblem[]) => RowProblem[],
) => ({
  ...{ ...counts, problems: words(problems) },
  ...(warnings && { warnings: { ...warnings, told: words(warnings.told) } }),
});

export async function loader({ params, context }: LoaderFunctionArgs) {
  const employer = employerHere(context);
  const id = idIn(params['upload']);
  const upload = id === undefined ? undefined : await ownUpload(context.database, employer, id);
  if (!upload) throw notFound('page');
  const speech = speechFor(params);
  const words = (said: readonly LineProblem[]) => lineViews(said, context, speech);
  return data(
    { upload: { ...upload, report: upload.report && reportIn(upload.report, words) } },
    { headers: ACCOUNT_HEADERS },
  );
}

const SECONDS = 2;
const isUnderWay = (status: string) => ['waiting', 'reading', 'recording'].includes(status);

/** While it is under way the page asks again by itself, without a script. */
export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  const waiting = loaded && isUnderWay(loaded.upload.status);
  return [
    ...unlisted(speech, speech.t('upload.title')),
    ...(waiting ? [{ httpEquiv: 'refresh', content: String(SECONDS) }] : []),
  ];
};

/** What of the vacancies that were recorded has to be looked at. */
function Warnings({ told, more }: { told: readonly RowProblem[]; more: number }) {
  const { t } = useSpeech();
  return (
    <>
      <RowReport problems={told} weight="warning" />
      {more > 0 && <p>{t('upload.warnings.more', { count: more })}</p>}
    </>
  );
}

/** How far a table is, and what became of it, row by row. */
export default function UploadedPage() {
  const { upload } = useLoaderData<typeof loader>();
  const { name, lines, read, status, report } = upload;
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/employer`}>{t('employer.title')}</Crumb>
      <div className="stack">
        <h1>{t('upload.title')}</h1>
        <p className="kick">
          <bdi>{name}</bdi>
        </p>
        <p className="lede" role="status">
          {t(`upload.${status}`, { read, lines })}
        </p>
        {isUnderWay(status) && <progress max={Math.max(1, lines)} value={read} aria-label={t('upload.title')} />}
        {report && status === 'done' && (
          <p>{t('upload.counts', { created: report.created, updated: report.updated, unchanged: report.unchanged })}</p>
        )}
        {report && <RowReport problems={report.problems} />}
        {report && report.more > 0 && <p>{t('upload.more', { count: report.more })}</p>}
        {report?.warnings && status === 'done' && <Warnings {...report.warnings} />}
        {!isUnderWay(status) && (
          <p className="cluster">
            <a className="btn" href={`/${locale}/employer${status === 'done' ? '' : '/upload'}`}>
              {t(status === 'done' ? 'employer.title' : 'upload.again')}
            </a>
          </p>
        )}
      </div>
    </main>
  );
}
