import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { PartList } from '../../components/profile/PartList.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, signedIn } from '../../server/account.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { asCheck, declarationsByDestination } from '../../server/profile.server.ts';
import { ownProfile } from '../../use-cases/people/own-profile.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const check = await asCheck(context, await ownProfile(context.database, signedIn(context)));
  const destinations = declarationsByDestination(check, speechOf(localeOf(params)), context);
  return data({ destinations }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('declarations.title');

/** What pathways ask one to declare, a fold a destination. */
export default function DeclarationsPage() {
  const { destinations } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('declarations.title')}
      lede={t('declarations.lede')}
      back={{ href: accountPage(locale, 'profile'), words: t('profile.title') }}
      wide={destinations.map(({ country, name, rows }) => (
        <details key={country}>
          <summary>
            {name} <span className="muted">{t('declarations.count', { count: rows.length })}</span>
          </summary>
          <PartList rows={rows} isOwn />
        </details>
      ))}
    >
      {destinations.length === 0 && <p>{t('declarations.none')}</p>}
    </AskPage>
  );
}
