import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findOrganisation, listLicences, listVerifications } from '../../../db/queries/organisation.ts';
import { AskText } from '../../components/account/AskInputs.tsx';
import { Problems } from '../../components/account/AskPage.tsx';
import { ReplyProvider } from '../../components/account/reply.tsx';
import { LicenceForm } from '../../components/organisation/LicenceForm.tsx';
import { Licences } from '../../components/organisation/Licences.tsx';
import { OrganisationHead } from '../../components/organisation/OrganisationHead.tsx';
import { Verified } from '../../components/organisation/Verified.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { readLicence } from '../../domain/people/licence-form.ts';
import { may } from '../../domain/people/permission.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { officerHere } from '../../server/officer.server.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { endVerification, recordLicence, verifyOrganisation } from '../../use-cases/people/organisations.ts';
export const headers = () => ACCOUNT_HEADERS;

async function organisationOf({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const { id = '' } = params;
  const organisation = await findOrganisation(context.db, id);
  if (!organisation || organisation.kind === 'ministry') throw notFound('organisation', id);
  return organisation;
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  localeOf(params);
  const officer = officerHere(context);
  const organisation = await organisationOf({ params, context });
  const verifications = await listVerifications(context.db, organisation.id);
  return data(
    {
      ...{ organisation, verifications, licences: await listLicences(context.db, organisation.id) },
      ...{ on: context.today(), state: officer.state },
      isVerified: verifications.some(({ state, withdrawnOn }) => state === officer.state && withdrawnOn === null),
      mayVerify: may(officer.who, 'verify-organisation', 'own-state'),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

/** The words that a form asks for, no longer than they may be. */
const wordsOf = (values: Record<string, string>, field: string) => (values[field] ?? '').slice(0, 1000);

export async function action({ params, request, context }: ActionFunctionArgs) {
  const officer = officerHere(context);
  const { id } = await organisationOf({ params, context });
  const values = await fieldsOf(request);
  const [on, here] = [context.today(), new URL(request.url).pathname];
  if (values['do'] === 'licence') {
    const read = readLicence(values);
    if (!read.ok) return again(values, ...read.problems);
    const recorded = await recordLicence(context.database, officer, { ...read.licence, organisation: id }, on);
    return recorded ? onwards(here) : again(values, { field: 'number', message: 'licence.taken' });
  }
  if (!may(officer.who, 'verify-organisation', 'own-state')) throw data(null, { status: 403 });
  const field = values['do'] === 'withdraw' ? 'why' : 'basis';
  const words = wordsOf(values, field);
  if (words === '') return again(values, { field, message: 'form.missing' });
  if (field === 'why') await endVerification(context.database, officer, { organisation: id, why: words, on });
  else if ((await verifyOrganisation(context.database, officer, { organisation: id, basis: words, on })) === 'own')
    return again(values, { field, message: 'organisation.own' });
  return onwards(here);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) =>
  unlisted(speechFor(params), loaded?.organisation.name ?? '');

function VerifyForm({ isVerified }: { isVerified: boolean }) {
  const { t } = useSpeech();
  const field = isVerified ? 'why' : 'basis';
  return (
    <form method="post" className="stack" noValidate>
      <AskText name={field} label={t(`organisation.${field}`)} hint={t(`organisation.${field}.hint`)} size="long" />
      <p>
        <button
          className={isVerified ? 'btn two' : 'btn'}
          type="submit"
          name="do"
          value={isVerified ? 'withdraw' : 'verify'}
        >
          {t(isVerified ? 'organisation.withdraw' : 'organisation.verify')}
        </button>
      </p>
    </form>
  );
}

/** What an officer finds of an organisation: whether it is what it says, and the licences that their state issued to it. */
export default function MinistryOrganisationPage() {
  const { organisation, verifications, licences, on, isVerified, mayVerify } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <ReplyProvider value={reply}>
      <main id="main" className="wrap page">
        <Crumb href={`/${locale}/ministry/organisations`}>{t('organisations.title')}</Crumb>
        <div className="stack">
          <Problems
            labels={{ number: t('licence.number'), basis: t('organisation.basis'), why: t('organisation.why') }}
          />
          <OrganisationHead organisation={organisation} />
          <Section id="verified" title={t('organisation.verification')}>
            <Verified verifications={verifications} />
            {mayVerify && <VerifyForm isVerified={isVerified} />}
          </Section>
          {organisation.kind === 'recruiter' && (
            <Section id="licences" title={t('licence.title')}>
              <Licences licences={licences} on={on} />
              <LicenceForm />
            </Section>
          )}
        </div>
      </main>
    </ReplyProvider>
  );
}
