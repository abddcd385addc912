import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { RoleName } from '../../components/account/RoleName.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, signedIn } from '../../server/account.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { looksAt } from '../../use-cases/people/consents.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ context }: LoaderFunctionArgs) {
  const looks = await looksAt(context.database, signedIn(context));
  return data(
    { looks: looks.map(({ lookedAt, ...rest }) => ({ ...rest, lookedAt: lookedAt.toISOString() })) },
    { headers: ACCOUNT_HEADERS },
  );
}

export const meta = unlistedAs('looks.title');

function Looks({ looks }: ReturnType<typeof useLoaderData<typeof loader>>) {
  const { t, f } = useSpeech();
  return (
    <table className="fold">
      <thead>
        <tr>
          <th scope="col">{t('looks.when')}</th>
          <th scope="col">{t('looks.who')}</th>
          <th scope="col">{t('looks.why')}</th>
        </tr>
      </thead>
      <tbody>
        {looks.map(({ id, lookedAt, purpose, ...by }) => (
          <tr key={id}>
            <th scope="row">{f.moment(lookedAt)}</th>
            <td data-l={t('looks.who')}>
              <RoleName {...by} />
            </td>
            <td data-l={t('looks.why')}>{t(`consents.${purpose}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every look at one's data by somebody else. */
export default function LooksPage() {
  const { looks } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('looks.title')}
      lede={t('looks.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      wide={looks.length > 0 && <Looks looks={looks} />}
    >
      {looks.length === 0 && <p>{t('looks.none')}</p>}
      <p>
        <a href={accountPage(locale, 'consents')}>{t('consents.title')}</a>
      </p>
    </AskPage>
  );
}
