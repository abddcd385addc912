import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CheckNotices } from '../../components/check/Notices.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { CHECK_HEADERS, checkOf } from '../../server/check.server.ts';
import { localeOf } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { outlookOf, queryOf } from '../../use-cases/take-check.ts';

export const headers = () => CHECK_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  localeOf(params);
  const check = await checkOf({ request, context });
  const { answers, pathways, bad, forgotten } = check;
  const { left } = outlookOf(check);
  const about = answers.pathways.length === 0 ? [] : pathways.map(({ pathway: { id, name } }) => ({ id, name }));
  const next = left[0]?.question.id ?? 'answers';
  const begun = answers.asked.length > 0;
  return data({ about, next, begun, query: queryOf(check), bad, forgotten }, { headers: CHECK_HEADERS });
}

export const meta: MetaFunction<typeof loader> = ({ params, location }) => {
  const speech = speechFor(params);
  const isPersonal = location.search !== '';
  return [
    ...titled(speech, speech.t('check.title'), speech.t('check.lede')),
    ...(isPersonal ? [{ name: 'robots', content: 'noindex' }] : []),
  ];
};

const PROMISES = [
  'check.promise.free',
  'check.promise.skip',
  'check.promise.private',
  'check.promise.decides',
] as const;

/** What the check is, before the first question. */
export default function CheckStartPage() {
  const { about, next, begun, query, bad, forgotten } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  const to = (page: string) => `/${locale}/check/${page}${query && `?${query}`}`;
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <CheckNotices bad={bad} forgotten={forgotten} />
        <h1>{t('check.title')}</h1>
        <p className="lede">{t('check.lede')}</p>
        {about.length > 0 && (
          <div className="note calm">
            <p>{t('check.about', { count: about.length })}</p>
            <ul className="bul">
              {about.map(({ id, name }) => (
                <li key={id}>
                  <a href={`/${locale}/pathways/${id}`}>
                    <Say text={name} />
                  </a>
                </li>
              ))}
            </ul>
            <p>
              <a href={`/${locale}/check`}>{t('check.all')}</a>
            </p>
          </div>
        )}
        <ul className="bul">
          {PROMISES.map((id) => (
            <li key={id}>{t(id)}</li>
          ))}
        </ul>
        <p className="cluster">
          <a className="btn" href={to(next)}>
            {t(begun ? 'check.goOn' : 'check.begin')}
          </a>
          {begun && (
            <a className="btn two" href={to('answers')}>
              {t('check.toAnswers')}
            </a>
          )}
        </p>
      </div>
    </main>
  );
}
