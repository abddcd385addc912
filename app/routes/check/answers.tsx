import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AnswerList, Lines } from '../../components/check/AnswerList.tsx';
import { CheckNotices } from '../../components/check/Notices.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { CHECK_HEADERS, checkOf } from '../../server/check.server.ts';
import { answerRows } from '../../server/check-answers.server.ts';
import { sessionHeaders, sessionOf } from '../../server/check-session.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { forgetPrivate, outlookOf, queryOf } from '../../use-cases/take-check.ts';

export const headers = () => CHECK_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const check = await checkOf({ request, context });
  const { bad, forgotten, answers } = check;
  const { left } = outlookOf(check);
  return data(
    {
      rows: answerRows(check, speechOf(locale), context.labels),
      ...{ left: left.length, next: left[0]?.question.id, query: queryOf(check), bad, forgotten },
      keepsPrivate: answers.keptIn !== undefined && !forgotten,
    },
    { headers: CHECK_HEADERS },
  );
}

/** Deletes the private answers at once. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const check = await checkOf({ request, context });
  const query = await forgetPrivate(context, check, await sessionOf(request, context.publicUrl));
  const cookie = await sessionHeaders(undefined, context.publicUrl);
  return redirect(`/${locale}/check/answers?${query}`, { headers: { ...CHECK_HEADERS, ...cookie } });
}

export const meta = unlistedAs('check.answers.title');

function Rows({ rows, query }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'rows' | 'query'>) {
  const { t, locale } = useSpeech();
  if (rows.length === 0) return <p>{t('check.answers.none')}</p>;
  return (
    <AnswerList
      rows={rows.map(({ id, title, isPrivate, lines }) => ({
        ...{ id, title, isPrivate },
        told: lines.length === 0 ? <span className="muted">{t('check.answers.open')}</span> : <Lines lines={lines} />,
        way: { href: `/${locale}/check/${id}?${query}&then=answers`, words: t('check.answers.change') },
      }))}
    />
  );
}

/** What was answered, each with a way to change it, before the result. */
export default function CheckAnswersPage() {
  const { rows, left, next, query, bad, forgotten, keepsPrivate } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/check?${query}`}>{t('nav.check')}</Crumb>
      <div className="stack">
        <CheckNotices bad={bad} forgotten={forgotten} />
        <h1>{t('check.answers.title')}</h1>
        <Rows rows={rows} query={query} />
        <p>{t('check.answers.left', { count: left })}</p>
        <p className="cluster">
          <a className="btn" href={`/${locale}/check/result?${query}`}>
            {t('check.toResult')}
          </a>
          {next && (
            <a className="btn two" href={`/${locale}/check/${next}?${query}`}>
              {t('check.goOn')}
            </a>
          )}
        </p>
        {keepsPrivate && (
          <form method="post">
            <button className="btn two" type="submit">
              {t('check.answers.forget')}
            </button>
          </form>
        )}
        {rows.length > 0 && (
          <p>
            <a href={`/${locale}/check`}>{t('check.answers.restart')}</a>
          </p>
        )}
      </div>
    </main>
  );
}
