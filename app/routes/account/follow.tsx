import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findPathway } from '../../../db/queries/pathway.ts';
import { AskPage } from '../../components/account/AskPage.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards, signedIn } from '../../server/account.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { follow, follows } from '../../use-cases/people/following.ts';

export const headers = () => ACCOUNT_HEADERS;

/** The pathway that the address names. */
async function pathwayOf({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>) {
  const id = new URL(request.url).searchParams.get('pathway') ?? '';
  const found = await findPathway(context.db, id, context.today());
  if (!found) throw notFound('pathway', id);
  return found.document;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { id, name } = await pathwayOf({ request, context });
  const isFollowed = await follows(context.database, signedIn(context), id);
  return data({ id, name, isFollowed }, { headers: ACCOUNT_HEADERS });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { id } = await pathwayOf({ request, context });
  await follow(context.database, signedIn(context), id);
  return onwards(accountPage(localeOf(params), 'following'));
}

export const meta = unlistedAs('follow.title');

/** Asks once more: a link that is opened follows nothing. */
export default function FollowPage() {
  const { id, name, isFollowed } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('follow.title')}
      lede={<Say text={name} />}
      back={{ href: `/${locale}/pathways/${id}`, words: t('follow.back') }}
    >
      <p>{t('follow.what')}</p>
      {isFollowed ? (
        <p>
          {t('follow.already')} <a href={accountPage(locale, 'following')}>{t('following.title')}</a>
        </p>
      ) : (
        <form method="post">
          <button className="btn" type="submit">
            {t('follow.submit')}
          </button>
        </form>
      )}
    </AskPage>
  );
}
