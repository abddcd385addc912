import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, signedIn } from '../../server/account.server.ts';
import { pageIn } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { peopleWhoAgreed } from '../../use-cases/people/consents.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageIn(request);
  const { people, more } = await peopleWhoAgreed(context.database, signedIn(context), page);
  return data(
    { page, more, people: people.map(({ person, agreedAt }) => ({ person, agreedAt: agreedAt.toISOString() })) },
    { headers: ACCOUNT_HEADERS },
  );
}

export const meta = unlistedAs('workers.title');

/** The people who agreed that one's ministry may look at their profile: since when, and nothing else before one looks. */
export default function WorkersPage() {
  const { people, page, more } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  return (
    <AskPage
      title={t('workers.title')}
      lede={t('workers.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
    >
      {people.length === 0 && <p>{t('workers.none')}</p>}
      <ul className="plain told">
        {people.map(({ person, agreedAt }) => (
          <li key={person}>
            <a href={`/${locale}/ministry/workers/${person}`}>
              {t('worker.title')} <bdi dir="ltr">{person.slice(0, 8)}</bdi>
            </a>
            <span className="muted">{t('consents.given', { when: f.moment(agreedAt) })}</span>
          </li>
        ))}
      </ul>
      <p className="cluster">
        {page > 1 && <a href={`?page=${page - 1}`}>{t('workers.later')}</a>}
        {more && <a href={`?page=${page + 1}`}>{t('workers.earlier')}</a>}
      </p>
    </AskPage>
  );
}
