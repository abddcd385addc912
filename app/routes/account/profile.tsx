import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { PartList } from '../../components/profile/PartList.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, onwards, signedIn } from '../../server/account.server.ts';
import { sessionCookie } from '../../server/check-session.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { asCheck, profileView } from '../../server/profile.server.ts';
import { ownProfile } from '../../use-cases/people/own-profile.ts';
import { beginCheck } from '../../use-cases/take-check.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const speech = speechOf(localeOf(params));
  const check = await asCheck(context, await ownProfile(context.database, signedIn(context)));
  const adopted = new URL(request.url).searchParams.get('adopted') === 'yes';
  return data({ ...profileView(check, speech, context), adopted }, { headers: ACCOUNT_HEADERS });
}

/** Begins a check with what the profile tells. */
export async function action({ params, context }: ActionFunctionArgs) {
  const check = await asCheck(context, await ownProfile(context.database, signedIn(context)));
  const begun = await beginCheck(context, check);
  if (!begun.ok) return again({}, { field: 'check', message: 'slip.full' });
  const { query, session } = begun.value;
  const cookies = session === undefined ? [] : [await sessionCookie(session, context.publicUrl)];
  return onwards(`/${localeOf(params)}/check/answers?${query}`, ...cookies);
}

export const meta = unlistedAs('profile.title');

function Progress({ told, all }: { told: number; all: number }) {
  const { t, locale } = useSpeech();
  return (
    <>
      <p className="kick">{t('profile.progress', { told, all })}</p>
      {told > 0 && (
        <form method="post">
          <button className="btn" id="check" type="submit">
            {t('profile.check')}
          </button>
        </form>
      )}
      <p className="cluster">
        <a href={accountPage(locale, 'consents')}>{t('consents.title')}</a>
        <a href={accountPage(locale, 'looks')}>{t('looks.title')}</a>
      </p>
    </>
  );
}

/** Everything that one can tell of oneself, part by part. */
export default function ProfilePage() {
  const { groups, declared, adopted } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  const parts = groups.flatMap(({ rows }) => rows);
  return (
    <AskPage
      title={t('profile.title')}
      lede={t('profile.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
      wide={
        <>
          {groups.map(({ group, rows }) => (
            <Section id={group} title={t(`profile.group.${group}`)} key={group}>
              <PartList rows={rows} isOwn />
            </Section>
          ))}
          <Section id="declared" title={t('profile.declared')}>
            <p className="gap">{t('profile.declared.text')}</p>
            <PartList rows={declared} isOwn />
            <p className="gap-2">
              <a href={accountPage(locale, 'profile/declarations')}>{t('profile.declared.all')}</a>
            </p>
          </Section>
        </>
      }
    >
      {adopted && (
        <p className="note calm" role="status">
          {t('profile.adopted')}
        </p>
      )}
      <Progress told={parts.filter(({ status }) => status !== 'open').length} all={parts.length} />
    </AskPage>
  );
}
