import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ResultPage } from '../../components/check/ResultPage.tsx';
import { speechOf } from '../../i18n/context.tsx';
import { CHECK_HEADERS, checkOf } from '../../server/check.server.ts';
import { resultData } from '../../server/check-result.server.ts';
import { localeOf } from '../../server/loader.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { saveCheck } from '../../use-cases/take-check.ts';

export const headers = () => CHECK_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const speech = speechOf(localeOf(params));
  const check = await checkOf({ request, context });
  const result = await resultData(check, { context, speech, params: new URL(request.url).searchParams });
  return data(result, { headers: CHECK_HEADERS });
}

/** Puts the check aside and leads to its link. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const check = await checkOf({ request, context });
  const form = await request.formData();
  const key = await saveCheck(context, check, { withPrivate: form.get('private') === 'yes' });
  return redirect(`/${locale}/check/saved/${key}`, { headers: CHECK_HEADERS });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  const title = loaded ? speech.t('result.title', loaded.counts) : speech.t('check.title');
  return unlisted(speech, title);
};

export default function CheckResultPage() {
  return <ResultPage {...useLoaderData<typeof loader>()} />;
}
