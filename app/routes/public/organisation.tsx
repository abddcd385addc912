import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findOrganisation, listLicences, listVerifications } from '../../../db/queries/organisation.ts';
import { Licences } from '../../components/organisation/Licences.tsx';
import { OrganisationHead } from '../../components/organisation/OrganisationHead.tsx';
import { Verified } from '../../components/organisation/Verified.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, notFound, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

export const headers = () => PAGE_HEADERS;

export async function loader({ params, context }: LoaderFunctionArgs) {
  localeOf(params);
  const { id = '' } = params;
  const organisation = await findOrganisation(context.db, id);
  if (!organisation) throw notFound('organisation', id);
  return data(
    {
      organisation,
      verifications: await listVerifications(context.db, id),
      licences: await listLicences(context.db, id),
      on: context.today(),
    },
    { headers: PAGE_HEADERS },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) =>
  titled(speechFor(params), loaded?.organisation.name ?? '');

/** An employer, a labour recruiter or an office: who says that it is what it says. */
export default function OrganisationPage() {
  const { organisation, verifications, licences, on } = useLoaderData<typeof loader>();
  const { t } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <OrganisationHead organisation={organisation} />
        {organisation.kind !== 'ministry' && (
          <Section id="verified" title={t('organisation.verification')}>
            <Verified verifications={verifications} />
          </Section>
        )}
        {organisation.kind === 'recruiter' && (
          <Section id="licences" title={t('licence.title')}>
            <Licences licences={licences} on={on} />
          </Section>
        )}
        <p className="note calm">{t('organisation.neverPay')}</p>
      </div>
    </main>
  );
}
