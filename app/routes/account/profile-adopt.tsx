import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { CheckNotices } from '../../components/check/Notices.tsx';
import { AdoptTable } from '../../components/profile/AdoptTable.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards, signedIn } from '../../server/account.server.ts';
import { checkOf } from '../../server/check.server.ts';
import { answerRow } from '../../server/check-answers.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { asCheck } from '../../server/profile.server.ts';
import { adoptCheck, adoptionOf, markOfProfile, ownProfile } from '../../use-cases/people/own-profile.ts';
export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const speech = speechOf(localeOf(params));
  const { person, bad, forgotten } = await checkOf({ request, context });
  const profile = await ownProfile(context.database, signedIn(context));
  const { after, changes } = adoptionOf(profile, person.profile);
  const [was, is] = [await asCheck(context, profile), await asCheck(context, after)];
  const rows = changes.map((question) => ({
    ...answerRow(question, is, speech, context.labels),
    before: answerRow(question, was, speech, context.labels),
  }));
  return data({ rows, bad, forgotten, seen: markOfProfile(profile) }, { headers: ACCOUNT_HEADERS });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { person } = await checkOf({ request, context });
  const { seen = '' } = await fieldsOf(request);
  const done = await adoptCheck(context.database, signedIn(context), { told: person.profile, seen });
  if (!done) return data({ changed: true }, { status: 409, headers: ACCOUNT_HEADERS });
  return onwards(accountPage(localeOf(params), 'profile?adopted=yes'));
}

export const meta = unlistedAs('adopt.title');

/** What would change in one's profile if the answers of a check were taken into it, before they are. */
export default function AdoptPage() {
  const { rows, bad, forgotten, seen } = useLoaderData<typeof loader>();
  const changed = useActionData<typeof action>()?.changed;
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('adopt.title')}
      lede={t(rows.length === 0 ? 'adopt.none' : 'adopt.lede', { count: rows.length })}
      back={{ href: accountPage(locale, 'profile'), words: t('profile.title') }}
      wide={rows.length > 0 && <AdoptTable rows={rows} seen={seen} />}
    >
      <CheckNotices bad={bad} forgotten={forgotten} />
      {changed && (
        <p className="note" role="alert">
          {t('adopt.changed')}
        </p>
      )}
    </AskPage>
  );
}
