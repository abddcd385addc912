import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards, signedIn } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { type Followed, following, seen, unfollow } from '../../use-cases/people/following.ts';
export const headers = () => ACCOUNT_HEADERS;

export async function loader({ context }: LoaderFunctionArgs) {
  const found = await following(context.database, signedIn(context), context.today());
  return data(found, { headers: ACCOUNT_HEADERS });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const session = signedIn(context);
  const { unfollow: pathway, seen: until = '' } = await fieldsOf(request);
  if (pathway) await unfollow(context.database, session, pathway);
  else if (/^\d{1,15}$/.test(until)) await seen(context.database, session, Number(until));
  return onwards(accountPage(localeOf(params), 'following'));
}

export const meta = unlistedAs('following.title');

function News({ id, news }: Pick<Followed, 'id' | 'news'>) {
  const { t, f, locale } = useSpeech();
  if (news.length === 0) return <p className="muted">{t('following.nothing')}</p>;
  return news.map(({ record, type, id: document, recordedAt }) => (
    <p key={record}>
      <a href={type === 'pathway' ? `/${locale}/pathways/${id}/changes` : `/${locale}/quotas/${document}`}>
        {t(`following.news.${type}`)}
      </a>{' '}
      <span className="muted">{f.date(new Date(recordedAt).toISOString().slice(0, 10))}</span>
    </p>
  ));
}

/** The pathways that somebody follows, and what changed since they last looked. */
export default function FollowingPage() {
  const { followed, until } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={accountPage(locale)}>{t('account.title')}</Crumb>
      <div className="stack">
        <h1>{t('following.title')}</h1>
        {followed.length === 0 && (
          <p>
            {t('following.none')} <a href={`/${locale}/pathways`}>{t('pathway.all')}</a>
          </p>
        )}
        <ul className="plain told">
          {followed.map(({ id, name, news }) => (
            <li key={id}>
              <div>
                <a href={`/${locale}/pathways/${id}`}>
                  <Say text={name} quiet />
                </a>
                <News id={id} news={news} />
              </div>
              <form method="post">
                <button className="btn two" type="submit" name="unfollow" value={id}>
                  {t('following.stop')}{' '}
                  <span className="vh">
                    <Say text={name} quiet />
                  </span>
                </button>
              </form>
            </li>
          ))}
        </ul>
        {until !== null && (
          <form method="post">
            <button className="btn two" type="submit" name="seen" value={until}>
              {t('following.seen')}
            </button>
          </form>
        )}
      </div>
    </main>
  );
}
