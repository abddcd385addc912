import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Fragment } from 'react';
import { countPostingsOf } from '../../../db/queries/vacancy.ts';
import { AskPage } from '../../components/account/AskPage.tsx';
import { useProblem } from '../../components/account/reply.tsx';
import { ProblemLine, problemProps } from '../../components/ui/TextInput.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, onwards } from '../../server/account.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { employerHere } from '../../server/posting.server.ts';
import { takeFile } from '../../server/take-file.server.ts';
import { beginUpload } from '../../use-cases/vacancy/upload-vacancies.ts';
import { PER_TABLE } from '../../use-cases/vacancy/vacancy-table.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ context }: LoaderFunctionArgs) {
  const { organisation } = employerHere(context);
  const posted = await countPostingsOf(context.db, organisation);
  const tables = Array.from({ length: Math.ceil(posted / PER_TABLE) }, (_, at) => ({
    ...{ page: at + 1, from: at * PER_TABLE + 1, to: Math.min(posted, (at + 1) * PER_TABLE) },
  }));
  return data({ tables }, { headers: ACCOUNT_HEADERS });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const employer = employerHere(context);
  const id = await takeFile(request, 'file', ({ name, chunks }) =>
    beginUpload(context.database, employer, { name: name.slice(0, 200) || 'table.csv', chunks }),
  );
  if (id === undefined) return again({}, { field: 'file', message: 'upload.file.missing' });
  return onwards(`/${localeOf(params)}/employer/uploads/${id}`);
}

export const meta = unlistedAs('upload.title');

function FileField() {
  const { t } = useSpeech();
  const problem = useProblem('file');
  return (
    <p className="field middle">
      <label htmlFor="file">
        {t('upload.file')} <span className="hint">{t('upload.file.hint')}</span>
      </label>
      <input id="file" name="file" type="file" accept=".csv,text/csv" {...problemProps('file', problem)} />
      <ProblemLine id="file" problem={problem} />
    </p>
  );
}

/** One's own vacancies as a table, or as several. */
function OwnTables() {
  const { tables } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  const table = `/${locale}/employer/vacancies.csv`;
  if (tables.length < 2) return <a href={table}>{t('upload.table')}</a>;
  return (
    <>
      {t('upload.tables')}
      {tables.map(({ page, from, to }) => (
        <Fragment key={page}>
          {page > 1 && ' ·'} <a href={`${table}?page=${page}`}>{t('upload.tables.part', { from, to })}</a>
        </Fragment>
      ))}
    </>
  );
}

/** Many vacancies at once, from a table. */
export default function UploadPage() {
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('upload.title')}
      lede={t('upload.lede')}
      back={{ href: `/${locale}/employer`, words: t('employer.title') }}
      reply={reply}
      labels={{ file: t('upload.file') }}
    >
      <form method="post" encType="multipart/form-data" className="stack" noValidate>
        <FileField />
        <p>
          <button className="btn" type="submit">
            {t('upload.submit')}
          </button>
        </p>
      </form>
      <p className="small">
        <OwnTables />
      </p>
    </AskPage>
  );
}
