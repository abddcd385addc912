import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, signedIn } from '../../server/account.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { ADMINISTRATORS, officesSeenBy } from '../../use-cases/people/officers.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ context }: LoaderFunctionArgs) {
  const offices = await officesSeenBy(context.database, signedIn(context).who);
  return data({ offices, administrators: ADMINISTRATORS }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('offices.title');

/** The ministries' offices, by country: the way to whoever acts in them. */
export default function OfficesPage() {
  const { offices, administrators } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  const page = (id: string) => `/${locale}/administration/offices/${id}`;
  return (
    <AskPage
      title={t('offices.title')}
      lede={t('offices.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
    >
      <ul className="plain told">
        <li>
          <a href={page(administrators)}>{t('offices.administrators')}</a>
        </li>
        {offices.map(({ id, name, country, officers }) => (
          <li key={id}>
            <span>
              <a href={page(id)}>
                <bdi>{name}</bdi>
              </a>{' '}
              <span className="muted">{f.country(country)}</span>
            </span>
            <span className="muted">{t('offices.officers', { count: officers })}</span>
          </li>
        ))}
      </ul>
    </AskPage>
  );
}
