import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CheckNotices } from '../../components/check/Notices.tsx';
import { QuestionPage } from '../../components/check/QuestionPage.tsx';
import { SoFar } from '../../components/check/SoFar.tsx';
import { type CheckQuestion, findQuestion } from '../../domain/check/question.ts';
import { typedIn } from '../../domain/check/typed/typed.ts';
import { speechOf } from '../../i18n/context.tsx';
import { CHECK_HEADERS, checkOf } from '../../server/check.server.ts';
import { filledAgain, questionData, standsAnywhere } from '../../server/check-question.server.ts';
import { sessionHeaders, sessionOf } from '../../server/check-session.server.ts';
import { pairsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { openCheck, outlookOf, queryOf, replyToQuestion } from '../../use-cases/take-check.ts';
export const headers = () => CHECK_HEADERS;

function questionOf(params: { question?: string | undefined }): CheckQuestion {
  const question = findQuestion(params.question ?? '');
  if (question === undefined) throw notFound('page');
  return question;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const question = questionOf(params);
  const check = await checkOf({ request, context });
  if (!standsAnywhere(question, check)) throw notFound('page');
  const { bad, forgotten } = check;
  const outlook = outlookOf(check);
  const view = await questionData({ context, check, question, speech: speechOf(locale) }, outlook);
  const query = queryOf(check);
  return data({ view, standing: outlook.standing, query, bad, forgotten }, { headers: CHECK_HEADERS });
}

/** The pages that lead to a question and are come back to. */
const RETURNS = ['answers', 'result'] as const;

/** After an answer: the same page for more, else the page from which one came, else the next question. */
async function follow(
  { params, request, context }: ActionFunctionArgs,
  query: string,
  more: boolean,
  session?: string,
) {
  const locale = localeOf(params);
  const url = new URL(request.url);
  const to = (page: string, extra = '') => `/${locale}/check/${page}?${query}${extra}`;
  const then = RETURNS.find((page) => page === url.searchParams.get('then'));
  if (more) return to(questionOf(params).id, then && `&then=${then}`);
  if (then) return to(then);
  const check = await openCheck(context, { params: new URLSearchParams(query), session, on: context.today() });
  const [next] = outlookOf(check).left;
  return to(next?.question.id ?? 'answers');
}

export async function action(args: ActionFunctionArgs) {
  const { params, request, context } = args;
  const question = questionOf(params);
  const locale = localeOf(params);
  const session = await sessionOf(request, context.publicUrl);
  const check = await openCheck(context, { params: new URL(request.url).searchParams, session, on: context.today() });
  if (!standsAnywhere(question, check)) throw notFound('page');
  const fields = await pairsOf(request);
  const typed = typedIn(new URLSearchParams(fields));
  const turn = await replyToQuestion(context, check, { question, typed, session });
  if (!turn.ok) {
    const again = await filledAgain({ context, typed, slips: turn.slips, locale });
    return data({ fields, ...again }, { status: again.slips.length > 0 ? 422 : 200, headers: CHECK_HEADERS });
  }
  const { query, more, session: kept } = turn.value;
  const cookie = kept === session ? {} : await sessionHeaders(kept, context.publicUrl);
  return redirect(await follow(args, query, more, kept), { headers: { ...CHECK_HEADERS, ...cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  const title = loaded ? loaded.view.words.title : speech.t('check.title');
  return unlisted(speech, title);
};

export default function CheckQuestionPage() {
  const { view, standing, query, bad, forgotten } = useLoaderData<typeof loader>();
  const filled = useActionData<typeof action>();
  return (
    <QuestionPage
      data={filled ? { ...view, lines: filled.lines } : view}
      filled={filled}
      notices={<CheckNotices bad={bad} forgotten={forgotten} />}
      soFar={<SoFar standing={standing} query={query} />}
    />
  );
}
