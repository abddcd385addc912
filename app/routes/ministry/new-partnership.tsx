import { randomBytes } from 'node:crypto';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { PartnershipForm, usePartnershipLabels } from '../../components/partnership/PartnershipForm.tsx';
import { slugOf } from '../../domain/people/organisation.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { officerHere } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { pathwaysToTrainFor, publishTyped } from '../../server/partnership.server.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ context }: LoaderFunctionArgs) {
  const officer = officerHere(context);
  const pathways = await pathwaysToTrainFor(context, officer);
  return data({ pathways }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('partnerships.new');

export async function action({ params, request, context }: ActionFunctionArgs) {
  const values = await fieldsOf(request);
  const id = `${slugOf(values['name-en'] ?? '') || 'partnership'}-${randomBytes(3).toString('hex')}`;
  const refused = await publishTyped(context, officerHere(context), id, values);
  return refused ?? onwards(`/${localeOf(params)}/ministry/partnerships/${id}`);
}

/** One page that asks for all there is to say of a training before the journey. */
export default function NewPartnershipPage() {
  const { pathways } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('partnerships.new')}
      lede={t('partnership.publish.lede')}
      back={{ href: `/${locale}/ministry/partnerships`, words: t('partnerships.title') }}
      reply={reply}
      labels={usePartnershipLabels()}
    >
      {pathways.length === 0 ? (
        <p className="note">{t('partnerships.noPathway')}</p>
      ) : (
        <PartnershipForm pathways={pathways} />
      )}
    </AskPage>
  );
}
