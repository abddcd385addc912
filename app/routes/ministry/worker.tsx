import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { AskPage } from '../../components/account/AskPage.tsx';
import { ProfileSections } from '../../components/profile/ProfileSections.tsx';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, signedIn } from '../../server/account.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { asCheck, profileView } from '../../server/profile.server.ts';
import { lookAt } from '../../use-cases/people/consents.ts';

export const headers = () => ACCOUNT_HEADERS;

/** Who did not agree and who is not there are the same to whoever asks. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const speech = speechOf(localeOf(params));
  const id = z.uuid().safeParse(params['id']);
  const profile = id.success ? await lookAt(context.database, signedIn(context), id.data) : undefined;
  if (!profile) throw notFound('page');
  const view = profileView(await asCheck(context, profile), speech, context);
  return data(view, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('worker.title');

/** The profile of somebody who agreed that one's ministry may look. */
export default function WorkerPage() {
  const view = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('worker.title')}
      lede={t('worker.lede')}
      back={{ href: `/${locale}/ministry/workers`, words: t('workers.title') }}
      wide={<ProfileSections {...view} />}
    >
      <p className="note calm">{t('worker.logged')}</p>
    </AskPage>
  );
}
