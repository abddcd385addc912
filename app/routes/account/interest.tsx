import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findOrganisation } from '../../../db/queries/organisation.ts';
import { AskPage } from '../../components/account/AskPage.tsx';
import { ContactMark } from '../../components/contact/ContactMark.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards, signedIn } from '../../server/account.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { shownTitle } from '../../server/shown-title.ts';
import { ownProfile } from '../../use-cases/people/own-profile.ts';
import { beInterested, type Offered, offeredOn, ownContactAbout } from '../../use-cases/vacancy/contacts.ts';

export const headers = () => ACCOUNT_HEADERS;

/** The vacancy that the address names, and whether anybody can have it; throws a 404 where nobody may read of it. */
async function offeredHere({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>): Promise<Offered> {
  const id = new URL(request.url).searchParams.get('vacancy') ?? '';
  const offered = await offeredOn(context.db, id, context.today());
  if (!offered) throw notFound('vacancy', id);
  return offered;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ended, ...posting } = await offeredHere({ request, context });
  const { id, employer, applyBy = null } = posting.vacancy;
  const session = signedIn(context);
  const [organisation, contact, profile] = await Promise.all([
    findOrganisation(context.db, employer),
    ownContactAbout(context.database, session, id),
    ownProfile(context.database, session),
  ]);
  const state = contact && contact.status !== 'withdrawn' ? { begunBy: contact.begunBy, status: contact.status } : null;
  return data(
    {
      ...{ id, title: shownTitle(posting, context), employer: organisation?.name ?? employer, applyBy, ended },
      ...{ state, told: Object.keys(profile).length > 1 },
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { vacancy } = await offeredHere({ request, context });
  const done = await beInterested(context.database, signedIn(context), vacancy.id);
  if (done) return onwards(accountPage(localeOf(params), 'answers'));
  return data({ gone: true }, { status: 409, headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('interest.title');

/** Asks once more, and says what the employer is shown: a link that is opened shows nobody anything. */
export default function InterestPage() {
  const { id, title, employer, applyBy, ended, state, told } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, f, locale } = useSpeech();
  const mayAsk = state === null && ended === null;
  return (
    <AskPage
      title={t('interest.title')}
      lede={<Say text={title} />}
      back={{ href: `/${locale}/vacancies/${id}`, words: t('interest.back') }}
    >
      {(refused || ended) && (
        <p className="note" role={refused ? 'alert' : 'status'}>
          {ended === null
            ? t('interest.gone')
            : t(`vacancy.ended.${ended}`, { date: applyBy === null ? '' : f.date(applyBy) })}
        </p>
      )}
      {state && (
        <p>
          <ContactMark {...state} to="worker" /> <a href={accountPage(locale, 'answers')}>{t('answers.title')}</a>
        </p>
      )}
      {mayAsk && <p>{t('interest.what', { employer })}</p>}
      {mayAsk && <p>{t('interest.owed')}</p>}
      <p className="note">
        {t('interest.neverPay')} <a href={`/${locale}/contact`}>{t('vacancy.report')}</a>
      </p>
      {mayAsk && !told && (
        <p>
          {t('interest.empty')} <a href={accountPage(locale, 'profile')}>{t('profile.title')}</a>
        </p>
      )}
      {mayAsk && (
        <form method="post">
          <button className="btn" type="submit">
            {t('interest.submit')}
          </button>
        </form>
      )}
    </AskPage>
  );
}
