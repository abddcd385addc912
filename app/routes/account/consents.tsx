import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { PurposeSection, stateField } from '../../components/profile/PurposeSection.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { isPurpose, PURPOSES, statesFor } from '../../domain/people/consent.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, onwards, signedIn } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { agree, ownConsents, withdraw } from '../../use-cases/people/consents.ts';
import { ownProfile } from '../../use-cases/people/own-profile.ts';
export const headers = () => ACCOUNT_HEADERS;

/** For each purpose the states among which one chooses. */
async function choices(context: LoaderFunctionArgs['context']) {
  const profile = await ownProfile(context.database, signedIn(context));
  const published = await context.compiled.on(context.db, context.today());
  const destinations = [...new Set(published.map(({ pathway }) => pathway.destination))];
  return PURPOSES.map((purpose) => ({ purpose, states: statesFor(purpose, profile, destinations) ?? null }));
}

export async function loader({ context }: LoaderFunctionArgs) {
  const consents = await ownConsents(context.database, signedIn(context));
  return data(
    {
      purposes: await choices(context),
      consents: consents.map(({ givenAt, withdrawnAt, ...rest }) => ({
        ...{ ...rest, givenAt: givenAt.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null },
      })),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { withdraw: id, purpose = '', state = '' } = await fieldsOf(request);
  const to = accountPage(localeOf(params), 'consents');
  if (id !== undefined) {
    if (/^\d{1,15}$/.test(id)) await withdraw(context.database, signedIn(context), Number(id));
    return onwards(to);
  }
  if (!isPurpose(purpose)) return again({}, { field: 'main', message: 'consents.which' });
  const { states } = (await choices(context)).find((one) => one.purpose === purpose) ?? { states: null };
  if (states && !states.includes(state))
    return again({ state }, { field: stateField(purpose), message: 'consents.state.choose' });
  await agree(context.database, signedIn(context), { purpose, state: states ? state : null });
  return onwards(`${to}#${purpose}`);
}

export const meta = unlistedAs('consents.title');

type Listed = ReturnType<typeof useLoaderData<typeof loader>>;

function Withdrawn({ consents }: Pick<Listed, 'consents'>) {
  const { t, f } = useSpeech();
  const withdrawn = consents.flatMap(({ withdrawnAt, ...rest }) => (withdrawnAt ? [{ ...rest, withdrawnAt }] : []));
  if (withdrawn.length === 0) return null;
  return (
    <Section id="withdrawn" title={t('consents.withdrawn')}>
      <ul className="bul">
        {withdrawn.map(({ id, purpose, state, givenAt, withdrawnAt }) => (
          <li key={id}>
            {t(`consents.${purpose}`)}
            {state && `${t('value.colon')}${f.country(state)}`}
            <br />
            <span className="muted">
              {t('consents.from.to', { from: f.moment(givenAt), to: f.moment(withdrawnAt) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What one lets others see and do with one's profile: nothing that was not agreed to here. */
export default function ConsentsPage() {
  const { purposes, consents } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('consents.title')}
      lede={t('consents.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
      wide={
        <>
          {purposes.map(({ purpose, states }) => (
            <PurposeSection
              key={purpose}
              purpose={purpose}
              states={states}
              given={consents.filter((one) => one.purpose === purpose && one.withdrawnAt === null)}
            />
          ))}
          <Withdrawn consents={consents} />
        </>
      }
    >
      <p>
        <a href={accountPage(locale, 'looks')}>{t('looks.title')}</a>
      </p>
    </AskPage>
  );
}
