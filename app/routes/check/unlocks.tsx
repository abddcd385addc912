import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CheckNotices } from '../../components/check/Notices.tsx';
import { Unlocks } from '../../components/check/Unlocks.tsx';
import { unlocksView } from '../../components/check/unlocks-view.ts';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { CHECK_HEADERS, checkOf } from '../../server/check.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { queryOf } from '../../use-cases/take-check.ts';
import { whatUnlocks } from '../../use-cases/unlock-pathways.ts';

export const headers = () => CHECK_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const check = await checkOf({ request, context });
  const view = unlocksView(await whatUnlocks(context, check), locale, context.labels);
  const { bad, forgotten, person } = check;
  return data({ view, on: person.on, query: queryOf(check), bad, forgotten }, { headers: CHECK_HEADERS });
}

export const meta = unlistedAs('unlock.title');

/** What would make the person eligible for more pathways. */
export default function CheckUnlocksPage() {
  const { view, on, query, bad, forgotten } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/check/result?${query}`}>{t('check.toResult')}</Crumb>
      <div className="stack">
        <CheckNotices bad={bad} forgotten={forgotten} />
        <h1>{t('unlock.title')}</h1>
        <p className="lede">{t('unlock.lede', { date: f.date(on) })}</p>
      </div>
      <Unlocks view={view} />
    </main>
  );
}
